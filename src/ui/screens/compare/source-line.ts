import type { Comparison } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatDay, formatNumber, formatRange } from '../../../i18n/format';

/** In one line what a picture of a comparison rests on. */
export function sourceLine(comparison: Comparison, locale: Locale): string {
  const { asOf, period, segments, request } = comparison;
  const dated = period.from < period.to;
  const population = segments[0]?.population;
  const names = comparison.passports.map((p) => (p.source.kind === 'file' ? p.source.name : p.source.title));
  return [
    ...(dated ? [formatDay(locale, asOf), formatRange(locale, period.from, period.to)] : []),
    ...(request.grain === 'person' && population !== undefined
      ? [`n = ${formatNumber(locale, population)}`]
      : []),
    [...new Set(names)].slice(0, 4).join(', '),
  ].join(' · ');
}
