import { isoDay } from '../../core/time/calendar';
import type { WorkOptions } from '../../ingest/survey';
import type { BackupFile } from '../../protocol/engine-api';
import type { Store } from '../../store/store';
import { backupContents } from './backup-contents';
import { FRAME } from './backup-format';
import { FrameWriter } from './frame-writer';
import { portableRoot } from './portable-root';

/** Blocks are read this many at a time: a block is a megabyte at most. */
const AT_ONCE = 8;

/**
 * Everything held that can't be made anew, as one file; the same data gives the same bytes. While it is written nobody
 * else writes data. `now` is the real clock, epoch ms, and only names the file.
 */
export function writeBackup(
  store: Store,
  now: number,
  { signal, onProgress }: WorkOptions,
): Promise<BackupFile> {
  return store.snapshot(signal, async ({ root, records, blocks }) => {
    const portable = portableRoot(root);
    const contents = backupContents(root, records, portable.blocks.length);
    const totalBytes = root.captures.reduce(
      (sum, { table, refused }) => sum + table.bytes + (refused?.bytes ?? 0),
      root.rates?.table.bytes ?? 0,
    );
    let bytes = 0;
    const file = new FrameWriter();
    try {
      await file.begin();
      await file.json(FRAME.contents, contents);
      for (const part of records.parts) {
        signal.throwIfAborted();
        await file.frame(FRAME.records, new Uint8Array(await part.arrayBuffer()));
      }
      await file.json(FRAME.root, portable.json);
      for (let at = 0; at < portable.blocks.length; at += AT_ONCE) {
        signal.throwIfAborted();
        for (const block of await blocks(portable.blocks.slice(at, at + AT_ONCE))) {
          await file.frame(FRAME.block, new Uint8Array(block));
          bytes += block.byteLength;
        }
        onProgress?.({ stage: 'writing', rows: at, bytes, totalBytes: Math.max(bytes, totalBytes) });
      }
      signal.throwIfAborted();
      return { name: `segment-lens-${isoDay(now)}.slbackup`, blob: await file.end(), contents };
    } catch (error) {
      await file.abort(error);
      throw error;
    }
  });
}
