import type { MetricFamily } from './metric-family';
import type { PersonMetric } from './people/person-metric';
import type { ReportMetric } from './reports/report-metric';

const files = import.meta.glob<MetricFamily>(['./families/*.ts', '!./families/*.test.ts'], {
  eager: true,
  import: 'family',
});

const metrics = Object.values(files)
  .sort((a, b) => a.place - b.place)
  .flatMap((family) => family.metrics);

/** Every metric there is, in the order they are shown: whatever a file of `families/` says. */
export const METRICS: {
  readonly person: readonly PersonMetric[];
  readonly aggregate: readonly ReportMetric[];
} = {
  person: metrics.filter((m): m is PersonMetric => m.grain === 'person'),
  aggregate: metrics.filter((m): m is ReportMetric => m.grain === 'aggregate'),
};
