import { AppError, isAbort } from '../../core/app-error';
import type { KeptTable } from '../../ingest/dataset/kept-table';
import { erasedInAll, isErasedBy } from '../../ingest/erasure/erased-keys';
import type { WorkOptions } from '../../ingest/survey';
import type { CaptureRecord, RootRecord } from '../../store/root-record';
import type { Store, Writer } from '../../store/store';
import { recordsOf } from '../../store/stored-records';
import { buildInSteps } from '../build-in-steps';
import { datasetSummary } from '../dataset-summary';
import { captureWithout } from '../erasure/capture-without';
import { storedDataset } from '../held-data';
import { loadCaptures } from '../kept/load-captures';
import { stagedWriting } from '../kept/staged-writing';
import { rootOfPortable } from './portable-root';
import { readBackup } from './read-backup';

/** Blocks are staged once they make up about this many bytes. */
const BATCH_BYTES = 8 << 20;

/**
 * All that is held gives way to what the backup holds: read, held to its checksums and staged where nobody looks, then
 * one commit; whatever fails or dies before it leaves everything as it was.
 * @throws AppError `backup/*`, `db/*`.
 */
export async function restoreBackup(store: Store, file: Blob, options: WorkOptions): Promise<RootRecord> {
  const { signal, onProgress } = options;
  const stores = new Set(await store.recordStores());
  return store.write(signal, async (writer) => {
    const staging = new Staging(writer);
    const putRecords: string[] = [];
    let portable: unknown = null;
    await readBackup(
      file,
      {
        async records(part) {
          // A kind of record this build has no place for would be lost.
          if (recordsIn(part).some((record) => !stores.has(record.store))) throw new AppError('backup/newer');
          putRecords.push(...(await writer.stageBlocks([part.buffer])));
        },
        async root(json) {
          portable = json;
        },
        block: (block) => staging.add(block.buffer),
      },
      options,
    );
    await staging.flush();
    const root = await withoutTheErased(writer, rootOfPortable(portable, staging.keys));
    const rows = root.captures.reduce((sum, c) => sum + c.rows, 0);
    onProgress?.({ stage: 'joining', rows, bytes: 0, totalBytes: 0 });
    const made = await sound(async () => {
      if (root.captures.length === 0) return null;
      const kept = await loadCaptures(writer, root.captures);
      signal.throwIfAborted();
      const built = await buildInSteps(kept, writer.root.dataVersion + 1, root.joinDecisions, options);
      return { dataset: storedDataset(built.dataset), summary: datasetSummary(built, kept) };
    });
    signal.throwIfAborted();
    const dataset =
      made === null ? null : await stagedWriting(writer, [made.dataset], rows, onProgress)(made.dataset);
    return writer.commit(
      { ...root, dataset, summary: made?.summary ?? null },
      { dropEverythingElse: true, putRecords },
    );
  });
}

/** Whoever was erased here, or in the backup's own time, does not come back with it. */
async function withoutTheErased<R extends Pick<RootRecord, 'captures' | 'erased'>>(
  writer: Writer,
  root: R,
): Promise<R> {
  const erased = erasedInAll(root.erased ?? [], writer.root.erased ?? []);
  if (erased.length === 0) return root;
  const isErased = isErasedBy(erased);
  const tables = await loadCaptures(writer, root.captures);
  const captures: CaptureRecord[] = [];
  for (const [i, record] of root.captures.entries())
    captures.push(await captureWithout(writer, record, tables[i] as KeptTable, isErased));
  return { ...root, captures, erased };
}

class Staging {
  readonly keys: string[] = [];
  private batch: ArrayBuffer[] = [];
  private bytes = 0;

  constructor(private readonly writer: Writer) {}

  async add(block: ArrayBuffer): Promise<void> {
    this.batch.push(block);
    this.bytes += block.byteLength;
    if (this.bytes >= BATCH_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    const { batch } = this;
    this.batch = [];
    this.bytes = 0;
    if (batch.length > 0) this.keys.push(...(await this.writer.stageBlocks(batch)));
  }
}

function recordsIn(part: Uint8Array<ArrayBuffer>) {
  try {
    return recordsOf(part.buffer);
  } catch (cause) {
    throw new AppError('backup/damaged', { cause });
  }
}

/** What was made to look like a backup may hold what nothing can be built of. */
async function sound<T>(build: () => Promise<T>): Promise<T> {
  try {
    return await build();
  } catch (cause) {
    if (cause instanceof AppError && cause.code !== 'db/vanished') throw cause;
    if (isAbort(cause)) throw cause;
    throw new AppError('backup/damaged', { cause });
  }
}
