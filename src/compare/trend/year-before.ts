import type { Dataset } from '../../core/dataset';
import { addMonths, DAY_MS, startOfDay } from '../../core/time/calendar';
import type { MeasuredPeriod } from '../../metrics/measured-period';
import type { PersonMetric } from '../../metrics/people/person-metric';
import { differenceOf } from '../cells/difference';
import type { SegmentMembers } from '../compare-people';
import type { Trend, TrendRequest } from '../comparison';
import type { Measured } from '../measure/measured';
import { measuredLines } from '../measure/measured-lines';
import type { StepDone } from '../step-done';

/** Who belonged a year before the as-of; null for a segment that is none then. */
export interface YearBefore {
  readonly asOf: number;
  readonly segments: readonly (SegmentMembers | null)[];
}

type Points = NonNullable<Trend['lines'][number]['yearBefore']>;

/**
 * Each line's periods a year before, of those who belonged then, and what has changed since. `periods` are as measured,
 * cut where the data ends, so that like is held against like.
 */
export function* yearBefore(
  dataset: Dataset,
  metric: PersonMetric,
  currency: string | null,
  then: YearBefore,
  periods: readonly MeasuredPeriod[],
  every: TrendRequest['every'],
  lines: readonly (readonly (Measured | null)[])[],
): Generator<StepDone, readonly Points[]> {
  const start = dataset.coverage === null ? Number.NaN : startOfDay(dataset.coverage.from);
  const back = (at: number) => (every === 'week' ? at - 52 * 7 * DAY_MS : addMonths(at, -12));
  const earlier = periods.map((period): MeasuredPeriod => {
    const to = back(period.to + 1) - 1;
    return { ...period, from: back(period.from), to, horizon: to };
  });
  const held = earlier.findIndex(({ from }) => from >= start);
  const measured =
    held < 0
      ? []
      : yield* measuredLines(
          dataset,
          metric,
          { asOf: then.asOf, currency },
          then.segments,
          earlier.slice(held),
        );
  return lines.map((line, l) =>
    line.map((now, i): Points[number] => {
      const before = held < 0 || i < held ? null : (measured[l]?.[i - held] ?? null);
      if (before?.state !== 'value') return null;
      const { value, n, interval } = before;
      if (now?.state !== 'value') return { value, n, interval, change: null };
      const change = differenceOf(now, before);
      return {
        value,
        n,
        interval,
        change: { value: now.value - value, interval: change?.interval ?? null },
      };
    }),
  );
}
