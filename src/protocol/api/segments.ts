import type { ErrorCode } from '../../core/app-error';
import type { ColumnType } from '../../core/column';
import type { Label } from '../../core/label';
import type { Rule } from '../../segments/rule/rule';
import type { MissingSegment, Segment } from '../../segments/segment';

/** Who is in which segment, and the making of one's own. */
export interface SegmentMethods {
  /** Can be stopped between any two segments. */
  segments: {
    request: {
      asOf: number | null;
      currency: string | null;
      /**
       * Only these, those that there are, in this order: nothing is tuned or said of any other. Without it all are listed,
       * and those that ask a forecast are not counted: it is made for who asks for them.
       */
      ids?: readonly string[];
    };
    answer: SegmentCatalog;
  };
  /** Can be stopped between any two clauses. */
  previewRule: {
    request: {
      rule: Rule;
      /** The segment it is to become, which it can't lead to; absent for a new one. */
      id?: string;
      asOf: number | null;
      currency: string | null;
    };
    answer: RulePreview;
  };
  saveSegment: { request: SegmentDraft; answer: Segment };
  cloneSegment: { request: { id: string; name: string }; answer: Segment };
  deleteSegment: { request: { id: string }; answer: undefined };
  members: {
    request: {
      segmentId: string;
      asOf: number | null;
      offset: number;
      limit: number;
      /** By label, first to last, unless given; who has no value stands last either way. */
      sort?: MemberSort;
      /** Only those whose label, name, e-mail or any id holds it. */
      typed?: string;
    };
    answer: MemberPage;
  };
  fields: { request: undefined; answer: readonly FieldInfo[] };
}

export interface SegmentCatalog {
  readonly asOf: number;
  readonly population: number;
  readonly segments: readonly SegmentView[];
  readonly missing: readonly MissingSegment[];
  /** Own segments that can't be run now, with why. */
  readonly unreadable: readonly UnreadableView[];
}

export interface UnreadableView {
  readonly id: string;
  readonly name: string;
  readonly reason: ErrorCode;
  /** Where in the rule, or the id that is missing. */
  readonly where: string;
}

export interface SegmentView {
  readonly segment: Segment;
  /** The rule as a sentence. */
  readonly sentence: Label;
  /** Null where it was not counted, being one of all and standing on a forecast; `unknown` says nothing then. */
  readonly size: number | null;
  readonly unknown: number;
  readonly population: number;
}

export interface RulePreview {
  readonly in: number;
  readonly out: number;
  readonly unknown: number;
  readonly sentence: Label;
  readonly sample: readonly MemberRow[];
  /** Each clause and group by itself, at its place in the rule. */
  readonly clauses: readonly ClauseCount[];
  /** Of a rule about report rows: each report it can be asked of, whose rows `in`, `out` and `unknown` then count. */
  readonly reports: readonly {
    readonly captureId: string;
    readonly title: string;
    readonly in: number;
    readonly out: number;
    readonly unknown: number;
  }[];
}

export interface ClauseCount {
  readonly path: readonly number[];
  readonly in: number;
  readonly unknown: number;
}

export interface SegmentDraft {
  /** Absent for a new one. */
  readonly id?: string;
  /** Of a new one: the segment it was changed from. */
  readonly from?: string;
  readonly name: string;
  readonly description: string;
  readonly rule: Rule;
}

export interface MemberRow {
  /** Row of people, of one data version. */
  readonly person: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly label: string;
  readonly orders: number;
  readonly revenueMinor: number | null;
  readonly currency: string | null;
  readonly lastOrder: number | null;
  readonly country: string | null;
}

export interface MemberSort {
  readonly by: 'label' | 'name' | 'email' | 'orders' | 'revenue' | 'lastOrder' | 'country';
  readonly down: boolean;
}

export interface MemberPage {
  readonly total: number;
  readonly rows: readonly MemberRow[];
}

export interface FieldInfo {
  readonly table: 'people' | 'orders' | 'items' | 'events';
  readonly id: string;
  readonly label: Label;
  readonly type: ColumnType;
  readonly filled: number;
  /** Text fields: the most frequent values with their counts, up to 50. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly min: number | null;
  readonly max: number | null;
}
