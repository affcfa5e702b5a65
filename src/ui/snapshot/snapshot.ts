import type { Locale } from '../../core/label';
import type { DotPicture } from '../charts/dot-interval-picture';

/**
 * The last comparison, small and ready to draw before anything is loaded: aggregates and segment names, in the words of
 * both languages. Kept in localStorage because that is what a page can read without waiting.
 */
export interface Snapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly dataVersion: number;
  /** Epoch ms of the real clock. */
  readonly computedAt: number;
  /** What it follows from, as `pictureStamp` says; absent where that is not known. */
  readonly madeOf?: string;
  readonly said: Readonly<Record<Locale, SnapshotWords>>;
}

export interface SnapshotWords {
  /** "as of 31 Oct 2026". */
  readonly asOf: string;
  /** "Descriptive", where membership and metrics share their time; '' otherwise. */
  readonly label: string;
  readonly picture: DotPicture;
  readonly sentences: readonly string[];
}

export const SNAPSHOT_FORMAT = 1;
export const SNAPSHOT_KEY = 'segment-lens:snapshot';

/** Null for none, or one of another format. What is stored under the key was written by `rememberComparison` alone. */
export function readSnapshot(): Snapshot | null {
  try {
    const raw = localStorage.getItem(SNAPSHOT_KEY);
    const stored = raw === null ? null : (JSON.parse(raw) as Snapshot);
    return stored?.format === SNAPSHOT_FORMAT && Array.isArray(stored.said?.en?.picture?.rows)
      ? stored
      : null;
  } catch {
    return null;
  }
}

/** Must follow every deletion: what is gone from the data is gone from the picture. */
export function eraseSnapshot(): void {
  try {
    localStorage.removeItem(SNAPSHOT_KEY);
  } catch {
    // No storage, no snapshot.
  }
}
