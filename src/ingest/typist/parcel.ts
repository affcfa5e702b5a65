import type { CellBatch } from '../bytes/cell-batch';

/** A batch in one buffer, to be handed over: starts, ends and offsets as ints, then the bytes. */
export interface Parcel {
  readonly buffer: ArrayBuffer;
  readonly cells: number;
  readonly records: number;
  readonly bytes: number;
  /** `CellBatch.first`. */
  readonly first: number;
}

/** What reads whole words may read behind the last cell. */
const SLACK = 8;

/**
 * A copy of the batch, into `spare` where it is large enough. Copying is quicker than handing over what the batch stands
 * on: the scanner goes on in memory that is near at hand.
 */
export function packed(batch: CellBatch, spare: ArrayBuffer | null): Parcel {
  const { count: records, first } = batch;
  const cells = batch.offsets[records]!;
  const bytes = cells === 0 ? 0 : Math.min(batch.bytes.length, batch.ends[cells - 1]! + SLACK);
  const size = (2 * cells + records + 1) * 4 + bytes;
  const buffer = spare !== null && spare.byteLength >= size ? spare : new ArrayBuffer(Math.ceil(size * 1.25));
  const copy = views({ buffer, cells, records, bytes, first });
  copy.starts.set(batch.starts.subarray(0, cells));
  copy.ends.set(batch.ends.subarray(0, cells));
  copy.offsets.set(batch.offsets.subarray(0, records + 1));
  copy.bytes.set(batch.bytes.subarray(0, bytes));
  return { buffer, cells, records, bytes, first };
}

/** The batch, but for its records' faults, which say nothing of cells. */
export function unpacked(parcel: Parcel): CellBatch {
  return { ...views(parcel), faults: new Uint8Array(0), count: parcel.records, first: parcel.first };
}

function views({ buffer, cells, records, bytes }: Parcel) {
  const starts = new Int32Array(buffer, 0, cells);
  const ends = new Int32Array(buffer, cells * 4, cells);
  const offsets = new Int32Array(buffer, cells * 8, records + 1);
  return { starts, ends, offsets, bytes: new Uint8Array(buffer, cells * 8 + (records + 1) * 4, bytes) };
}
