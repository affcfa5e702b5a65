import type { Label } from '../../core/label';
import type { CountedAs } from '../people/counted-as';
import type { ReportFact } from './report-facts';
import type { ReportMetric } from './report-metric';

/** Counts out of the counts they are among: a proportion, with Wilson's interval. */
export function reportRate(of: {
  readonly id: string;
  readonly family: ReportMetric['family'];
  readonly label: Label;
  readonly numerator: Label;
  readonly denominator: Label;
  readonly of: ReportFact;
  readonly over: ReportFact;
  readonly direction?: ReportMetric['direction'];
  readonly countedAs: CountedAs;
}): ReportMetric {
  return {
    id: of.id,
    grain: 'aggregate',
    family: of.family,
    label: of.label,
    definition: {
      en: `${sentence(of.numerator.en)} out of all ${of.denominator.en}, each taken as independent.`,
      pl: `${sentence(of.numerator.pl)} spośród wszystkich (${of.denominator.pl}), przy założeniu ich niezależności.`,
    },
    numerator: of.numerator,
    denominator: of.denominator,
    unit: 'rate',
    direction: of.direction ?? 'more',
    countedAs: of.countedAs,
    measure: { kind: 'rate', of: of.of, over: of.over },
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
