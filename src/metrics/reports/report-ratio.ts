import type { Label } from '../../core/label';
import type { CountedAs } from '../people/counted-as';
import type { ReportFact } from './report-facts';
import type { ReportMetric } from './report-metric';

/** One sum over another, without an interval. */
export function reportRatio(of: {
  readonly id: string;
  readonly family: ReportMetric['family'];
  readonly label: Label;
  readonly numerator: Label;
  readonly denominator: Label;
  readonly of: ReportFact;
  readonly over: ReportFact;
  readonly unit?: 'money' | 'ratio' | 'seconds';
  readonly direction?: ReportMetric['direction'];
  readonly countedAs: CountedAs;
  readonly money?: readonly string[];
}): ReportMetric {
  return {
    id: of.id,
    grain: 'aggregate',
    family: of.family,
    label: of.label,
    definition: {
      en: `Sum of ${of.numerator.en} over sum of ${of.denominator.en}. A report does not say how much it varies, so there is no interval.`,
      pl: `Suma (${of.numerator.pl}) podzielona przez sumę (${of.denominator.pl}). Raport nie mówi, jak bardzo ta wartość się waha, więc nie ma przedziału.`,
    },
    numerator: of.numerator,
    denominator: of.denominator,
    unit: of.unit ?? 'ratio',
    direction: of.direction ?? 'more',
    countedAs: of.countedAs,
    measure: { kind: 'ratio', of: of.of, over: of.over },
    ...(of.money === undefined ? {} : { money: of.money }),
  };
}
