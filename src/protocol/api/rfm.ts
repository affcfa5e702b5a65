import type { Label } from '../../core/label';
import type { ScoreBand } from '../../segments/percentile-scores';
import type { RfmComparison } from '../../segments/rfm-comparison';
import type { RfmTable } from '../../segments/rfm-dialects';
import type { RfmGroup, Rule } from '../../segments/rule';

/** RFM in other tools' names, over the same customers. */
export interface RfmMethods {
  rfm: {
    request: { asOf: number | null; currency: string | null; dialect: DialectId; locale: 'en' | 'pl' };
    answer: RfmView;
  };
  /** Null goes back to the table as it comes. */
  saveRfmTable: { request: { table: RfmTable | null }; answer: undefined };
}

export const DIALECT_IDS = ['klaviyo', 'braze', 'own'] as const;
export type DialectId = (typeof DIALECT_IDS)[number];

export interface RfmView extends RfmComparison {
  readonly asOf: number;
  /** False where too few have bought: everything else is then empty. */
  readonly held: boolean;
  readonly currency: string | null;
  /** Days, orders and minor units; scores that somebody has, worst first. */
  readonly cuts: {
    readonly r: readonly ScoreBand[];
    readonly f: readonly ScoreBand[];
    readonly m: readonly ScoreBand[];
  };
  /** Places in `RFM_GROUPS` of each cell of R × F, `ours[r - 1][f - 1]`. */
  readonly ours: readonly (readonly RfmGroup[])[];
  readonly dialect: DialectId;
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
  /** The person's own, or ours. */
  readonly table: RfmTable;
  readonly tableChanged: boolean;
}
