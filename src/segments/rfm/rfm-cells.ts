import type { Scope } from '../engine/scope';
import type { ScoreBand } from '../percentile-scores';
import { rfm } from './rfm';

/** How many buyers stand in each of the 25 cells, and what each score means. */
export interface CellCounts {
  readonly held: boolean;
  readonly buyers: number;
  /** `counts[r - 1][f - 1]`. */
  readonly counts: readonly (readonly number[])[];
  /** Buyers by money score 1–5. */
  readonly money: readonly number[];
  /** Days, orders, and minor units. */
  readonly recency: readonly ScoreBand[];
  readonly frequency: readonly ScoreBand[];
  readonly monetary: readonly ScoreBand[];
}

export function rfmCells(scope: Scope): CellCounts {
  const { held, buyers, recency, frequency, monetary } = rfm(scope);
  const counts = Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
  const money = new Array<number>(5).fill(0);
  for (let p = 0; p < recency.scores.length; p++) {
    const row = counts[recency.scores[p]! - 1];
    const f = frequency.scores[p]! - 1;
    if (row?.[f] !== undefined) row[f]!++;
    const m = monetary.scores[p]! - 1;
    if (money[m] !== undefined) money[m]!++;
  }
  return {
    held,
    buyers,
    counts,
    money,
    recency: recency.bands,
    frequency: frequency.bands,
    monetary: monetary.bands,
  };
}
