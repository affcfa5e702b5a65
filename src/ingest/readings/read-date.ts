import type { WallMs } from '../../core/column';
import { civilToDay, DAY_MS } from '../../core/time/calendar';
import { decodeBytes } from '../bytes/cell-batch';

/** What a date's parts may be: bits of `dateOrders` and of a column's settled order. */
export const YMD = 1;
export const DMY = 2;
export const MDY = 4;
const ANY = YMD | DMY | MDY;

const SPACE = 32;
const SLASH = 47;
const DOT = 46;
const DASH = 45;
const COLON = 58;
const PLUS = 43;

/** No offset is written, or a zone by a name that several zones share (CST). */
export const NO_OFFSET = 9999;

/** Of the last date read, beside its value: `offset` in minutes ahead of UTC. */
export const lastDate = { orders: 0, time: false, offset: NO_OFFSET };

/**
 * A written date, with or without a time of day, as wall time: what an offset behind it says stands in
 * `lastDate.offset`, so that the clock stands as written. `orders` says how day, month and year may stand; month names settle it themselves.
 * NaN where there is no such day. `lastDate.orders` then holds every order that fits, for any `orders` given.
 */
export function readDate(bytes: Uint8Array, start: number, end: number, orders: number): WallMs {
  lastDate.orders = 0;
  lastDate.time = false;
  lastDate.offset = NO_OFFSET;
  const length = end - start;
  if (length < 6 || length > 48) return Number.NaN;
  const first = bytes[start]! - 48;
  if (first < 0 || first > 9) return namedDate(bytes, start, end);
  let i = start;
  let a = 0;
  let aLength = 0;
  for (; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) break;
    a = a * 10 + digit;
    aLength++;
  }
  if (aLength > 4 || aLength === 3 || i >= end) return Number.NaN;
  const separator = bytes[i]!;
  if (separator !== DASH && separator !== SLASH && separator !== DOT) return namedDate(bytes, start, end);
  i++;
  let b = 0;
  let bLength = 0;
  for (; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) break;
    b = b * 10 + digit;
    bLength++;
  }
  if (bLength === 0) return namedDate(bytes, start, end);
  if (bLength > 2 || i >= end || bytes[i] !== separator) return Number.NaN;
  i++;
  // `1. 2. 2024` as Czech and Slovak exports write it.
  if (separator === DOT && bytes[i] === SPACE) i++;
  let c = 0;
  let cLength = 0;
  for (; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) break;
    c = c * 10 + digit;
    cLength++;
  }
  let time = 0;
  if (i < end) {
    time = timeOfDay(bytes, i, end);
    if (Number.isNaN(time)) return Number.NaN;
    lastDate.time = true;
  }
  let fits = 0;
  let day = Number.NaN;
  if (aLength === 4) {
    if (cLength < 1 || cLength > 2) return Number.NaN;
    if (isDay(a, b, c)) {
      fits = YMD;
      if ((orders & YMD) !== 0) day = civilToDay(a, b, c);
    }
  } else if (cLength === 4 || cLength === 2) {
    const year = cLength === 4 ? c : fullYear(c);
    if (isDay(year, b, a)) {
      fits |= DMY;
      if ((orders & DMY) !== 0) day = civilToDay(year, b, a);
    }
    if (isDay(year, a, b)) {
      fits |= MDY;
      if ((orders & MDY) !== 0) day = civilToDay(year, a, b);
    }
  }
  lastDate.orders = fits;
  return day * DAY_MS + time;
}

/** First moment of each month from 1800 to 2199; 0 where it was not asked for yet, as no first of a month but one is. */
const monthStarts = new Float64Array(400 * 12);

function monthStart(year: number, month: number): WallMs {
  const at = (year - 1800) * 12 + month - 1;
  const known = monthStarts[at]!;
  if (known !== 0) return known;
  monthStarts[at] = civilToDay(year, month, 1) * DAY_MS;
  return monthStarts[at]!;
}

/**
 * The fast form of `readDate` for `2026-04-01[ 12:39[:28]]` with nothing behind, `Z` or an offset; NaN for anything
 * else, dates written otherwise among it.
 */
export function readIsoDate(bytes: Uint8Array, start: number, end: number): WallMs {
  const length = end - start;
  if (length < 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return Number.NaN;
  const year = number2(bytes, start) * 100 + number2(bytes, start + 2);
  const month = number2(bytes, start + 5);
  const day = number2(bytes, start + 8);
  // Anything that is no digit makes a part negative beyond any day.
  if (!isDay(year, month, day)) return Number.NaN;
  const midnight = monthStart(year, month) + (day - 1) * DAY_MS;
  lastDate.offset = NO_OFFSET;
  if (length === 10) return midnight;
  const blank = bytes[start + 10];
  if ((blank !== SPACE && blank !== 84) || length < 16 || bytes[start + 13] !== COLON) return Number.NaN;
  const hour = number2(bytes, start + 11);
  const minute = number2(bytes, start + 14);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return Number.NaN;
  let second = 0;
  let i = start + 16;
  if (length >= 19 && bytes[i] === COLON) {
    second = number2(bytes, start + 17);
    if (second < 0 || second > 59) return Number.NaN;
    i = start + 19;
  }
  if (i + 1 === end && bytes[i] === 90) lastDate.offset = 0;
  else if (i < end) {
    if (bytes[i] === SPACE) i++;
    const sign = bytes[i];
    if ((sign !== PLUS && sign !== DASH) || number2(bytes, i + 1) < 0) return Number.NaN;
    const minutes = bytes[i + 3] === COLON ? i + 4 : i + 3;
    if (minutes + 2 !== end || number2(bytes, minutes) < 0) return Number.NaN;
    const offset = number2(bytes, i + 1) * 60 + number2(bytes, minutes);
    lastDate.offset = sign === DASH ? -offset : offset;
  }
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Two digits as a number; below zero where one of them is none. */
function number2(bytes: Uint8Array, at: number): number {
  const a = bytes[at]! - 48;
  const b = bytes[at + 1]! - 48;
  // Below zero in one of these four where either is no digit: one branch for both.
  return (a | b | (9 - a) | (9 - b)) < 0 ? -10_000 : a * 10 + b;
}

/** yyyymmdd, or yyyymmddHH, yyyymmddHHMM, yyyymmddHHMMSS; NaN where the digits are no such day. */
export function readCompactDate(bytes: Uint8Array, start: number, end: number): WallMs {
  const length = end - start;
  lastDate.offset = NO_OFFSET;
  if (length !== 8 && length !== 10 && length !== 12 && length !== 14) {
    // 20260401 12:39
    if (length > 8 && (bytes[start + 8] === SPACE || bytes[start + 8] === 84)) {
      const day = readCompactDate(bytes, start, start + 8);
      return day + timeOfDay(bytes, start + 8, end);
    }
    return Number.NaN;
  }
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
  }
  const year = two(bytes, start) * 100 + two(bytes, start + 2);
  const month = two(bytes, start + 4);
  const day = two(bytes, start + 6);
  if (year < 1900 || !isDay(year, month, day)) return Number.NaN;
  const hour = length > 8 ? two(bytes, start + 8) : 0;
  const minute = length > 10 ? two(bytes, start + 10) : 0;
  const second = length > 12 ? two(bytes, start + 12) : 0;
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return civilToDay(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
}

function two(bytes: Uint8Array, at: number): number {
  return (bytes[at]! - 48) * 10 + bytes[at + 1]! - 48;
}

function fullYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

const MONTH_DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month]!) return false;
  if (year < 1800 || year > 2199) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** ` 08:26`, `T08:26:00.000Z`, `, 8:26 PM`, ` 12:39:28 -0400` in ms; NaN where it is no time of day. */
function timeOfDay(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  if (bytes[i] === 44) i++;
  if (bytes[i] === 84 || bytes[i] === 116) i++;
  else {
    if (bytes[i] !== SPACE) return Number.NaN;
    while (bytes[i] === SPACE) i++;
    // `1.02.2024 r. 12:30`, `… o 12:30`, `… at 12:30`
    if (bytes[i] === 97 && bytes[i + 1] === 116 && bytes[i + 2] === SPACE) i += 3;
  }
  let hour = 0;
  let n = 0;
  for (; i < end && n < 2; i++, n++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) break;
    hour = hour * 10 + digit;
  }
  if (n === 0) return Number.NaN;
  let minute = 0;
  let second = 0;
  let ms = 0;
  const clock = bytes[i] === COLON && i < end;
  if (clock) {
    if (!digitsAt(bytes, i + 1, end)) return Number.NaN;
    minute = two(bytes, i + 1);
    i += 3;
    if (i < end && bytes[i] === COLON) {
      if (!digitsAt(bytes, i + 1, end)) return Number.NaN;
      second = two(bytes, i + 1);
      i += 3;
      if (i < end && (bytes[i] === DOT || bytes[i] === 44)) {
        i++;
        let scale = 100;
        for (; i < end; i++) {
          const digit = bytes[i]! - 48;
          if (digit < 0 || digit > 9) break;
          ms += digit * scale;
          scale /= 10;
        }
        ms = Math.floor(ms);
      }
    }
  }
  let spaces = i;
  while (spaces < end && (bytes[spaces] === SPACE || (bytes[spaces] === 0xe2 && bytes[spaces + 1] === 0x80)))
    spaces += bytes[spaces] === SPACE ? 1 : 3;
  const letter = spaces < end ? bytes[spaces]! | 32 : 0;
  if ((letter === 97 || letter === 112) && isMeridiem(bytes, spaces, end)) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + (letter === 112 ? 12 : 0);
    i = spaces + (bytes[spaces + 1] === DOT ? 4 : 2);
  } else if (!clock) return Number.NaN;
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  if (i < end) {
    const zone = decodeBytes(bytes, i, end);
    if (!isZone(zone)) return Number.NaN;
    lastDate.offset = writtenOffset(zone);
  }
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

function digitsAt(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 1 >= end) return false;
  const a = bytes[at]! - 48;
  const b = bytes[at + 1]! - 48;
  return a >= 0 && a <= 9 && b >= 0 && b <= 9;
}

function isMeridiem(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 1 >= end) return false;
  const next = bytes[at + 1]!;
  return (next | 32) === 109 || (next === DOT && at + 2 < end && (bytes[at + 2]! | 32) === 109);
}

function isZone(text: string): boolean {
  return /^\.?\s*(?:Z|(?:UTC|GMT)?\s*[-+]\d{2}(?::?\d{2})?(?:\s*\([^)]*\))?|[A-Z]{3,4}|\([A-Z]{3,4}\)|GMT[-+]\d{1,2})$/.test(
    text,
  );
}

/** Minutes ahead of UTC: `Z`, `UTC`, ` +02:00`, `GMT-5`; `NO_OFFSET` for letters that say less. */
function writtenOffset(zone: string): number {
  if (/^\.?\s*(?:Z|\(?(?:UTC|GMT)\)?)$/.test(zone)) return 0;
  const [, sign, hours, minutes] = /([-+])(\d{1,2})(?::?(\d{2}))?(?:\s*\([^)]*\))?$/.exec(zone) ?? [];
  if (sign === undefined) return NO_OFFSET;
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}

/** Month names by their first letters, English and Polish (nominative, genitive, short). */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^jan(uary)?$|^sty(cze[nń]|cznia)?$/, 1],
  [/^feb(ruary)?$|^lut(y|ego)?$/, 2],
  [/^mar(ch|zec|ca)?$/, 3],
  [/^apr(il)?$|^kwi(ecie[nń]|etnia)?$/, 4],
  [/^may$|^maj(a)?$/, 5],
  [/^june?$|^cze(rwiec|rwca)?$/, 6],
  [/^july?$|^lip(iec|ca)?$/, 7],
  [/^aug(ust)?$|^sie(rpie[nń]|rpnia)?$/, 8],
  [/^sept?(ember)?$|^wrz(esie[nń]|e[sś]nia)?$/, 9],
  [/^oct(ober)?$|^pa[zź]([dź]*ziernik(a)?)?$/, 10],
  [/^nov(ember)?$|^lis(topad|topada)?$/, 11],
  [/^dec(ember)?$|^gru(dzie[nń]|dnia)?$/, 12],
];

export function monthNumber(word: string): number {
  const plain = word.toLowerCase().replace(/\.$/, '');
  return MONTHS.find(([pattern]) => pattern.test(plain))?.[1] ?? 0;
}

const WEEKDAY = '(?:[\\p{L}]{2,13}\\.?,?\\s+)?';
const NAMED: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [
    new RegExp(
      `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[-./\\s]+(\\p{L}{3,12})\\.?,?[-./\\s]+(\\d{4}|\\d{2})(?:\\s*r\\.)?(?=$|[,T\\s])`,
      'u',
    ),
    [3, 2, 1],
  ],
  [
    new RegExp(`^${WEEKDAY}(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?=$|[,T\\s])`, 'u'),
    [3, 1, 2],
  ],
  [/^(\d{4})[-./\s](\p{L}{3,12})\.?[-./\s](\d{1,2})(?=$|[,T\s])/u, [1, 2, 3]],
];

function namedDate(bytes: Uint8Array, start: number, end: number): WallMs {
  const text = decodeBytes(bytes, start, end).replace(/[\u00a0\u202f]/g, ' ');
  // Without a word of three letters there is no month's name to look for.
  if (!/\d/.test(text) || !/\p{L}{3}/u.test(text)) return Number.NaN;
  for (const [pattern, [yearAt, monthAt, dayAt]] of NAMED) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const month = monthNumber(match[monthAt] as string);
    const written = Number(match[yearAt]);
    const year = (match[yearAt] as string).length === 2 ? fullYear(written) : written;
    const day = Number(match[dayAt]);
    if (month === 0 || !isDay(year, month, day)) continue;
    const rest = text.slice(match[0].length);
    let time = 0;
    if (rest.trim() !== '') {
      const encoded = new TextEncoder().encode(rest);
      time = timeOfDay(encoded, 0, encoded.length);
      if (Number.isNaN(time)) return Number.NaN;
      lastDate.time = true;
    }
    lastDate.orders = ANY;
    return civilToDay(year, month, day) * DAY_MS + time;
  }
  return Number.NaN;
}
