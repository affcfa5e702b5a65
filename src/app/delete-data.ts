import { buildDataset } from '../ingest/dataset/build-dataset';
import type { WorkspaceState } from '../protocol/engine-api';
import type { Store } from '../store/store';
import { datasetSummary } from './dataset-summary';
import { type HeldData, storedDataset } from './held-data';
import { loadCaptures } from './import-tables';
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
    if (captures.length === 0) return writer.commit({ captures, dataset: null, summary: null });
    const kept = await loadCaptures(writer, captures);
    signal.throwIfAborted();
    const built = buildDataset(kept, writer.root.dataVersion + 1, writer.root.joinDecisions);
    const next = await writer.commit({
      captures,
      dataset: await writer.stage(storedDataset(built.dataset)),
      summary: datasetSummary(built, kept),
    });
    held.remember({ root: next, dataset: { ...built.dataset, version: next.dataVersion } });
    return next;
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
