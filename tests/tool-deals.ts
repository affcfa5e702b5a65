import { groupOrders } from '../src/ingest/dataset/group-orders';
import { type loaded, type ProposedFile, targetsOf } from './proposals-of';

/** What a file of deals comes to: sales and what they are worth, in major units, and whose they are. */
export function dealsOf({ kept, table }: Awaited<ReturnType<typeof loaded>>) {
  const orders = groupOrders(kept);
  return {
    rows: [table.rowsKept, table.refused.length],
    sales: [...orders.isSale],
    gross: [...orders.gross].map((minor) => minor / 100),
    returns: orders.returns,
    currency: [...orders.currency.codes].map((code) => orders.currency.dictionary[code] ?? null),
  };
}

/** The only table of a file: that it needs no look, and where its columns go. */
export function recognised(file: ProposedFile) {
  const [table, ...more] = file.tables;
  if (table === undefined || more.length > 0) throw new Error(`${file.tables.length} tables`);
  const { how, keep, mapping } = table;
  return { how, keep, table: mapping.table, recogniser: mapping.recogniser, targets: targetsOf(mapping) };
}
