import { fieldColumn } from '../ingest/dataset/capture-table';
import { onClock } from '../ingest/dataset/on-clock';
import type { Store } from '../store/store';
import { keptTable, type StoredTable } from './kept/kept-record';

/**
 * The last moment the data covered before the last capture that went beyond it (`WallMs`); null where all days came at
 * once.
 */
export async function earlierEnd(store: Store): Promise<number | null> {
  const { root, values } = await store.read((r) => r.captures.map((c) => c.table));
  let last = Number.NEGATIVE_INFINITY;
  let earlier: number | null = null;
  // Oldest first.
  root.captures.forEach((record, i) => {
    const end = lastTime(onClock(keptTable(record, values[i] as StoredTable)));
    if (end <= last) return;
    earlier = Number.isFinite(last) ? last : null;
    last = end;
  });
  return earlier;
}

function lastTime(kept: ReturnType<typeof keptTable>): number {
  let last = Number.NEGATIVE_INFINITY;
  if (kept.mapping.table !== 'orders' && kept.mapping.table !== 'events') return last;
  const column = fieldColumn(kept, 'time')?.column;
  if (column?.type === 'time') for (const at of column.values) if (at > last) last = at;
  return last;
}
