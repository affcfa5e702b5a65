import { DAY_MS } from '../../../core/time/calendar';
import type { CellStyle } from './number-format';

const DAY_S = 86_400;
/** 9999-12-31. */
const LAST_1900 = 2_958_465;

/** A number cell as it would be exported: dates as ISO, rates with %, amounts with their currency. */
export function cellText(raw: string, style: CellStyle, from1904: boolean): string {
  const value = Number(raw);
  // Whoever wrote it meant something; it is for the survey to say that it can't be read.
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  switch (style.kind) {
    case 'plain':
      return plainDecimal(value);
    case 'percent':
      return `${plainDecimal(value, 2)}%`;
    case 'money':
      return `${plainDecimal(value)} ${style.currency}`;
    case 'padded':
      return Number.isInteger(value) && value >= 0
        ? plainDecimal(value).padStart(style.digits, '0')
        : plainDecimal(value);
    case 'elapsed':
      return value < 0 ? plainDecimal(value) : clock(Math.round(value * DAY_S));
    case 'time':
      // A time of day formatted away from its day still has it.
      if (value >= 1) return dateText(value, from1904, true) ?? plainDecimal(value);
      return value < 0 ? plainDecimal(value) : clock(Math.round(value * DAY_S) % DAY_S);
    case 'date':
      return dateText(value, from1904, !Number.isInteger(value)) ?? plainDecimal(value);
    case 'date-time':
      return dateText(value, from1904, true) ?? plainDecimal(value);
  }
}

/**
 * A serial day as ISO; null where there is no such day. In the 1900 system day 60 is a 29 February that never was
 * (kept for Lotus 1-2-3), so days before it count from one day later.
 */
function dateText(serial: number, from1904: boolean, withTime: boolean): string | null {
  if (serial < 0 || serial >= (from1904 ? LAST_1900 - 1462 : LAST_1900) + 1) return null;
  let seconds = Math.round(serial * DAY_S);
  let day = Math.floor(seconds / DAY_S);
  seconds -= day * DAY_S;
  if (from1904) day -= 24_107;
  else if (day > 60) day -= 25_569;
  else if (day === 60 || day === 0) return null;
  else day -= 25_568;
  const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return withTime ? `${iso} ${clock(seconds)}` : iso;
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The shortest digits that are this number, never in exponents, the point moved right by `shift` places. */
function plainDecimal(value: number, shift = 0): string {
  const shortest = String(value);
  if (shift === 0 && !shortest.includes('e')) return shortest;
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + shift;
  let text: string;
  if (point <= 0) text = `0.${'0'.repeat(-point)}${digits}`;
  else if (point >= digits.length) text = digits + '0'.repeat(point - digits.length);
  else text = `${digits.slice(0, point)}.${digits.slice(point)}`;
  text = text.replace(/^0+(?=\d)/, '');
  if (text.includes('.')) text = text.replace(/\.?0+$/, '');
  return value < 0 && text !== '0' ? `-${text}` : text;
}
