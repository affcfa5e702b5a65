import type { Label } from '../../core/label';
import type { CountedAs } from '../people/counted-as';
import type { ReportMetric } from './report-metric';

/** The sum of a report's column over the rows of a segment. */
export function reportTotal(of: {
  readonly id: string;
  readonly family: ReportMetric['family'];
  readonly label: Label;
  /** What is summed, as it stands in a formula. */
  readonly what: Label;
  /** What must be known to read the sum right. */
  readonly note?: Label;
  readonly columns: readonly string[];
  readonly unit?: 'count' | 'money';
  readonly direction?: ReportMetric['direction'];
  readonly countedAs: CountedAs;
}): ReportMetric {
  const { unit = 'count', note = { en: '', pl: '' } } = of;
  return {
    id: of.id,
    grain: 'aggregate',
    family: of.family,
    label: of.label,
    definition: {
      en: `Sum of ${of.what.en} over the rows of the segment. ${note.en}`.trim(),
      pl: `Suma z wierszy segmentu: ${of.what.pl}. ${note.pl}`.trim(),
    },
    numerator: of.what,
    denominator: null,
    unit,
    direction: of.direction ?? 'more',
    countedAs: of.countedAs,
    measure: { kind: 'total', columns: of.columns },
    ...(unit === 'money' ? { money: of.columns } : {}),
  };
}
