import type { Bitset } from '../../core/bitset';
import type { Label } from '../../core/label';
import type { ScoreBand } from '../percentile-scores';
import type { RfmGroup, Rule } from '../rule/rule';
import type { Rfm } from './rfm';
import { compareRfm, type RfmComparison } from './rfm-comparison';
import { dialectRule, ourGroup, type RfmDialect, SCORES } from './rfm-dialects';

/** A dialect beside our own names: who is called what, and each of its groups as a rule. */
export interface DialectView extends RfmComparison {
  /** False where too few have bought: everything else is then empty. */
  readonly held: boolean;
  /** Days, orders and minor units; scores that somebody has, worst first. */
  readonly cuts: {
    readonly r: readonly ScoreBand[];
    readonly f: readonly ScoreBand[];
    readonly m: readonly ScoreBand[];
  };
  /** Places in `RFM_GROUPS` of each cell of R × F, `ours[r - 1][f - 1]`. */
  readonly ours: readonly (readonly RfmGroup[])[];
  readonly dialectName: Label;
  /** Their score for ours of 1–5. */
  readonly folds: readonly number[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: Label;
    readonly people: number;
    /** Null of a group no score leads to. */
    readonly rule: Rule | null;
  }[];
  /** Whom no group takes in; null where they cover every cell. */
  readonly uncoveredRule: Rule | null;
}

export function dialectView(scores: Rfm, dialect: RfmDialect, everyone: Bitset): DialectView {
  const compared = compareRfm(scores, dialect, everyone);
  const { recency, frequency, monetary } = scores;
  return {
    ...compared,
    held: scores.held,
    cuts: { r: recency.bands, f: frequency.bands, m: monetary.bands },
    ours: SCORES.map((r) => SCORES.map((f) => ourGroup(r, f))),
    dialectName: dialect.name,
    folds: dialect.folds,
    groups: dialect.groups.map((group, at) => ({
      id: group.id,
      name: group.name,
      people: compared.cross.reduce((sum, row) => sum + (row[at] ?? 0), 0),
      rule: dialectRule(dialect, at),
    })),
    uncoveredRule: dialectRule(dialect, null),
  };
}
