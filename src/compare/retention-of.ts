import { AppError } from '../core/app-error';
import { assertNever } from '../core/assert-never';
import type { Dataset } from '../core/dataset';
import { firstSales } from '../metrics/first-sales';
import { MonthTable } from '../metrics/month-table';
import { PersonFacts } from '../metrics/person-facts';
import { populationAt } from '../segments/population';
import { wilsonInterval } from '../stats/wilson-interval';
import { comparedCurrency, type SegmentMembers } from './compare-people';
import type { Retention, RetentionDefinition, RetentionRequest } from './comparison';
import { measuredSpan } from './measured-span';
import { PersonGroup } from './person-group';

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
  const lines = [
    ...segments.map(({ segment, members }) => ({ segmentId: segment.id, of: members.in.and(population) })),
    { segmentId: null, of: population },
  ].map(({ segmentId, of }) => ({
    segmentId,
    flags: PersonGroup.of(of).flags,
    kept: new Float64Array(periods + 1),
    asked: new Float64Array(periods + 1),
  }));
  const { coverage, orders } = dataset;
  if (coverage === null || span.to < span.from)
    return { definition, cohorts: [], curves: lines.map(curveOf) };

  const facts = new PersonFacts(dataset, span, comparedCurrency(dataset, comparison), population);
  const first = firstSales(facts);
  const months = new MonthTable(Math.min(coverage.from, span.from), Math.max(coverage.to, span.horizon));
  const finished = months.lastFinished(span.horizon);
  const cohortCount = months.starts.length - 1;
  const sizes = new Float64Array(cohortCount);
  const cohortKept = Array.from({ length: cohortCount }, () => new Float64Array(periods + 1));
  /** Months since the first that a person ordered in. */
  const active = new Uint8Array(periods + 1);

  population.forEach((p) => {
    const start = first[p]!;
    if (!(start >= span.from && start <= span.to)) return;
    const cohort = months.indexOf(start);
    sizes[cohort]!++;
    active.fill(0);
    let last = 0;
    const end = orders.offsets[p + 1]!;
    for (let o = orders.offsets[p]!; o < end; o++) {
      const at = orders.time[o]!;
      if (orders.isSale[o] !== 1 || !(at <= span.horizon)) continue;
      const month = months.indexOf(at) - cohort;
      if (month <= periods) active[month] = 1;
      last = month;
    }
    const counted = cohortKept[cohort]!;
    let unbroken = true;
    let returned = false;
    for (let k = 0; k <= Math.min(periods, finished - cohort); k++) {
      const here = active[k] === 1;
      unbroken = unbroken && here;
      returned = returned || (here && k > 0);
      const kept = k === 0 || keptAt(definition, here, last >= k, unbroken, returned) ? 1 : 0;
      counted[k]! += kept;
      for (const line of lines) {
        if (line.flags[p] === 0) continue;
        line.asked[k]!++;
        line.kept[k]! += kept;
      }
    }
  });

  const from = months.indexOf(Math.max(span.from, months.starts[0]!));
  const to = months.indexOf(span.to);
  return {
    definition,
    cohorts: Array.from({ length: to - from + 1 }, (_, i) => {
      const cohort = from + i;
      const size = sizes[cohort]!;
      const counted = cohortKept[cohort]!;
      return {
        from: months.starts[cohort]!,
        size,
        kept: Array.from(counted, (n, k) => (size === 0 || cohort + k > finished ? null : n / size)),
      };
    }),
    curves: lines.map(curveOf),
  };
}

function keptAt(
  definition: RetentionDefinition,
  here: boolean,
  laterOrHere: boolean,
  unbroken: boolean,
  returned: boolean,
): boolean {
  switch (definition) {
    case 'on':
      return here;
    case 'on-or-after':
      return laterOrHere;
    case 'every-period':
      return unbroken;
    case 'any-so-far':
      return returned;
    default:
      return assertNever(definition);
  }
}

function curveOf(line: {
  readonly segmentId: string | null;
  readonly kept: Float64Array;
  readonly asked: Float64Array;
}): Retention['curves'][number] {
  return {
    segmentId: line.segmentId,
    points: Array.from(line.asked, (n, k) => {
      const kept = line.kept[k]!;
      return n === 0 ? null : { value: kept / n, n, interval: wilsonInterval(kept, n) };
    }),
  };
}
