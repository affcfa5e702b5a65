import type {
  Comparison,
  ComparisonRequest,
  Retention,
  RetentionRequest,
  Trend,
  TrendRequest,
} from '../compare/comparison';
import type { ColumnType } from '../core/column';
import type { TableKind } from '../core/fields';
import type { Label } from '../core/label';
import type { Mapping } from '../core/mapping';
import type { Passport } from '../core/passport';
import type { RefusedRow } from '../core/problem';
import type { CsvFormat } from '../export/csv-format';
import type { ExportedFile } from '../export/exported-file';
import type { FileSurvey, Progress } from '../ingest/survey';
import type { Rule } from '../segments/rule';
import type { MissingSegment, Segment } from '../segments/segment';
import type { ProposedTable } from '../sites/proposed-table';

export type { CsvFormat } from '../export/csv-format';
export type { ExportedFile } from '../export/exported-file';

/**
 * What an extension page can ask of its engine worker. Calls reject with AppError (AbortError when aborted)
 * and see committed data only.
 */
export interface EngineMethods {
  state: { request: undefined; answer: WorkspaceState };

  /**
   * Reads a file whole and proposes how to keep each of its tables. Nothing is stored. One source, unless the file
   * holds others (ZIP, workbook, JSON of several lists): then one for each, and never none. What can't be read is a
   * source without tables whose survey says why.
   */
  survey: { request: { file: File }; answer: readonly SurveyedSource[] };
  inbox: { request: undefined; answer: readonly InboxItem[] };
  /** As `survey`, for a page capture waiting in the inbox. */
  surveyInbox: { request: { inboxId: string }; answer: SurveyedSource };
  discardInbox: { request: { inboxId: string }; answer: undefined };
  /** All or nothing: one commit, or the data as it was before. Inbox items that were kept leave the inbox. */
  importTables: { request: ImportPlan; answer: ImportReport };
  /** Forgets what was surveyed and not imported. */
  releaseSurvey: { request: { surveyId: string }; answer: undefined };
  deleteCapture: { request: { captureId: string }; answer: WorkspaceState };
  deleteEverything: { request: undefined; answer: WorkspaceState };

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

  compare: { request: ComparisonRequest; answer: Comparison };
  trend: { request: TrendRequest; answer: Trend };
  retention: { request: RetentionRequest; answer: Retention };

  exportComparison: { request: { comparison: Comparison; format: CsvFormat }; answer: ExportedFile };
  exportMembers: {
    request: { segmentId: string; asOf: number | null; format: CsvFormat };
    answer: ExportedFile;
  };
  /** Rows of a capture that were seen and not kept, in the order of the source. */
  refused: { request: { captureId: string; offset: number; limit: number }; answer: RefusedPage };
  exportRefused: { request: { captureId: string; format: CsvFormat }; answer: ExportedFile };
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** `engine.compare(request, { signal })`. The worker behind it, a mock in UI tests, or the app itself in unit tests. */
export type EngineClient = {
  readonly [M in keyof EngineMethods]: (
    request: EngineMethods[M]['request'],
    options?: CallOptions,
  ) => Promise<EngineMethods[M]['answer']>;
};

export interface WorkspaceState {
  readonly dataVersion: number;
  readonly captures: readonly CaptureSummary[];
  readonly people: number;
  readonly orders: number;
  readonly ordersUnattributed: number;
  readonly events: number;
  readonly reports: readonly ReportSummary[];
  readonly coverage: { readonly from: number; readonly to: number } | null;
  /** By how many orders carry it, most first; `''` stands for no currency stated. */
  readonly currencies: readonly { readonly code: string; readonly orders: number }[];
  readonly join: { readonly people: number; readonly joined: number; readonly ambiguous: number };
  readonly storedBytes: number;
  readonly storage: 'ok' | 'not-persistent' | 'vanished';
}

export interface CaptureSummary {
  readonly id: string;
  readonly name: string;
  readonly table: TableKind;
  readonly rows: number;
  readonly storedBytes: number;
  readonly passport: Passport;
}

export interface ReportSummary {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly dimensions: readonly { readonly id: string; readonly header: string; readonly values: number }[];
  readonly metrics: readonly { readonly id: string; readonly header: string }[];
  readonly dateRange: { readonly from: string; readonly to: string } | null;
}

export interface InboxItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly tool: string;
  readonly rows: number;
  readonly columns: number;
  readonly capturedAt: number;
  /** False while chunks are still coming in. */
  readonly complete: boolean;
}

export interface SurveyedSource {
  readonly surveyId: string;
  readonly survey: FileSurvey;
  /** One for each table of the survey, in order. */
  readonly proposals: readonly TableProposal[];
}

export interface TableProposal extends ProposedTable {
  /** The same bytes or the same table held already. */
  readonly duplicateOf: string | null;
  /** Another source that was read and waits to be kept holds the same bytes. */
  readonly readTwice: boolean;
}

export interface ImportPlan {
  readonly tables: readonly {
    readonly surveyId: string;
    readonly tableIndex: number;
    readonly mapping: Mapping;
  }[];
}

export interface ImportReport {
  readonly state: WorkspaceState;
  readonly captures: readonly CaptureSummary[];
  readonly rowsSeen: number;
  readonly rowsKept: number;
  readonly rowsRefused: number;
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

export interface RefusedPage {
  readonly total: number;
  /** The source's own headers; a row may have more cells. */
  readonly header: readonly string[];
  readonly rows: readonly RefusedRow[];
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
