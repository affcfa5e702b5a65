import { AppError } from '../../core/app-error';
import type { Dataset } from '../../core/dataset';
import { keptMembers, keptPeople } from '../../metrics/kept-people';
import { PersonFacts } from '../../metrics/people/person-facts';
import { populationAt } from '../../segments/population';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';
import { comparedCurrency, type SegmentMembers } from '../compare-people';
import type { Retention, RetentionRequest } from '../comparison';
import { measuredSpan } from '../measure/measured-span';

/**
 * Who ordered again, by calendar months since the month of the first order held: cohorts over everyone, and a curve
 * for each segment and (last) everyone. Cohorts are those whose first order lies in the period compared; entry k is
 * month k, from 0 to `periods`. A month that is not over is null, in curves too, where it is left out of n.
 */
export function retentionOf(
  dataset: Dataset,
  request: RetentionRequest,
  segments: readonly SegmentMembers[],
  now: number,
): Retention {
  const { comparison, definition, periods } = request;
  if (comparison.grain !== 'person') throw new AppError('compare/no-data');
  const span = measuredSpan(dataset, comparison, now);
  const population = populationAt(dataset, span.asOf);
  const facts = new PersonFacts(dataset, span, comparedCurrency(dataset, comparison), population);
  const held = span.to < span.from ? null : keptPeople(facts, span.asOf, definition, periods);
  if (held === null) {
    const nothing = Array.from({ length: periods + 1 }, () => null);
    return {
      definition,
      cohorts: [],
      curves: [...segments.map(({ segment }) => segment.id), null].map((segmentId) => ({
        segmentId,
        points: nothing,
      })),
    };
  }

  const { months, sizes, keptOf } = held;
  const finished = months.lastFinished(span.horizon);
  const from = months.indexOf(Math.max(span.from, months.starts[0]!));
  const to = months.indexOf(span.to);
  const cohorts = Array.from({ length: to - from + 1 }, (_, i) => {
    const cohort = from + i;
    const size = sizes[cohort]!;
    return {
      from: months.starts[cohort]!,
      size,
      kept: Array.from({ length: periods + 1 }, (_, k) =>
        size === 0 || cohort + k > finished ? null : keptOf[cohort * (periods + 1) + k]! / size,
      ),
    };
  });
  const lines = [
    ...segments.map(({ segment, members }) => ({ segmentId: segment.id, of: members.in })),
    { segmentId: null, of: population },
  ];
  return {
    definition,
    cohorts,
    curves: lines.map(({ segmentId, of }) => ({
      segmentId,
      points: curveOf(keptMembers(of, held)),
    })),
  };
}

function curveOf({ asked, kept }: ReturnType<typeof keptMembers>): Retention['curves'][number]['points'] {
  return Array.from(asked, (n, k) =>
    n === 0 ? null : { value: kept[k]! / n, n, interval: wilsonInterval(kept[k]!, n) },
  );
}
