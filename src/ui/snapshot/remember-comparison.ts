import type { Comparison } from '../../compare/comparison';
import { arrange } from '../screens/compare/arrange';
import { SNAPSHOT_KEY } from './snapshot';
import { snapshotOf } from './snapshot-of';

/** Keeps the small form of a comparison for the popup's first picture. Called after every one that was computed. */
export function rememberComparison(comparison: Comparison, goalId: string | null): void {
  const snapshot = snapshotOf(arrange(comparison, null), goalId);
  if (!snapshot) return;
  try {
    localStorage.setItem(SNAPSHOT_KEY, JSON.stringify(snapshot));
  } catch {
    // Storage is full or off: the popup draws when it has computed.
  }
}
