import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';
import type { ReachQuality, SegmentQuality } from '../../segments/quality/quality';
import type { QualityBadge } from '../../segments/quality/quality-badges';
import type { Rule } from '../../segments/rule/rule';
import type { MemberPage, SegmentDraft } from './segments';

/** How segments lie to one another, and whether one is any good. */
export interface SetMethods {
  /** At most six segments. */
  overlap: { request: SetRequest; answer: OverlapView };
  firstMatch: { request: SetRequest; answer: FirstMatchView };
  /** People a rule holds for, a page at a time: those of a part, a group, a cell. */
  ruleMembers: {
    request: {
      rule: Rule;
      asOf: number | null;
      currency: string | null;
      offset: number;
      limit: number;
    };
    answer: MemberPage;
  };
  exportRuleMembers: {
    request: {
      rule: Rule;
      asOf: number | null;
      currency: string | null;
      name: string;
      format: CsvFormat;
    };
    answer: ExportedFile;
  };
  /** All of them, or none where one is refused. */
  saveSegments: {
    request: { drafts: readonly SegmentDraft[] };
    answer: { readonly ids: readonly string[] };
  };
  quality: { request: QualityRequest; answer: QualityView };
}

export interface SetRequest {
  readonly segmentIds: readonly string[];
  readonly asOf: number | null;
  readonly currency: string | null;
}

/** Parts, `inNone` and `unplaced` part the population. */
export interface OverlapView {
  readonly asOf: number;
  readonly population: number;
  readonly segments: readonly {
    readonly id: string;
    readonly size: number;
    readonly unknown: number;
  }[];
  readonly parts: readonly {
    /** In exactly these and no other, in the order asked. */
    readonly segmentIds: readonly string[];
    readonly count: number;
  }[];
  readonly inNone: number;
  /** For one segment or more it can't be told whether they are in it. */
  readonly unplaced: number;
  /** `pairs[a][b]`, in the order asked. */
  readonly pairs: readonly (readonly {
    readonly shared: number;
    readonly either: number;
    /** Null where both are empty. */
    readonly jaccard: number | null;
  }[])[];
  readonly inAny: number;
  readonly inAll: number;
  /** In the first and in none of the others. */
  readonly inFirstOnly: number;
}

/** Groups, `rest` and `unknown` part the population. */
export interface FirstMatchView {
  readonly asOf: number;
  readonly population: number;
  readonly groups: readonly {
    readonly id: string;
    /** Of the segment itself. */
    readonly size: number;
    /** In it and in no earlier one. */
    readonly exclusive: number;
    /** Members that earlier segments took, first to last; those that took none are left out. */
    readonly taken: readonly { readonly by: string; readonly count: number }[];
    /** Members that might be in an earlier one, and so stand nowhere. */
    readonly untold: number;
  }[];
  readonly rest: number;
  readonly unknown: number;
}

export const QUALITY_GOALS = ['revenue', 'orders', 'events'] as const;
export type QualityGoal = (typeof QUALITY_GOALS)[number];

export const SINCE = ['week', 'month', 'quarter', 'year'] as const;
/** How long before the as-of the earlier one lies. */
export type Since = (typeof SINCE)[number];

export interface QualityRequest {
  readonly segmentId: string;
  readonly asOf: number | null;
  readonly currency: string | null;
  /** Null is the first that is held. */
  readonly goal: QualityGoal | null;
  readonly since: Since;
}

export interface QualityView extends Omit<SegmentQuality, 'closest' | 'reachable'> {
  readonly asOf: number;
  /** The earlier as-of; null where the data does not reach back to it. */
  readonly before: number | null;
  /** Null where nothing is held to judge by. */
  readonly goal: QualityGoal | null;
  readonly goals: readonly QualityGoal[];
  /** Of a goal in money. */
  readonly currency: string | null;
  readonly population: number;
  readonly closest: { readonly id: string; readonly jaccard: number } | null;
  readonly reachable: readonly ReachQuality[];
  readonly badges: readonly QualityBadge[];
}
