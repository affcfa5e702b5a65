import type { WorkspaceState } from '../protocol/engine-api';
import type { Store } from '../store/store';
import type { HeldData } from './held-data';
import { rebuild } from './rebuild';
import { workspaceState } from './workspace-state';

/** Forgets one capture: its rows, its refused rows and whatever was made of them. */
export async function deleteCapture(
  store: Store,
  held: HeldData,
  captureId: string,
  signal: AbortSignal,
): Promise<WorkspaceState> {
  const root = await store.write(signal, async (writer) => {
    const captures = writer.root.captures.filter((c) => c.id !== captureId);
    if (captures.length === writer.root.captures.length) return writer.root;
    const next = await rebuild(writer, { captures }, { signal });
    held.remember(next);
    return next.root;
  });
  return workspaceState(store, root);
}

/** Forgets everything but the number of the data version: segments, mappings, snapshots and the inbox too. */
export async function deleteEverything(store: Store, signal: AbortSignal): Promise<WorkspaceState> {
  const root = await store.write(signal, (writer) =>
    writer.commit(
      { captures: [], dataset: null, summary: null, joinDecisions: [] },
      { dropEverythingElse: true },
    ),
  );
  return workspaceState(store, root);
}
