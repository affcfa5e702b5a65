import type { KeptColumn } from '../dataset/kept-table';

/** A typed table on its way to being kept, in whatever rows it stands by now. */
export interface ShapedRows {
  readonly columns: readonly KeptColumn[];
  readonly rows: number;
  /** 1-based source record of each row; one record may have become several rows. */
  readonly rowNumbers: Uint32Array;
}
