import { AppError } from '../../core/app-error';
import type { WorkOptions } from '../../ingest/survey';
import type { BackupContents } from '../../protocol/engine-api';
import { FRAME } from './backup-format';
import { jsonOf, readFrames } from './read-frames';

/** What is done with each part as it comes; the file is proved whole only once `readBackup` has answered. */
export interface BackupParts {
  readonly records?: (part: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly root?: (json: unknown) => Promise<void>;
  readonly block?: (block: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** Reads a backup through. @throws AppError `backup/*`. */
export async function readBackup(
  file: Blob,
  parts: BackupParts,
  { signal, onProgress }: WorkOptions,
): Promise<BackupContents> {
  let contents: BackupContents | null = null;
  let roots = 0;
  let blocks = 0;
  const progress = (bytes: number) =>
    onProgress?.({ stage: 'reading', rows: blocks, bytes, totalBytes: file.size });
  for await (const { kind, payload } of readFrames(file, signal, progress)) {
    signal.throwIfAborted();
    if (contents === null && kind !== FRAME.contents) throw new AppError('backup/damaged');
    switch (kind) {
      case FRAME.contents:
        contents = jsonOf(payload) as BackupContents;
        break;
      case FRAME.records:
        await parts.records?.(payload);
        break;
      case FRAME.root:
        roots++;
        await parts.root?.(jsonOf(payload));
        break;
      case FRAME.block:
        blocks++;
        await parts.block?.(payload);
        break;
      default:
        throw new AppError('backup/newer');
    }
  }
  if (contents === null || roots !== 1 || blocks !== contents.blocks) throw new AppError('backup/damaged');
  return contents;
}
