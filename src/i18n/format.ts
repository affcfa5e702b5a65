import type { WallMs } from '../core/column';
import type { Locale } from '../core/label';
import { minorUnits } from '../core/minor-units';

/**
 * Numbers, money, dates and sizes as a reader of `locale` writes them. Intl objects are made once: making one costs
 * as much as a hundred calls to it. Every null or NaN is the dash, never 0.
 */
export const NOTHING = '–';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numbers(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) {
    // Polish leaves four-digit numbers ungrouped, which breaks a column of them.
    format = new Intl.NumberFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
      useGrouping: 'always',
      ...options,
    });
    numberFormats.set(key, format);
  }
  return format;
}

function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', options);
    dateFormats.set(key, format);
  }
  return format;
}

const missing = (value: number | null): value is null => value === null || !Number.isFinite(value);

/** U+2212 is as wide as a digit and is not taken for a hyphen. */
const signed = (text: string) => text.replace(/^-/, '−');

/** `digits` is exact: a column of numbers has its decimal marks under each other. */
export function formatNumber(locale: Locale, value: number | null, digits = 0): string {
  if (missing(value)) return NOTHING;
  return signed(
    numbers(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
  );
}

/** As written: up to six decimals, none when whole. */
export function formatPlain(locale: Locale, value: number | null): string {
  if (missing(value)) return NOTHING;
  return signed(numbers(locale, { maximumFractionDigits: 6 }).format(value));
}

/** 1 234 567 as 1.2M / 1,2 mln, for axes and badges. */
export function formatCompact(locale: Locale, value: number | null): string {
  if (missing(value)) return NOTHING;
  return signed(numbers(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value));
}

/** A fraction as a percentage. */
export function formatPercent(locale: Locale, fraction: number | null, digits = 0): string {
  if (missing(fraction)) return NOTHING;
  return signed(
    numbers(locale, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(fraction),
  );
}

/** A share of a whole, short: whole percents, tenths only at the ends, where some are never written as none or as all. */
export function formatShare(locale: Locale, share: number | null): string {
  if (missing(share)) return NOTHING;
  if (share > 0 && share < 0.0005) return `<${formatPercent(locale, 0.001, 1)}`;
  if (share < 1 && share >= 0.9995) return `>${formatPercent(locale, 0.999, 1)}`;
  return formatPercent(locale, share, (share > 0 && share < 0.01) || (share > 0.99 && share < 1) ? 1 : 0);
}

/** Decimal places a currency's amounts are written with: PLN 2, JPY 0, KWD 3. */
export function currencyDigits(currency: string | null): number {
  return Math.round(Math.log10(minorUnits(currency)));
}

/**
 * Minor units with the currency's sign. `whole` leaves the fraction off, where it says nothing.
 * Without a currency the number stands alone.
 */
export function formatMoney(
  locale: Locale,
  minor: number | null,
  currency: string | null,
  options: { readonly whole?: boolean } = {},
): string {
  if (missing(minor)) return NOTHING;
  const units = minorUnits(currency);
  const shown = options.whole ? 0 : currencyDigits(currency);
  const major = minor / units;
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return formatNumber(locale, major, shown);
  const sign = currencySign(locale, currency);
  // 412 zł, 412 Kč: a sign that is a word stands after its number, in English too.
  if (/^\p{L}+\.?$/u.test(sign)) return `${formatNumber(locale, major, shown)}\u00a0${sign}`;
  return signed(
    numbers(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    }).format(major),
  );
}

const signs = new Map<string, string>();

/** zł, €, $: as short as the reader's language allows. */
export function currencySign(locale: Locale, currency: string): string {
  const key = locale + currency;
  let sign = signs.get(key);
  if (sign === undefined) {
    const parts = numbers(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(0);
    sign = parts.find((part) => part.type === 'currency')?.value ?? currency;
    signs.set(key, sign);
  }
  return sign;
}

/** 31 Oct 2026 / 31 paź 2026. Wall time is counted as though it were UTC, so it is shown in UTC. */
export function formatDay(locale: Locale, at: WallMs | null): string {
  if (missing(at)) return NOTHING;
  return dates(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}

export function formatMonth(locale: Locale, at: WallMs | null): string {
  if (missing(at)) return NOTHING;
  return dates(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}

export function formatDayTime(locale: Locale, at: WallMs | null): string {
  if (missing(at)) return NOTHING;
  return dates(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(at);
}

/** 1–31 Oct 2026, as short as the two days allow. */
export function formatRange(locale: Locale, from: WallMs | null, to: WallMs | null): string {
  if (missing(from) || missing(to)) return NOTHING;
  return dates(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
    from,
    to,
  );
}

/** ISO days (`2026-10-01`) of a passport. */
export function formatIsoRange(
  locale: Locale,
  range: { readonly from: string; readonly to: string },
): string {
  return formatRange(locale, Date.parse(range.from), Date.parse(range.to));
}

/** A moment of the real clock (epoch ms), in the reader's own zone. */
export function formatClock(locale: Locale, epochMs: number | null): string {
  if (missing(epochMs)) return NOTHING;
  return dates(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(epochMs);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function formatBytes(locale: Locale, bytes: number | null): string {
  if (missing(bytes)) return NOTHING;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return numbers(locale, {
    style: 'unit',
    unit: BYTE_UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

/** Seconds as 1 h 5 min, 3 min 20 s, 45 s: the two largest units. */
export function formatDuration(locale: Locale, seconds: number | null): string {
  if (missing(seconds)) return NOTHING;
  const whole = Math.round(seconds);
  const part = (value: number, unit: 'hour' | 'minute' | 'second') =>
    numbers(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  if (whole < 60) return part(whole, 'second');
  if (whole < 3600) {
    const rest = whole % 60;
    return rest === 0
      ? part(whole / 60, 'minute')
      : `${part(Math.floor(whole / 60), 'minute')} ${part(rest, 'second')}`;
  }
  return `${part(Math.floor(whole / 3600), 'hour')} ${part(Math.floor((whole % 3600) / 60), 'minute')}`;
}

const lists = new Map<string, Intl.ListFormat>();

/** "a, b and c". */
export function formatList(locale: Locale, items: readonly string[], type: 'and' | 'or' = 'and'): string {
  const key = `${locale}${type}`;
  let format = lists.get(key);
  if (!format) {
    format = new Intl.ListFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
      type: type === 'and' ? 'conjunction' : 'disjunction',
    });
    lists.set(key, format);
  }
  return format.format(items);
}

/** A number for a spreadsheet's clipboard: the locale's decimal mark, nothing else. */
export function numberForCopy(locale: Locale, value: number | null): string {
  if (missing(value)) return '';
  const plain = String(value);
  return locale === 'pl' ? plain.replace('.', ',') : plain;
}
