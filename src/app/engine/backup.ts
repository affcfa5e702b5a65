import type { BackupMethods } from '../../protocol/api/backup';
import type { EngineClient } from '../../protocol/engine-api';
import { backupContents } from '../backup/backup-contents';
import { portableRoot } from '../backup/portable-root';
import { readBackup } from '../backup/read-backup';
import { restoreBackup } from '../backup/restore-backup';
import { writeBackup } from '../backup/write-backup';
import { type EngineContext, work } from '../engine-context';
import { workspaceState } from '../workspace-state';

export function backupUseCases({ store, now }: EngineContext): EngineClient<BackupMethods> {
  return {
    backup: (_, options) => writeBackup(store, now(), work(options)),
    async inspectBackup({ file }, options) {
      const contents = await readBackup(file, {}, work(options));
      const held = await store.snapshot(work(options).signal, async ({ root, records }) =>
        backupContents(root, records, portableRoot(root).blocks.length),
      );
      return { file: contents, held };
    },
    async restoreBackup({ file }, options) {
      const root = await restoreBackup(store, file, work(options));
      return workspaceState(store, root);
    },
  };
}
