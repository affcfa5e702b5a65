import type { WorkspaceState } from './collect';

/** Everything held, to one file and back (docs/backup.md). */
export interface BackupMethods {
  /** A Blob and not bytes: the browser need not hold it in memory. @throws AppError `backup/unsupported`. */
  backup: { request: undefined; answer: BackupFile };
  /** Reads the file whole and holds it to its checksums; nothing changes. @throws AppError `backup/*`. */
  inspectBackup: {
    request: { file: File };
    answer: { readonly file: BackupContents; readonly held: BackupContents };
  };
  /** All that is held gives way to what the file holds, in one commit, or stays as it is. @throws AppError `backup/*`. */
  restoreBackup: { request: { file: File }; answer: WorkspaceState };
}

export interface BackupFile {
  readonly name: string;
  readonly blob: Blob;
  readonly contents: BackupContents;
}

/** What there is, counted. */
export interface BackupContents {
  readonly captures: readonly {
    readonly name: string;
    readonly rows: number;
    /** Epoch ms. */
    readonly capturedAt: number;
  }[];
  readonly people: number;
  readonly orders: number;
  readonly events: number;
  /** `WallMs`. */
  readonly coverage: { readonly from: number; readonly to: number } | null;
  readonly rates: number;
  /** Small records and what waits in the inbox, by the name of their store. */
  readonly records: Readonly<Record<string, number>>;
  readonly blocks: number;
}
