import type { BackupMethods } from '../src/protocol/api/backup';
import type { BackupContents, CallOptions, EngineClient } from '../src/protocol/engine-api';

/** Backups of a shop; any file is taken for one of last month. */
export function mockBackup(
  answer: <T>(method: keyof BackupMethods, call: CallOptions | undefined, value: () => T) => Promise<T>,
): EngineClient<BackupMethods> {
  return {
    backup: (_, call) =>
      answer('backup', call, () => ({
        name: 'segment-lens-2026-11-03.slbackup',
        blob: new Blob(['x'.repeat(4_812_345)]),
        contents: NOW,
      })),
    inspectBackup: (_, call) => answer('inspectBackup', call, () => ({ file: EARLIER, held: NOW })),
    restoreBackup: (_, call) =>
      answer('restoreBackup', call, () => {
        throw new Error('restoreBackup needs an override of the mock');
      }),
  };
}

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

const NOW: BackupContents = {
  captures: [
    { name: 'orders_export_1.csv', rows: 14_203, capturedAt: day('2026-11-02') },
    { name: 'Traffic acquisition', rows: 250, capturedAt: day('2026-11-03') },
  ],
  people: 5_021,
  orders: 14_203,
  events: 0,
  coverage: { from: day('2024-01-01'), to: day('2026-10-31') },
  rates: 240,
  records: { segments: 4, mappings: 2, snapshots: 3 },
  blocks: 212,
};
const EARLIER: BackupContents = {
  ...NOW,
  captures: NOW.captures.slice(0, 1).map((c) => ({ ...c, rows: 12_880, capturedAt: day('2026-10-01') })),
  people: 4_702,
  orders: 12_880,
  coverage: { from: day('2024-01-01'), to: day('2026-09-30') },
  records: { segments: 3, mappings: 2 },
};
