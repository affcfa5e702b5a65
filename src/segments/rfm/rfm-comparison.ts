import type { Bitset } from '../../core/bitset';
import { RFM_GROUPS } from '../rule/rule';
import type { Rfm } from './rfm';
import { dialectGroup, ourGroup, type RfmDialect, SCORES } from './rfm-dialects';

/** The same customers by our names and by a dialect's. Buyers = Σ cross + Σ uncovered + Σ untold. */
export interface RfmComparison {
  readonly buyers: number;
  /** People by cell, `cells[r - 1][f - 1]`. */
  readonly cells: readonly (readonly number[])[];
  /** `cross[ours][theirs]`, ours in the order of `RFM_GROUPS`. */
  readonly cross: readonly (readonly number[])[];
  /** By ours: in no group of theirs. */
  readonly uncovered: readonly number[];
  /** By ours: their group hangs on M, and theirs can't be told. */
  readonly untold: readonly number[];
  /** Cells of ours that no group takes in, with who stands there; also those nobody stands in. */
  readonly uncoveredCells: readonly {
    readonly r: number;
    readonly f: number;
    /** Scores of M it is uncovered for. */
    readonly m: readonly number[];
    readonly people: number;
  }[];
  /** In a group of another name than ours, or in none. */
  readonly renamed: number;
}

export function compareRfm(scores: Rfm, dialect: RfmDialect, everyone: Bitset): RfmComparison {
  const people = new Float64Array(6 * 6 * 6);
  everyone.forEach((p) => {
    const r = scores.recency.scores[p]!;
    const f = scores.frequency.scores[p]!;
    if (r > 0 && f > 0) people[(r * 6 + f) * 6 + scores.monetary.scores[p]!]!++;
  });
  const at = (r: number, f: number, m: number) => people[(r * 6 + f) * 6 + m] ?? 0;
  const cross = RFM_GROUPS.map(() => dialect.groups.map(() => 0));
  const uncovered = RFM_GROUPS.map(() => 0);
  const untold = RFM_GROUPS.map(() => 0);
  const uncoveredCells: { r: number; f: number; m: number[]; people: number }[] = [];
  let renamed = 0;
  const add = (list: number[], i: number, n: number) => {
    list[i] = (list[i] ?? 0) + n;
  };
  for (const r of SCORES) {
    for (const f of SCORES) {
      const name = ourGroup(r, f);
      const ours = RFM_GROUPS.indexOf(name);
      const theirs = SCORES.map((m) => dialectGroup(dialect, r, f, m));
      const place = (group: number | null, n: number) => {
        if (group === null) add(uncovered, ours, n);
        else add(cross[ours] ?? [], group, n);
        if (group === null || dialect.groups[group]?.same !== name) renamed += n;
      };
      SCORES.forEach((m, i) => {
        place(theirs[i] ?? null, at(r, f, m));
      });
      // Without a score of M they have a group where M makes no difference.
      const one = new Set(theirs).size === 1;
      if (one) place(theirs[0] ?? null, at(r, f, 0));
      else add(untold, ours, at(r, f, 0));
      const without = SCORES.filter((_, i) => theirs[i] === null);
      if (without.length > 0)
        uncoveredCells.push({
          r,
          f,
          m: without,
          people: without.reduce<number>((sum, m) => sum + at(r, f, m), one ? at(r, f, 0) : 0),
        });
    }
  }
  return {
    buyers: people.reduce((sum, n) => sum + n, 0),
    cells: SCORES.map((r) =>
      SCORES.map((f) => [0, ...SCORES].reduce<number>((sum, m) => sum + at(r, f, m), 0)),
    ),
    cross,
    uncovered,
    untold,
    uncoveredCells,
    renamed,
  };
}
