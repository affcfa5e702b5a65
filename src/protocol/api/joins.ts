import type { TableKind } from '../../core/fields';
import type { JoinDecision, JoinSettlement, PersonKeyRef } from '../../core/join-decision';
import type { JoinKey } from '../../ingest/joins/keyed-rows';
import type { CaseReason, JoinedOn, MatchReport } from '../../ingest/joins/match-report';
import type { WorkspaceState } from './collect';

/** Who is who across tools: what joined, what could not be told, and what was settled by hand. */
export interface JoinMethods {
  matchReport: { request: undefined; answer: MatchAccount };
  joinCases: {
    request: { state: 'open' | 'settled'; offset: number; limit: number };
    answer: { total: number; cases: readonly JoinCaseView[] };
  };
  /** People known to several exports. `query` is found anywhere in their keys; null takes all. */
  joinedPeople: {
    request: { query: string; on: JoinedOn | null; offset: number; limit: number };
    answer: { total: number; people: readonly JoinedPersonRow[] };
  };
  /** One person, by any of their keys; null where nobody is known by it. */
  joinedPerson: { request: { key: PersonKeyRef }; answer: JoinedPersonView | null };
  joinDecisions: {
    request: { offset: number; limit: number };
    answer: { total: number; decisions: readonly JoinDecisionView[] };
  };
  /**
   * Settles by hand who is who and builds the data anew, in one commit.
   * @throws AppError `join/nothing-settled` where nothing is said of two people.
   */
  settleJoin: { request: { settlement: JoinSettlement }; answer: WorkspaceState };
  /** Takes a decision back, as though it had never been made. */
  takeBackJoin: { request: { decisionId: string }; answer: WorkspaceState };
}

export interface MatchAccount extends Omit<MatchReport, 'sources'> {
  readonly dataVersion: number;
  readonly sources: readonly MatchSourceView[];
  readonly decisions: number;
}

export interface MatchSourceView {
  /** A tool's id, such as `shopify`, and the names of the captures of this export. */
  readonly tool: string;
  readonly table: TableKind;
  readonly captures: readonly string[];
  readonly rows: number;
  readonly rowsOfNobody: number;
  readonly people: number;
  readonly matched: number;
}

export interface JoinCaseView {
  /** The same in the next capture of the same people. */
  readonly id: string;
  readonly reason: CaseReason;
  readonly keys: readonly { readonly key: JoinKey; readonly space: string; readonly value: string }[];
  /** Those that the keys would have made one, and after them who is known by such a key alone. */
  readonly people: readonly CandidateView[];
  readonly peopleTotal: number;
}

export interface CandidateView {
  /** The surest key, by which a decision names them. */
  readonly ref: PersonKeyRef;
  readonly name: string | null;
  /** Known by the case's own key and nothing better. */
  readonly keyOnly: boolean;
  readonly keys: readonly PersonKeyRef[];
  readonly rows: readonly JoinRowView[];
  readonly rowsTotal: number;
}

export interface JoinRowView {
  readonly capture: string;
  readonly table: TableKind;
  /** 1-based record in the source; of an order of several lines, the first. */
  readonly row: number;
  /** By field id, what the row says of who it is. */
  readonly says: readonly { readonly field: string; readonly text: string }[];
  /** `WallMs` of the order or event, or when the contact was made. */
  readonly at: number | null;
}

export interface JoinedPersonRow {
  readonly ref: PersonKeyRef;
  readonly name: string | null;
  readonly on: readonly JoinedOn[];
  /** Places in the report's `sources`. */
  readonly sources: readonly number[];
}

export interface JoinedPersonView extends JoinedPersonRow {
  /** Rows by the key that says whose they are; parts can be kept apart from each other. */
  readonly parts: readonly CandidateView[];
  readonly partsTotal: number;
  /** Keys that stand in rows of several parts or sources: what joined them. */
  readonly links: readonly {
    readonly key: JoinKey;
    readonly value: string;
    readonly sources: readonly number[];
  }[];
}

export type JoinDecisionView = JoinDecision & {
  /** A later decision says the opposite. */
  readonly overruled: boolean;
  /** Nobody in the data has these keys now; it holds again when they come. */
  readonly waiting: boolean;
};
