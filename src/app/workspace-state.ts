import { idFields } from '../ingest/mapping/id-fields';
import type { CaptureSummary, WorkspaceState } from '../protocol/engine-api';
import { type CaptureRecord, type RootRecord, storedBytes } from '../store/root-record';
import type { Store } from '../store/store';

export async function workspaceState(store: Store, root?: RootRecord): Promise<WorkspaceState> {
  const [now, storage] = await Promise.all([root ?? store.root(), store.health()]);
  const { summary } = now;
  const captures = now.captures.map(captureSummary);
  return {
    dataVersion: now.dataVersion,
    captures,
    people: summary?.people ?? 0,
    orders: summary?.orders ?? 0,
    ordersUnattributed: summary?.ordersUnattributed ?? 0,
    events: summary?.events ?? 0,
    reports: (summary?.reports ?? []).map(({ table: _, ...report }) => report),
    coverage: summary?.coverage ?? null,
    currencies: summary?.currencies ?? [],
    reporting: now.rates === undefined ? null : (now.settings?.reporting?.currency ?? null),
    join: summary?.join ?? { people: 0, joined: 0, ambiguous: 0 },
    storedBytes: captures.reduce((sum, c) => sum + c.storedBytes, now.dataset?.bytes ?? 0),
    storage,
  };
}

export function captureSummary(record: CaptureRecord): CaptureSummary {
  return {
    id: record.id,
    name: record.name,
    idSpace: record.mapping.idSpace,
    idFields: idFields(record.mapping),
    table: record.mapping.table,
    // Rows of the source: of each, several lines may be kept.
    rows: record.passport.rowsKept,
    storedBytes: storedBytes(record),
    passport: record.passport,
  };
}
