import type { ColumnType } from '../../core/column';
import type { Label } from '../../core/label';
import type { Rule } from '../../segments/rule';
import type { MissingSegment, Segment } from '../../segments/segment';

/** Who is in which segment, and the making of one's own. */
export interface SegmentMethods {
  segments: { request: { asOf: number | null; currency: string | null }; answer: SegmentCatalog };
  previewRule: { request: { rule: Rule; asOf: number | null; currency: string | null }; answer: RulePreview };
  saveSegment: { request: SegmentDraft; answer: Segment };
  cloneSegment: { request: { id: string; name: string }; answer: Segment };
  deleteSegment: { request: { id: string }; answer: undefined };
  members: {
    request: { segmentId: string; asOf: number | null; offset: number; limit: number };
    answer: MemberPage;
  };
  fields: { request: undefined; answer: readonly FieldInfo[] };
}

export interface SegmentCatalog {
  readonly asOf: number;
  readonly population: number;
  readonly segments: readonly SegmentView[];
  readonly missing: readonly MissingSegment[];
}

export interface SegmentView {
  readonly segment: Segment;
  /** The rule as a sentence. */
  readonly sentence: Label;
  readonly size: number;
  readonly unknown: number;
  readonly population: number;
}

export interface RulePreview {
  readonly in: number;
  readonly out: number;
  readonly unknown: number;
  readonly sentence: Label;
  readonly sample: readonly MemberRow[];
}

export interface SegmentDraft {
  /** Absent for a new one. */
  readonly id?: string;
  readonly name: string;
  readonly description: string;
  readonly rule: Rule;
}

export interface MemberRow {
  readonly label: string;
  readonly orders: number;
  readonly revenueMinor: number | null;
  readonly currency: string | null;
  readonly lastOrder: number | null;
  readonly country: string | null;
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
