import type { WorkOptions } from '../ingest/survey';
import type { RootRecord } from '../store/root-record';
import type { Writer } from '../store/store';
import { buildInSteps } from './build-in-steps';
import { datasetSummary } from './dataset-summary';
import { type Held, storedDataset } from './held-data';
import { loadCaptures } from './import-tables';

/**
 * Builds the dataset anew after a change of captures or decisions and commits both in one. What is not given stays.
 */
export async function rebuild(
  writer: Writer,
  change: Partial<Pick<RootRecord, 'captures' | 'joinDecisions'>>,
  { signal, onProgress }: WorkOptions,
): Promise<Held> {
  const captures = change.captures ?? writer.root.captures;
  const joinDecisions = change.joinDecisions ?? writer.root.joinDecisions ?? [];
  const rows = captures.reduce((sum, c) => sum + c.rows, 0);
  const progress = (stage: 'reading' | 'joining' | 'writing') =>
    onProgress?.({ stage, rows, bytes: 0, totalBytes: 0 });

  progress('reading');
  const kept = await loadCaptures(writer, captures);
  signal.throwIfAborted();
  progress('joining');
  const built = await buildInSteps(kept, writer.root.dataVersion + 1, joinDecisions, signal);
  signal.throwIfAborted();
  progress('writing');
  const root = await writer.commit({
    captures,
    joinDecisions,
    dataset: captures.length === 0 ? null : await writer.stage(storedDataset(built.dataset)),
    summary: captures.length === 0 ? null : datasetSummary(built, kept),
  });
  const passports = captures.map((c) => c.passport);
  return { root, dataset: { ...built.dataset, version: root.dataVersion, passports } };
}
