/**
 * How a backup is written (docs/backup.md): a gzip of `MAGIC` and the version, then frames of one byte kind, the
 * payload's length and its CRC-32 as little-endian 32-bit numbers, and the payload.
 */
export const MAGIC = 'segment-lens-backup';
export const VERSION = 1;
export const FIRST_LINE = `${MAGIC} ${VERSION}\n`;

export const FRAME = {
  /** What is inside, as JSON: `BackupContents`. The first. */
  contents: 1,
  /** Small records and the inbox, a line of JSON each. */
  records: 2,
  /** The root without what can be made anew, as JSON; block keys stand as `{"$block": n}`. */
  root: 3,
  /** A block of the root, bytes as kept; the n-th of these is `{"$block": n}`. */
  block: 4,
  /** Frames and bytes before it and a fingerprint of them, as JSON. The last. */
  end: 255,
} as const;

export const FRAME_HEAD = 9;
/** Longer than any frame is written. */
export const LONGEST_FRAME = 256 << 20;

export interface BackupEnd {
  readonly frames: number;
  readonly bytes: number;
  readonly fingerprint: string;
}
