import type { Mapping } from '../../core/mapping';
import type { PassportChanges } from '../../core/passport';
import type { ChangeKind } from '../../ingest/overlap/capture-changes';
import type { ShownValue } from '../../ingest/overlap/record-field';
import type { WorkspaceState } from './collect';

/** What a capture changes beside earlier ones of the same export: before it is kept, and after. */
export interface ChangeMethods {
  /** Of a table that was surveyed and is not kept yet; types it whole. */
  previewChanges: {
    request: { surveyId: string; tableIndex: number; mapping: Mapping } & ChangePageRequest;
    answer: ChangesAnswer;
  };
  /** Of a kept capture, beside those kept before it that are still held. */
  captureChanges: { request: { captureId: string } & ChangePageRequest; answer: ChangesAnswer };
  /**
   * Leaves what a capture shows to be gone out of the earlier ones, or takes it back in; one commit.
   * @throws AppError `import/source-gone` where the capture is not held any more.
   */
  leaveOutGone: { request: { captureId: string; leaveOut: boolean }; answer: WorkspaceState };
}

export interface ChangePageRequest {
  readonly kind: ChangeKind;
  readonly offset: number;
  readonly limit: number;
}

export interface ChangesAnswer {
  /** Null where no earlier capture of the same export is held. */
  readonly changes: PassportChanges | null;
  /** Name of the capture that says all of it already. */
  readonly heldAs: string | null;
  readonly total: number;
  readonly records: readonly ChangedRecordView[];
}

export interface ChangedRecordView {
  /** The order number, the contact's key, the report's dimensions; null where only all it says tells it from others. */
  readonly label: string | null;
  /** 1-based record in the source it is in: the later one, or the earlier for what is gone. */
  readonly row: number;
  readonly at: number | null;
  readonly fields: readonly {
    readonly header: string;
    /** Null where there was no such record; several where an order's lines say several things. */
    readonly before: readonly ShownValue[] | null;
    readonly after: readonly ShownValue[] | null;
  }[];
}
