import type { Label } from '../../core/label';
import type { CountedAs } from '../people/counted-as';
import type { ReportMetric } from './report-metric';

/** The segment's part of a column's whole sum. */
export function reportShare(of: {
  readonly id: string;
  readonly family: ReportMetric['family'];
  readonly label: Label;
  readonly what: Label;
  readonly columns: readonly string[];
  readonly countedAs: CountedAs;
  /** Sessions and users may be taken as independent of each other; events and money come in heaps. */
  readonly independent?: boolean;
  readonly partsAreMoney?: true;
}): ReportMetric {
  return {
    id: of.id,
    grain: 'aggregate',
    family: of.family,
    label: of.label,
    definition: {
      en: `The rows of the segment out of all rows of the report, by ${of.what.en}.`,
      pl: `Wiersze segmentu jako część wszystkich wierszy raportu, licząc: ${of.what.pl}.`,
    },
    numerator: of.what,
    denominator: { en: `${of.what.en} of all rows`, pl: `${of.what.pl} ze wszystkich wierszy` },
    unit: 'rate',
    ...(of.partsAreMoney ? { partsAreMoney: true } : {}),
    direction: 'neither',
    countedAs: of.countedAs,
    measure: { kind: 'share-of-total', columns: of.columns, independent: of.independent ?? false },
  };
}
