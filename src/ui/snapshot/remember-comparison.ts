import type { Comparison } from '../../compare/comparison';
import { arrange } from '../screens/compare/arrange';
import { pictureStamp } from './picture-stamp';
import { SNAPSHOT_KEY, type Snapshot } from './snapshot';
import { snapshotOf } from './snapshot-of';

/** Keeps the small form of a comparison for the popup's first picture, with what it is made of if that is what is asked now. */
export async function rememberComparison(
  comparison: Comparison,
  goalId: string | null,
  isAsked: boolean,
): Promise<void> {
  const snapshot = snapshotOf(arrange(comparison, null), goalId);
  if (!snapshot) return;
  try {
    const kept = keep(snapshot);
    const stamp = isAsked ? await pictureStamp() : null;
    // Another one, or none, may have taken its place.
    if (stamp?.dataVersion !== snapshot.dataVersion || localStorage.getItem(SNAPSHOT_KEY) !== kept) return;
    keep({ ...snapshot, madeOf: stamp.madeOf });
  } catch {
    // Storage is full or off: the popup draws when it has computed.
  }
}

function keep(snapshot: Snapshot): string {
  const json = JSON.stringify(snapshot);
  localStorage.setItem(SNAPSHOT_KEY, json);
  return json;
}
