import type { Locale } from '../core/label';
import { minorUnits } from '../core/minor-units';
import {
  currencySign,
  formatCompact,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  NOTHING,
} from '../i18n/format';
import type { MetricInfo } from './metric-info';

type Unit = MetricInfo['unit'];

/**
 * How the values of one metric are written, settled over all that stand together so that their decimal marks align:
 * `values` are those of the table's row or the chart.
 */
export interface MetricFormat {
  /** With its unit: 412 zł, 41.2%, 35 days. */
  readonly full: (value: number | null) => string;
  /** Without the unit a header already gives; percentages keep their sign. */
  readonly bare: (value: number | null) => string;
  /** Signed, in percentage points for rates. */
  readonly difference: (value: number | null) => string;
  /** Short, for axes. */
  readonly tick: (value: number) => string;
  /** What the header says of the unit: zł, days; null where the cells say it. */
  readonly unit: string | null;
}

const DAYS: Record<Locale, string> = { en: 'days', pl: 'dni' };
const POINTS: Record<Locale, string> = { en: 'pp', pl: 'p.p.' };
const NBSP = '\u00a0';

export function metricFormat(
  locale: Locale,
  metric: { readonly unit: Unit },
  currency: string | null,
  values: readonly (number | null)[],
): MetricFormat {
  const sizes = values.filter((v): v is number => v !== null && Number.isFinite(v)).map(Math.abs);
  const largest = Math.max(0, ...sizes);
  const known = (value: number | null): value is number => value !== null && Number.isFinite(value);
  const plus = (value: number | null, text: string) => (known(value) && value > 0 ? `+${text}` : text);

  switch (metric.unit) {
    case 'money': {
      const unit = minorUnits(currency);
      const minor = Math.round(Math.log10(unit));
      const digits = largest >= 1000 * unit ? 0 : minor;
      const full = (v: number | null) => formatMoney(locale, v, currency, { whole: digits === 0 });
      return {
        full,
        bare: (v) => formatNumber(locale, known(v) ? v / unit : null, digits),
        difference: (v) => plus(v, full(v)),
        tick: (v) => {
          const major = v / unit;
          return Math.abs(major) >= 10_000
            ? formatCompact(locale, major)
            : formatNumber(locale, major, Number.isInteger(major) ? 0 : Math.min(minor, 2));
        },
        unit: currency !== null && /^[A-Z]{3}$/.test(currency) ? currencySign(locale, currency) : null,
      };
    }
    case 'rate': {
      // Click and conversion rates differ in their hundredths.
      const digits = largest > 0 && largest < 0.05 ? 2 : 1;
      const full = (v: number | null) => formatPercent(locale, v, digits);
      return {
        full,
        bare: full,
        difference: (v) =>
          known(v) ? plus(v, `${formatNumber(locale, v * 100, digits)}${NBSP}${POINTS[locale]}`) : NOTHING,
        tick: (v) => formatPercent(locale, v, decimalsOf(v * 100, 3)),
        unit: null,
      };
    }
    case 'seconds':
      return {
        full: (v) => formatDuration(locale, v),
        bare: (v) => formatDuration(locale, v),
        difference: (v) =>
          known(v) && v < 0 ? `−${formatDuration(locale, -v)}` : plus(v, formatDuration(locale, v)),
        tick: (v) => formatDuration(locale, v),
        unit: null,
      };
    case 'days':
    case 'ratio':
    case 'count': {
      const whole = sizes.every((v) => Number.isInteger(v));
      const digits =
        metric.unit === 'count' ? 0 : metric.unit === 'days' ? (whole ? 0 : 1) : largest >= 100 ? 1 : 2;
      const bare = (v: number | null) => formatNumber(locale, v, digits);
      const unit = metric.unit === 'days' ? DAYS[locale] : null;
      const full = (v: number | null) => (unit === null || !known(v) ? bare(v) : `${bare(v)}${NBSP}${unit}`);
      return {
        full,
        bare,
        difference: (v) => {
          // A difference of counts or of medians need not be whole.
          const finer = known(v) && !Number.isInteger(v) ? Math.max(digits, 1) : digits;
          const text = formatNumber(locale, v, finer);
          return plus(v, unit === null || !known(v) ? text : `${text}${NBSP}${unit}`);
        },
        tick: (v) =>
          Math.abs(v) >= 10_000 ? formatCompact(locale, v) : formatNumber(locale, v, decimalsOf(v, 2)),
        unit,
      };
    }
  }
}

/** How many decimals it takes to write a tick as it is, and not as a rounded neighbour. */
function decimalsOf(value: number, most: number): number {
  for (let digits = 0; digits < most; digits++)
    if (Number.isInteger(Number((value * 10 ** digits).toPrecision(9)))) return digits;
  return most;
}
