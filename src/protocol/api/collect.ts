import type { TableKind } from '../../core/fields';
import type { Mapping } from '../../core/mapping';
import type { Passport } from '../../core/passport';
import type { RefusedRow } from '../../core/problem';
import type { Dialect, FileSurvey } from '../../ingest/survey';
import type { ProposedTable } from '../../sites/proposed-table';

/** What is held, and how more of it comes in. */
export interface CollectMethods {
  state: { request: undefined; answer: WorkspaceState };

  /**
   * Reads a file whole and proposes how to keep each of its tables. Nothing is stored. One source, unless the file
   * holds others (ZIP, workbook, JSON of several lists): then one for each, and never none. What can't be read is a
   * source without tables whose survey says why.
   */
  survey: { request: { file: File }; answer: readonly SurveyedSource[] };
  /** The same source read once more, as the person says it is written; what is not told is found out again. */
  resurvey: { request: { surveyId: string; told: ToldReading }; answer: SurveyedSource };
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
  /** Rows of a capture that were seen and not kept, in the order of the source. */
  refused: { request: { captureId: string; offset: number; limit: number }; answer: RefusedPage };
}

/** How a file is written, where it was not recognised. */
export interface ToldReading {
  readonly encoding?: string;
  readonly delimiter?: Dialect['delimiter'];
}

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
  /** What all amounts are converted into unless a currency is asked for; null where none is set, or no rate is held. */
  readonly reporting: string | null;
  readonly join: { readonly people: number; readonly joined: number; readonly ambiguous: number };
  readonly storedBytes: number;
  readonly storage: 'ok' | 'not-persistent' | 'vanished';
}

export interface CaptureSummary {
  readonly id: string;
  readonly name: string;
  /** Which numbering its ids are of, and which fields those are. */
  readonly idSpace: string;
  readonly idFields: readonly string[];
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
  /** Names of earlier captures of the same export, which this one may bring further or correct. */
  readonly continues: readonly string[];
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
  /** Tables that were not kept once more: an earlier capture holds the same rows, however they were written. */
  readonly heldAlready: readonly { readonly name: string; readonly heldAs: string; readonly rows: number }[];
}

export interface RefusedPage {
  readonly total: number;
  /** The source's own headers; a row may have more cells. */
  readonly header: readonly string[];
  readonly rows: readonly RefusedRow[];
}
