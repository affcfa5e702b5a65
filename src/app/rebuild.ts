import type { WorkOptions } from '../ingest/survey';
import type { RootRecord } from '../store/root-record';
import type { Writer } from '../store/store';
import { buildInSteps } from './build-in-steps';
import { datasetSummary } from './dataset-summary';
import { type Held, storedDataset } from './held-data';
import { loadCaptures } from './kept/load-captures';
import { stagedWriting } from './kept/staged-writing';

/**
 * Builds the dataset anew after a change of captures or decisions and commits both in one. What is not given stays.
 */
export async function rebuild(
  writer: Writer,
  change: Partial<Pick<RootRecord, 'captures' | 'joinDecisions' | 'erased'>>,
  options: WorkOptions,
): Promise<Held> {
  const { signal, onProgress } = options;
  const captures = change.captures ?? writer.root.captures;
  const joinDecisions = change.joinDecisions ?? writer.root.joinDecisions ?? [];
  const rows = captures.reduce((sum, c) => sum + c.rows, 0);
  onProgress?.({ stage: 'reading', rows, bytes: 0, totalBytes: 0 });
  const kept = await loadCaptures(writer, captures);
  signal.throwIfAborted();
  const built = await buildInSteps(kept, writer.root.dataVersion + 1, joinDecisions, options);
  signal.throwIfAborted();
  const made = storedDataset(built.dataset);
  const stage = stagedWriting(writer, [made], rows, onProgress);
  const root = await writer.commit({
    captures,
    joinDecisions,
    ...(change.erased === undefined ? {} : { erased: change.erased }),
    dataset: captures.length === 0 ? null : await stage(made),
    summary: captures.length === 0 ? null : datasetSummary(built, kept),
  });
  const passports = captures.map((c) => c.passport);
  return { root, dataset: { ...built.dataset, version: root.dataVersion, passports } };
}
