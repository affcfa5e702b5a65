import type { Locale } from '../../../core/label';

/** A rate in full, however small: four decimals as banks print them, more where it has more. */
export function rateText(locale: Locale, rate: number): string {
  return new Intl.NumberFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    minimumFractionDigits: 4,
    maximumFractionDigits: 12,
    useGrouping: false,
  }).format(rate);
}
