import { CURRENCY_CODES, CURRENCY_SIGNS } from './currencies';

export interface Undecorated {
  /** Digits with their separators (blanks of any width as ' '), no sign. */
  readonly body: string;
  readonly negative: boolean;
  readonly percent: boolean;
  /** ISO code, '' for a sign that several currencies share, null where no currency is shown. */
  readonly currency: string | null;
  /** Powers of ten a suffix stands for: 3 for `k`. */
  readonly scale: number;
  /** `< 10`: a bound and no value. */
  readonly inexact: boolean;
  /** Written as 9.44E+18. */
  readonly exponent: boolean;
}

const signs = [...CURRENCY_SIGNS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((s) => s.replace(/[$.]/g, '\\$&'));
const currency = `${signs.join('|')}|[A-Z]{3}`;
const SHAPE = new RegExp(
  `^([<>≤≥~]=?\\s*)?([-+])?\\s*(${currency})?\\s*([-+])?\\s*` +
    `(\\d+(?:[.,]\\d+)?[eE][-+]?\\d{1,3}|\\d[\\d.,' ]*|[.,]\\d+)\\s*` +
    `(k|K|tys\\.?|m|M|mln|mio|bn|B|mld)?\\s*(%|${currency})?(-)?$`,
  'u',
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['tys', 3],
  ['tys.', 3],
  ['m', 6],
  ['M', 6],
  ['mln', 6],
  ['mio', 6],
  ['bn', 9],
  ['B', 9],
  ['mld', 9],
]);

/** Takes a number's decoration apart; null where the text is no number at all. */
export function undecorate(text: string): Undecorated | null {
  let plain = text
    .replace(/[\u00a0\u202f\u2007-\u2009]/g, ' ')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/\u2019/g, "'")
    .trim();
  let negative = false;
  if (plain.startsWith('(') && plain.endsWith(')')) {
    negative = true;
    plain = plain.slice(1, -1).trim();
  }
  const match = SHAPE.exec(plain);
  if (match === null) return null;
  const [, bound, sign, before, innerSign, digits = '', suffix, after, trailing] = match;
  const percent = after === '%';
  const shown = before ?? (percent ? undefined : after);
  if (before !== undefined && after !== undefined) return null;
  const code =
    shown === undefined
      ? null
      : (CURRENCY_SIGNS.get(shown) ?? (CURRENCY_CODES.has(shown) ? shown : undefined));
  if (code === undefined) return null;
  const minuses = [sign, innerSign, trailing].filter((s) => s === '-').length;
  if (minuses > 1 || (negative && minuses > 0)) return null;
  // `5m` may be minutes or metres as well as millions: only with a fraction or a currency is it a number.
  if (suffix === 'm' && code === null) return null;
  return {
    body: digits.trim(),
    negative: negative || minuses === 1,
    percent,
    currency: code,
    scale: suffix === undefined ? 0 : (SCALES.get(suffix) ?? 0),
    inexact: bound !== undefined,
    exponent: /[eE]/.test(digits),
  };
}
