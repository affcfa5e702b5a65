import { AppError } from '../core/app-error';
import type { Bitset } from '../core/bitset';
import type { Dataset } from '../core/dataset';
import { DAY_MS, dayOf } from '../core/time/calendar';
import { PersonFacts } from '../metrics/people/person-facts';
import { personSales } from '../metrics/people/person-sales';
import { populationAt } from '../segments/population';
import { quantile } from '../stats/ranks/quantile';
import { comparedCurrency, type SegmentMembers } from './compare-people';
import type { ComparisonRequest } from './comparison';
import { measuredSpan } from './measure/measured-span';

export const DISTRIBUTED = ['revenue', 'orders', 'days-since-last'] as const;
export type Distributed = (typeof DISTRIBUTED)[number];

export interface DistributionRequest {
  readonly comparison: ComparisonRequest;
  readonly of: Distributed;
}

/** How one number of each person is spread, by segment and (last) over everyone, on bins all of them share. */
export interface Distribution {
  readonly of: Distributed;
  readonly currency: string | null;
  /** Ascending; bin i is from `edges[i]` up to, and without, `edges[i + 1]`. Money in minor units. */
  readonly edges: readonly number[];
  readonly lines: readonly {
    readonly segmentId: string | null;
    /** People with a value. */
    readonly n: number;
    /** People without one: no amount in the currency, or never an order. */
    readonly without: number;
    readonly counts: readonly number[];
    /** Beyond the last edge, which leaves out the topmost 2 % of everyone. */
    readonly above: number;
    readonly quantiles: {
      readonly p10: number;
      readonly p25: number;
      readonly median: number;
      readonly p75: number;
      readonly p90: number;
    } | null;
  }[];
}

const BINS = 24;
const SHOWN = 0.98;

/** @throws AppError `compare/no-data` for rows of reports */
export function distributionOf(
  dataset: Dataset,
  { comparison, of }: DistributionRequest,
  segments: readonly SegmentMembers[],
  now: number,
): Distribution {
  if (comparison.grain !== 'person') throw new AppError('compare/no-data');
  const span = measuredSpan(dataset, comparison, now);
  const population = populationAt(dataset, span.asOf);
  const currency = comparedCurrency(dataset, comparison);
  const facts = new PersonFacts(dataset, span, currency, population);
  const values = valuesOf(facts, of, span.asOf);
  const groups: readonly (readonly [string | null, Bitset])[] = [
    ...segments.map(({ segment, members }) => [segment.id, members.in.and(population)] as const),
    [null, population],
  ];
  const sorted = groups.map(([segmentId, people]) => {
    const held: number[] = [];
    people.forEach((p) => {
      const value = values[p]!;
      if (!Number.isNaN(value)) held.push(value);
    });
    return { segmentId, people: people.count(), held: Float64Array.from(held).sort() };
  });
  const edges = edgesOf(sorted.at(-1)?.held ?? new Float64Array(), of !== 'revenue');
  return {
    of,
    currency: of === 'revenue' ? currency : null,
    edges,
    lines: sorted.map(({ segmentId, people, held }) => ({
      segmentId,
      n: held.length,
      without: people - held.length,
      ...counted(held, edges),
      quantiles:
        held.length === 0
          ? null
          : {
              p10: quantile(held, 0.1),
              p25: quantile(held, 0.25),
              median: quantile(held, 0.5),
              p75: quantile(held, 0.75),
              p90: quantile(held, 0.9),
            },
    })),
  };
}

/** By person; NaN where there is nothing to say. */
function valuesOf(facts: PersonFacts, of: Distributed, asOf: number): Float64Array {
  const { people, orders } = facts.dataset;
  // Nobody is known to have bought nothing where no orders are held.
  if (orders.size === 0) return new Float64Array(people.size).fill(Number.NaN);
  if (of === 'orders') return personSales(facts).orders;
  if (of === 'revenue') {
    const { revenue, valued } = personSales(facts);
    return revenue.map((value, p) => (valued[p] === 1 ? value : Number.NaN));
  }
  const out = new Float64Array(people.size).fill(Number.NaN);
  const today = dayOf(asOf);
  for (let p = 0; p < people.size; p++)
    for (let o = orders.offsets[p]!; o < orders.offsets[p + 1]!; o++) {
      const at = orders.time[o]!;
      // Sorted by time, undated last.
      if (!(at < (today + 1) * DAY_MS)) break;
      if (orders.isSale[o] === 1) out[p] = today - dayOf(at);
    }
  return out;
}

/** From the least to where 98 % of everyone lie, in whole steps where values are whole. */
function edgesOf(sorted: Float64Array, whole: boolean): readonly number[] {
  if (sorted.length === 0) return [0, 1];
  const least = sorted[0]!;
  const most = Math.max(least, quantile(sorted, SHOWN));
  const lo = least >= 0 && least < most / 2 ? 0 : Math.floor(least);
  const rough = (most - lo) / BINS;
  const width = whole ? Math.max(1, Math.ceil(rough)) : rough || 1;
  const bins = Math.max(1, Math.floor((most - lo) / width) + 1);
  return Array.from({ length: bins + 1 }, (_, i) => lo + i * width);
}

function counted(held: Float64Array, edges: readonly number[]) {
  const counts = new Array<number>(edges.length - 1).fill(0);
  let above = 0;
  let bin = 0;
  for (const value of held) {
    while (bin < counts.length && value >= edges[bin + 1]!) bin += 1;
    if (bin === counts.length) above += 1;
    else counts[bin]! += 1;
  }
  return { counts, above };
}
