import { decodeBytes } from '../bytes/cell-batch';
import { isNullToken } from './null-token';
import { lastDate, readCompactDate, readDate } from './read-date';
import { readDuration } from './read-duration';
import { blankWidth } from './read-number';
import { undecorate } from './undecorate';

/**
 * What a cell could be, as one number: its kind in the low bits, and above them what tells the readings of that kind
 * apart. A column's reading is settled from how often each shape occurs in it.
 */
export const KIND = { empty: 0, none: 1, text: 2, number: 3, date: 4, duration: 5, inexact: 6 } as const;
export const KIND_MASK = 7;

/** Ways to write numbers: decimal sign and thousands sign. A number's shape holds a bit for each it fits. */
export const CONVENTIONS = [
  { decimal: '.', group: '' },
  { decimal: ',', group: '' },
  { decimal: '.', group: ',' },
  { decimal: ',', group: '.' },
  { decimal: ',', group: ' ' },
  { decimal: '.', group: ' ' },
  { decimal: '.', group: "'" },
  { decimal: ',', group: "'" },
] as const;
export const CONVENTION_SHIFT = 3;
const ALL_CONVENTIONS = 0xff;
const DOT_DECIMAL = 0b01100101;
const COMMA_DECIMAL = 0b10011010;

export const NUMBER = {
  /** Digits only. */
  integer: 1 << 11,
  leadingZero: 1 << 12,
  /** More digits than a number keeps. */
  long: 1 << 13,
  /** Ends in `.0`, as identifiers do that went through a spreadsheet. */
  dotZero: 1 << 14,
  percent: 1 << 15,
  /** Nine digits or more. */
  big: 1 << 16,
  compactDate: 1 << 17,
  /** Digits that are a plausible moment in seconds, milliseconds or microseconds. */
  epoch: 1 << 18,
  exponent: 1 << 19,
  currency: 1 << 20,
  /** A spreadsheet's day number of 1982 to 2064, maybe with a time of day behind its point. */
  serial: 1 << 21,
  zeroOrOne: 1 << 22,
  /** Its conventions are told apart by nothing but three digits behind the sign. */
  threeDigits: 1 << 23,
  zero: 1 << 24,
  compactTime: 1 << 25,
} as const;

/** The commonest numbers: a few digits, alone or before a decimal sign with any places but three. */
export const PLAIN_INTEGER = KIND.number | (ALL_CONVENTIONS << CONVENTION_SHIFT) | NUMBER.integer;
export const PLAIN_DOT = KIND.number | (DOT_DECIMAL << CONVENTION_SHIFT);
export const PLAIN_COMMA = KIND.number | (COMMA_DECIMAL << CONVENTION_SHIFT);

/** Above `KIND` in a date's shape: `YMD | DMY | MDY` bits, then whether a time of day follows. */
export const DATE_SHIFT = 3;
export const DATE_TIME = 1 << 6;
/** Above `KIND` in a duration's shape: `h:mm` or `m:ss`, which may be a time of day. */
export const TWO_PARTS = 1 << 3;

const MINUS = 45;
const PLUS = 43;
const DOT = 46;
const COMMA = 44;
const SPACE = 32;
const APOSTROPHE = 39;

export function cellShape(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && bytes[start]! <= SPACE) start++;
  while (end > start && bytes[end - 1]! <= SPACE) end--;
  if (start === end) return KIND.empty;
  if (end - start > 64) return KIND.text;
  const shape = plainNumber(bytes, start, end);
  if (shape !== 0) return shape;
  return otherShape(bytes, start, end);
}

/** Digits with an optional sign and separators; 0 for anything else. */
function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  let flags = 0;
  if (bytes[i] === MINUS || bytes[i] === PLUS) i++;
  const firstDigit = i;
  let digits = 0;
  let value = 0;
  // Integers first: the commonest by far.
  for (; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    digits++;
  }
  if (i === end) {
    if (digits === 0) return 0;
    flags |= NUMBER.integer;
    if (value <= 1 && digits === 1 && firstDigit === start) flags |= NUMBER.zeroOrOne;
    if (value === 0) flags |= NUMBER.zero;
    if (digits > 1 && bytes[firstDigit] === 48) flags |= NUMBER.leadingZero;
    if (digits >= 9) {
      flags |= NUMBER.big;
      if (digits > 15) flags |= NUMBER.long;
      if (
        (digits === 10 && value > 3e8 && value < 4.2e9) ||
        (digits === 13 && value > 3e11 && value < 4.2e12) ||
        (digits === 16 && value > 3e14 && value < 4.2e15)
      ) {
        flags |= NUMBER.epoch;
      }
    }
    if (digits === 5 && value >= 30_000 && value <= 60_000) flags |= NUMBER.serial;
    if (digits >= 8 && digits <= 14 && digits % 2 === 0 && firstDigit === start) {
      if (!Number.isNaN(readCompactDate(bytes, start, end))) {
        flags |= digits === 8 ? NUMBER.compactDate : NUMBER.compactTime;
      }
    }
    return KIND.number | (ALL_CONVENTIONS << CONVENTION_SHIFT) | flags;
  }
  // Separators: which conventions could have written them?
  const intDigits = digits;
  let fits = ALL_CONVENTIONS;
  let separators = 0;
  let last = 0;
  let run = digits;
  let repeated = 0;
  for (; i < end; i++) {
    const byte = bytes[i]!;
    const digit = byte - 48;
    if (digit >= 0 && digit <= 9) {
      run++;
      digits++;
      continue;
    }
    let sign = byte;
    if (byte === 0xc2 || byte === 0xe2) {
      const width = blankWidth(bytes, i, end);
      if (width === 0) return 0;
      sign = SPACE;
      i += width - 1;
    }
    if (sign !== DOT && sign !== COMMA && sign !== SPACE && sign !== APOSTROPHE) return 0;
    if (separators > 0 && sign !== last && repeated === -1) return 0;
    if (separators > 0) {
      // What follows an earlier separator must be a group of three (or of two, where the last has three).
      if (run !== 3 && run !== 2) return 0;
      if (sign !== last) repeated = -1;
      // The earlier sign parted groups.
      fits &= groupedBy(last);
    } else if (run > 3 || run === 0) fits &= ungroupable(sign);
    separators++;
    last = sign;
    run = 0;
  }
  if (digits === 0) return 0;
  const repeatedSame = separators > 1 && repeated !== -1;
  const asDecimal = repeatedSame ? 0 : decimalBy(last);
  // A zero before the sign (`0.123`) opens no group of thousands.
  const couldGroup = run === 3 && !(intDigits === 1 && bytes[firstDigit] === 48) && intDigits > 0;
  fits &= asDecimal | (couldGroup ? groupedBy(last) : 0);
  if (fits === 0) return 0;
  if (last === DOT && run === 1 && bytes[end - 1] === 48 && separators === 1) flags |= NUMBER.dotZero;
  if (couldGroup && separators === 1) flags |= NUMBER.threeDigits;
  if (intDigits > 1 && bytes[firstDigit] === 48) flags |= NUMBER.leadingZero;
  if (intDigits === 5 && separators === 1 && last === DOT && value >= 30_000 && value <= 60_000)
    flags |= NUMBER.serial;
  return KIND.number | (fits << CONVENTION_SHIFT) | flags;
}

function decimalBy(sign: number): number {
  return sign === DOT ? DOT_DECIMAL : sign === COMMA ? COMMA_DECIMAL : 0;
}

function groupedBy(sign: number): number {
  let bits = 0;
  for (let c = 0; c < CONVENTIONS.length; c++) {
    if (CONVENTIONS[c]!.group.charCodeAt(0) === sign) bits |= 1 << c;
  }
  return bits;
}

/** Conventions left where the first sign follows more than three digits, and so is a decimal sign. */
function ungroupable(sign: number): number {
  return decimalBy(sign);
}

function otherShape(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start]!;
  if (first === APOSTROPHE && isDigits(bytes, start + 1, end)) {
    // Digits that an apostrophe keeps from being a number.
    return KIND.number | (ALL_CONVENTIONS << CONVENTION_SHIFT) | NUMBER.integer | NUMBER.long;
  }
  const digit = first >= 48 && first <= 57;
  if (digit) {
    const day = readDate(bytes, start, end, 7);
    if (!Number.isNaN(day)) return dateShape();
  }
  if (!mayBeOther(bytes, start, end))
    return isNullToken(decodeBytes(bytes, start, end)) ? KIND.none : KIND.text;
  const text = decodeBytes(bytes, start, end);
  if (isNullToken(text)) return KIND.none;
  if (!digit) {
    const day = readDate(bytes, start, end, 7);
    if (!Number.isNaN(day)) return dateShape();
  } else if (
    end - start > 8 &&
    !Number.isNaN(readCompactDate(bytes, start, end)) &&
    (bytes[start + 8] === SPACE || bytes[start + 8] === 84)
  ) {
    return KIND.number | NUMBER.compactTime;
  }
  if (!Number.isNaN(readDuration(bytes, start, end))) {
    const colons = text.split(':').length - 1;
    return KIND.duration | (colons === 1 ? TWO_PARTS : 0);
  }
  const parts = undecorate(text);
  if (parts === null) return KIND.text;
  if (parts.inexact) return KIND.inexact;
  let flags = parts.exponent ? NUMBER.exponent : 0;
  if (parts.percent) flags |= NUMBER.percent;
  if (parts.currency !== null) flags |= NUMBER.currency;
  let fits: number;
  if (parts.exponent) fits = parts.body.includes(',') ? COMMA_DECIMAL : DOT_DECIMAL;
  else {
    const body = new TextEncoder().encode(parts.body);
    const inner = plainNumber(body, 0, body.length);
    if (inner === 0) return KIND.text;
    fits = (inner >> CONVENTION_SHIFT) & ALL_CONVENTIONS;
    flags |= inner & (NUMBER.threeDigits | NUMBER.zero);
    // 1 234 of nothing but digits: `12 34 zł` would have failed above.
  }
  return KIND.number | (fits << CONVENTION_SHIFT) | flags;
}

/** Words without a digit are text or say that there is nothing; long runs of letters are no number either. */
function mayBeOther(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 48 && byte <= 57) return end - start <= 48;
  }
  return false;
}

function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! < 48 || bytes[i]! > 57) return false;
  return end > start;
}

function dateShape(): number {
  return KIND.date | (lastDate.orders << DATE_SHIFT) | (lastDate.time ? DATE_TIME : 0);
}
