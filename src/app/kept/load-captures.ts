import type { KeptTable } from '../../ingest/dataset/capture-table';
import type { RootRecord } from '../../store/root-record';
import type { Writer } from '../../store/store';
import { keptTable, type StoredTable } from './kept-record';

/** The captures a writer builds on; nobody else can drop their blocks while it holds the lock. */
export async function loadCaptures(
  writer: Writer,
  captures: RootRecord['captures'] = writer.root.captures,
): Promise<readonly KeptTable[]> {
  const tables = await writer.load(captures.map((c) => c.table));
  return captures.map((record, i) => keptTable(record, tables[i] as StoredTable));
}
