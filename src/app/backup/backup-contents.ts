import type { BackupContents } from '../../protocol/engine-api';
import type { RootRecord } from '../../store/root-record';
import type { RecordParts } from '../../store/stored-records';

export function backupContents(root: RootRecord, records: RecordParts, blocks: number): BackupContents {
  const { summary } = root;
  return {
    captures: root.captures.map(({ name, rows, passport }) => ({
      name,
      rows,
      capturedAt: passport.capturedAt,
    })),
    people: summary?.people ?? 0,
    orders: summary?.orders ?? 0,
    events: summary?.events ?? 0,
    coverage: summary?.coverage ?? null,
    rates: root.rates?.count ?? 0,
    records: Object.fromEntries(records.counts),
    blocks,
  };
}
