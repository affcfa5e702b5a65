import { Bitset } from '../../core/bitset';
import { measurePeople } from '../engine/measure-people';
import { memo } from '../engine/memo';
import type { Scope } from '../engine/scope';
import { percentileScores, quantileCutScores, type Scores } from '../percentile-scores';
import type { RfmGroup } from '../rule/rule';

/** Fewer buyers than scores can't be ranked into them. */
export const RFM_LEAST_BUYERS = 5;

/** Where each group lies: scores from–to of recency and frequency; together the 25 cells, each once (product.md §4.3). */
export const RFM_CELLS: Readonly<
  Record<RfmGroup, { readonly r: readonly [number, number]; readonly f: readonly [number, number] }>
> = {
  champions: { r: [5, 5], f: [4, 5] },
  loyal: { r: [3, 4], f: [4, 5] },
  'potential-loyalists': { r: [4, 5], f: [2, 3] },
  new: { r: [5, 5], f: [1, 1] },
  promising: { r: [4, 4], f: [1, 1] },
  'need-attention': { r: [3, 3], f: [3, 3] },
  'about-to-sleep': { r: [3, 3], f: [1, 2] },
  'at-risk': { r: [1, 2], f: [3, 4] },
  'cant-lose': { r: [1, 2], f: [5, 5] },
  hibernating: { r: [1, 2], f: [1, 2] },
};

export interface Rfm {
  /** False where no orders are held, or too few people have bought. */
  readonly held: boolean;
  /** Days since the last sale, sales, and revenue after refunds in minor units of the scope's currency. */
  readonly recency: Scores;
  readonly frequency: Scores;
  readonly monetary: Scores;
  readonly buyers: number;
}

/**
 * Scores of everyone who has bought up to the as-of, over all that is held of them.
 * `percentile` is the product's own; `quantile-cuts` is how the R package rfm cuts.
 */
export function rfm(scope: Scope, method: 'percentile' | 'quantile-cuts' = 'percentile'): Rfm {
  const { dataset, asOf, currency } = scope;
  return memo(dataset, `rfm ${method} ${asOf} ${currency}`, () => {
    const lifetime = { kind: 'lifetime' } as const;
    const recency = measurePeople(scope, { of: 'orders', stat: 'days-since-last' }, lifetime);
    const frequency = measurePeople(scope, { of: 'orders', stat: 'count' }, lifetime);
    const revenue = measurePeople(scope, { of: 'orders', stat: 'sum', field: 'revenue' }, lifetime);
    // Somebody of whom only returns are held has money back and no order: no buyer.
    const spent = revenue.values.map((v, p) => (Number.isNaN(frequency.values[p]) ? Number.NaN : v));
    const score = (values: Float64Array, better: 'more' | 'less', one = 1) =>
      method === 'percentile' ? percentileScores(values, better) : quantileCutScores(values, better, one);
    const r = score(recency.values, 'less');
    return {
      held: recency.held && r.n >= RFM_LEAST_BUYERS,
      recency: r,
      frequency: score(frequency.values, 'more'),
      monetary: score(spent, 'more', scope.units),
      buyers: r.n,
    };
  });
}

/** People of some groups, among those scored. */
export function rfmMembers(scores: Rfm, groups: readonly RfmGroup[], people: number): Bitset {
  const wanted = new Uint8Array(36);
  for (const group of groups) {
    const { r, f } = RFM_CELLS[group];
    for (let i = r[0]; i <= r[1]; i++) for (let j = f[0]; j <= f[1]; j++) wanted[i * 6 + j] = 1;
  }
  const out = new Bitset(people);
  const { scores: r } = scores.recency;
  const { scores: f } = scores.frequency;
  for (let p = 0; p < people; p++) if (wanted[r[p]! * 6 + f[p]!] === 1) out.add(p);
  return out;
}
