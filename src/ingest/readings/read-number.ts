import { decodeBytes } from '../bytes/cell-batch';
import { undecorate } from './undecorate';

/** Powers of ten that a double holds exactly. */
export const POW10: readonly number[] = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

const MINUS = 45;
const PLUS = 43;
const SPACE = 32;

export interface NumberStyle {
  /** Bytes; `group` 0 where thousands are not parted. Blanks of any width part as a blank does. */
  readonly decimal: number;
  readonly group: number;
}

export function numberStyle(reading: { readonly decimal: string; readonly group: string }): NumberStyle {
  return {
    decimal: reading.decimal.charCodeAt(0),
    group: reading.group === '' ? 0 : reading.group.charCodeAt(0),
  };
}

/**
 * `[sign] digits [group digits]… [decimal digits]` as a number times 10^shift, rounded once: digits are gathered as
 * one whole number and scaled by one multiplication or division, so that 12.30 in minor units is exactly 1230 and
 * 957.5775 is 95757.75. NaN where the bytes are anything else.
 */
export function readPlain(
  bytes: Uint8Array,
  start: number,
  end: number,
  style: NumberStyle,
  shift: number,
): number {
  const { decimal, group } = style;
  let i = start;
  if (i >= end) return Number.NaN;
  let negative = false;
  const sign = bytes[i]!;
  if (sign === MINUS || sign === PLUS) {
    negative = sign === MINUS;
    i++;
  }
  let mantissa = 0;
  let digits = 0;
  let fraction = -1;
  let sinceGroup = -1;
  for (; i < end; i++) {
    const byte = bytes[i]!;
    const digit = byte - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (fraction >= 0) fraction++;
      else if (sinceGroup >= 0) sinceGroup++;
      continue;
    }
    if (fraction >= 0) return Number.NaN;
    if (byte === decimal) {
      if (sinceGroup >= 0 && sinceGroup !== 3) return Number.NaN;
      fraction = 0;
      continue;
    }
    let width = 0;
    if (group !== 0) {
      if (byte === group) width = 1;
      else if (group === SPACE) width = blankWidth(bytes, i, end);
    }
    if (width === 0) return Number.NaN;
    // `1 234 567`, and the Indian `12,34,567` whose last group alone has three.
    if (sinceGroup === -1 ? digits < 1 || digits > 3 : sinceGroup !== 3 && sinceGroup !== 2)
      return Number.NaN;
    sinceGroup = 0;
    i += width - 1;
  }
  if (digits === 0 || (sinceGroup >= 0 && fraction < 0 && sinceGroup !== 3)) return Number.NaN;
  if (mantissa > 9_007_199_254_740_991) return exactly(bytes, start, end, style, shift);
  const power = (fraction < 0 ? 0 : fraction) - shift;
  if (power > 22) return exactly(bytes, start, end, style, shift);
  const value = power >= 0 ? mantissa / POW10[power]! : mantissa * POW10[-power]!;
  return negative ? -value : value;
}

/** More digits than a double's whole numbers hold: correctly rounded by the engine's own reader. */
function exactly(bytes: Uint8Array, start: number, end: number, style: NumberStyle, shift: number): number {
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 48 && byte <= 57) text += String.fromCharCode(byte);
    else if (byte === style.decimal) text += '.';
    else if (byte === MINUS) text += '-';
  }
  return Number(`${text}e${shift}`);
}

/** Bytes of a no-break, narrow no-break, thin or figure space at `at`; 0 where there is none. */
export function blankWidth(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at];
  if (byte === 0xc2) return at + 1 < end && bytes[at + 1] === 0xa0 ? 2 : 0;
  if (byte !== 0xe2 || at + 2 >= end || bytes[at + 1] !== 0x80) return 0;
  const last = bytes[at + 2];
  return last === 0xaf || last === 0x89 || last === 0x87 || last === 0x88 ? 3 : 0;
}

export interface DecoratedNumber {
  /** Times 10^shift; a percentage has been divided by 100 already. */
  readonly value: number;
  readonly percent: boolean;
  /** ISO code, '' for a sign that several currencies share, null where no currency is shown. */
  readonly currency: string | null;
}

const encoder = new TextEncoder();

/** A number with its sign, currency, percent sign, brackets or `k`; null where it is none, or not an exact one. */
export function readDecorated(
  bytes: Uint8Array,
  start: number,
  end: number,
  style: NumberStyle,
  shiftOf: (currency: string | null) => number,
): DecoratedNumber | null {
  if (end - start > 64) return null;
  const parts = undecorate(decodeBytes(bytes, start, end));
  if (parts === null || parts.inexact) return null;
  const shift = shiftOf(parts.currency) + parts.scale - (parts.percent ? 2 : 0);
  const body = encoder.encode(parts.body);
  const value = parts.exponent
    ? Number(`${parts.body.replace(String.fromCharCode(style.decimal), '.')}`) * 10 ** shift
    : readPlain(body, 0, body.length, style, shift);
  if (Number.isNaN(value)) return null;
  return { value: parts.negative ? -value : value, percent: parts.percent, currency: parts.currency };
}
