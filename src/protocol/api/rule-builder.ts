import type { Label } from '../../core/label';
import type { ExportedFile } from '../../export/exported-file';
import type { ClauseTrace } from '../../segments/explain/clause-trace';
import type { ResolvedPeople } from '../../segments/resolve-list';
import type { CellCounts } from '../../segments/rfm/rfm-cells';
import type { Measure, Rule, Window } from '../../segments/rule/rule';
import type { RefusedSegment } from '../../segments/segments-file';
import type { FieldInfo, MemberRow } from './segments';

/** What the making of a rule asks of the data, and the history of what was made. */
export interface RuleBuilderMethods {
  /** The most frequent values of a text field that hold the typed text, with how often each occurs. */
  fieldValues: { request: FieldValuesRequest; answer: FieldValues };
  /** Where the numbers of a measure or field lie, and how many each threshold would take. */
  spread: { request: SpreadRequest; answer: Spread };
  /** Windows worth asking about, with how many people have a row in each. */
  windowChoices: {
    request: { measure: Measure; asOf: number | null; currency: string | null };
    answer: readonly WindowChoice[];
  };
  rfmCells: { request: { asOf: number | null; currency: string | null }; answer: RfmCells };
  /** Who is meant by pasted e-mails, phones or ids, one person a line. */
  resolveList: { request: { text: string }; answer: ResolvedPeople };
  findPeople: {
    request: { typed: string; asOf: number | null; limit: number };
    answer: { readonly total: number; readonly rows: readonly MemberRow[] };
  };
  /** `person` as `MemberRow` names them; refused where the data has changed since. */
  explainPerson: {
    request: {
      rule: Rule;
      person: number;
      dataVersion: number;
      asOf: number | null;
      currency: string | null;
    };
    answer: PersonExplained;
  };
  /** Every version of an own segment over today's data, newest first. */
  segmentHistory: {
    request: { id: string; asOf: number | null; currency: string | null };
    answer: readonly VersionView[];
  };
  /** Own segments as a JSON file, by docs/segments.schema.json. */
  exportSegments: { request: { ids: readonly string[] }; answer: ExportedFile };
  importSegments: { request: { json: string }; answer: SegmentsTakenIn };
}

export interface FieldValuesRequest {
  readonly table: FieldInfo['table'] | 'reports';
  readonly field: string;
  readonly typed: string;
  readonly limit: number;
}

export interface FieldValues {
  /** Different values that hold the typed text. */
  readonly total: number;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

export interface SpreadRequest {
  readonly of:
    | { readonly kind: 'measure'; readonly measure: Measure; readonly window: Window }
    | { readonly kind: 'attribute'; readonly field: string }
    | { readonly kind: 'row'; readonly of: Measure['of']; readonly field: string };
  readonly asOf: number | null;
  readonly currency: string | null;
}

export interface Spread {
  /** People, or rows, with a number. */
  readonly n: number;
  readonly cuts: readonly SpreadCut[];
}

/** One threshold, in the unit a rule says it in (money in major units, times `WallMs`). */
export interface SpreadCut {
  readonly value: number;
  /** How many of the n are at it or above, and at it or below. */
  readonly atLeast: number;
  readonly atMost: number;
}

export interface WindowChoice {
  readonly days: number;
  readonly people: number;
  /** The usual gap between orders, or that doubled. */
  readonly from: 'gap' | 'two-gaps' | null;
}

export interface RfmCells extends CellCounts {
  /** Of the money bands, which are in its minor units. */
  readonly currency: string | null;
}

/** A trace with each clause said in words. */
export interface TraceView extends Pick<ClauseTrace, 'told' | 'evidence'> {
  readonly kind: Rule['kind'];
  readonly sentence: Label;
  readonly parts: readonly TraceView[];
}

export interface PersonExplained {
  readonly asOf: number;
  readonly person: MemberRow;
  /** False where nothing of them is dated at or before the as-of. */
  readonly there: boolean;
  readonly trace: TraceView;
  readonly currency: string | null;
}

export interface VersionView {
  readonly version: number;
  readonly savedAt: number;
  readonly rule: Rule;
  readonly sentence: Label;
  /** Over today's data; null where it can't be run any more. */
  readonly counts: {
    readonly in: number;
    readonly unknown: number;
    /** In this version and in the present one. */
    readonly both: number;
  } | null;
}

export interface SegmentsTakenIn {
  readonly added: readonly { readonly id: string; readonly name: string }[];
  /** Added under a new id, since another segment has theirs. */
  readonly renamed: number;
  readonly same: number;
  readonly refused: readonly RefusedSegment[];
}
