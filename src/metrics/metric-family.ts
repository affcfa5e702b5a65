import type { PersonMetric } from './people/person-metric';
import type { ReportMetric } from './reports/report-metric';

/** What a file of `families/` exports as `family`. */
export interface MetricFamily {
  /** Families stand in ascending order of this, metrics in the order they are written. */
  readonly place: number;
  readonly metrics: readonly (PersonMetric | ReportMetric)[];
}
