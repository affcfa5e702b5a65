import { AppError } from '../core/app-error';
import { assertNever } from '../core/assert-never';
import type { Dataset } from '../core/dataset';
import { firstSales } from '../metrics/first-sales';
import { monthActivity } from '../metrics/month-activity';
import { PersonFacts } from '../metrics/person-facts';
import { populationAt } from '../segments/population';
import { wilsonInterval } from '../stats/wilson-interval';
import { comparedCurrency, type SegmentMembers } from './compare-people';
import type { Retention, RetentionDefinition, RetentionRequest } from './comparison';
import { measuredSpan } from './measured-span';
import { PeopleStrata } from './people-strata';

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
  const strata = new PeopleStrata(
    population,
    segments.map(({ members }) => members.in),
  );
  const lines = [
    ...segments.map(({ segment, members }) => ({ segmentId: segment.id, of: strata.group(members.in) })),
    { segmentId: null, of: strata.group(population) },
  ].map(({ segmentId, of }) => ({
    segmentId,
    of,
    kept: new Float64Array(periods + 1),
    asked: new Float64Array(periods + 1),
  }));
  const facts = new PersonFacts(dataset, span, comparedCurrency(dataset, comparison), population);
  const activity = monthActivity(facts);
  if (activity === null || span.to < span.from)
    return { definition, cohorts: [], curves: lines.map(curveOf) };

  const { months } = activity;
  const first = firstSales(facts);
  const finished = months.lastFinished(span.horizon);
  const cohortCount = months.starts.length - 1;
  const width = periods + 1;
  /** By stratum, cohort and month since the first: people kept, told at the first of the months it decides. */
  const told = new Float64Array(strata.sizes.length * cohortCount * width);
  const sizes = new Float64Array(strata.sizes.length * cohortCount);
  const cohortOf = facts.always(`cohorts ${months.first} ${span.from} ${span.to}`, () => {
    const out = new Int32Array(first.length).fill(-1);
    for (let p = 0; p < out.length; p++) {
      const start = first[p]!;
      if (start >= span.from && start <= span.to) out[p] = months.indexOf(start);
    }
    return out;
  });
  for (let p = 0; p < cohortOf.length; p++) {
    const stratum = strata.stratumOf[p]!;
    const cohort = cohortOf[p]!;
    if (stratum < 0 || cohort < 0) continue;
    const cell = stratum * cohortCount + cohort;
    sizes[cell]!++;
    tellMonths(activity.bits, activity.words, p, cohort, definition, told, cell * width, width);
  }
  for (let cell = 0; cell < sizes.length; cell++) {
    carryOver(definition, told, cell * width, width, sizes[cell]!);
  }

  const cohortSizes = new Float64Array(cohortCount);
  const cohortKept = new Float64Array(cohortCount * width);
  const addTo = (kept: Float64Array, at: number, cell: number, last: number) => {
    for (let k = 0; k <= last; k++) kept[at + k]! += told[cell * width + k]!;
  };
  for (let cell = 0; cell < sizes.length; cell++) {
    const cohort = cell % cohortCount;
    cohortSizes[cohort]! += sizes[cell]!;
    addTo(cohortKept, cohort * width, cell, periods);
  }
  for (const { of, kept, asked } of lines) {
    for (const s of of.strata) {
      for (let cohort = 0; cohort < cohortCount; cohort++) {
        const cell = s * cohortCount + cohort;
        const last = Math.min(periods, finished - cohort);
        addTo(kept, 0, cell, last);
        for (let k = 0; k <= last; k++) asked[k]! += sizes[cell]!;
      }
    }
  }

  const from = months.indexOf(Math.max(span.from, months.starts[0]!));
  const to = months.indexOf(span.to);
  return {
    definition,
    cohorts: Array.from({ length: to - from + 1 }, (_, i) => {
      const cohort = from + i;
      const size = cohortSizes[cohort]!;
      const kept = cohortKept.subarray(cohort * width, (cohort + 1) * width);
      return {
        from: months.starts[cohort]!,
        size,
        kept: Array.from(kept, (n, k) => (size === 0 || cohort + k > finished ? null : n / size)),
      };
    }),
    curves: lines.map(curveOf),
  };
}

/**
 * Counts one person where their months say something: `on` at each month they ordered in; `on-or-after` at the last;
 * `every-period` at the last without a gap; `any-so-far` at the first after month 0. What follows for the months around
 * is `carryOver`'s, once for all people of a cell.
 */
function tellMonths(
  bits: Uint32Array,
  words: number,
  person: number,
  cohort: number,
  definition: RetentionDefinition,
  told: Float64Array,
  at: number,
  width: number,
): void {
  let last = 0;
  let unbroken = 0;
  for (let w = cohort >>> 5; w < words; w++) {
    let left = bits[person * words + w]!;
    while (left !== 0) {
      const lowest = left & -left;
      left ^= lowest;
      const k = w * 32 + 31 - Math.clz32(lowest) - cohort;
      last = k;
      if (k === unbroken + 1) unbroken = k;
      if (k === 0 || k >= width) continue;
      if (definition === 'on') told[at + k]!++;
      else if (definition === 'any-so-far') {
        told[at + k]!++;
        return;
      }
    }
  }
  if (definition === 'on-or-after') told[at + Math.min(last, width - 1)]!++;
  else if (definition === 'every-period') told[at + Math.min(unbroken, width - 1)]!++;
}

/** Month 0 is everybody's. Whoever is kept at a later month was at all before, or whoever returned stays so. */
function carryOver(
  definition: RetentionDefinition,
  told: Float64Array,
  at: number,
  width: number,
  size: number,
): void {
  switch (definition) {
    case 'on':
      break;
    case 'on-or-after':
    case 'every-period':
      for (let k = width - 2; k >= 0; k--) told[at + k]! += told[at + k + 1]!;
      break;
    case 'any-so-far':
      for (let k = 2; k < width; k++) told[at + k]! += told[at + k - 1]!;
      break;
    default:
      assertNever(definition);
  }
  told[at] = size;
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
