import { datasetSummary } from '../../src/app/dataset-summary';
import { storedDataset } from '../../src/app/held-data';
import { storedTable } from '../../src/app/kept/kept-record';
import { buildDataset } from '../../src/ingest/dataset/build-dataset';
import { idbBackend } from '../../src/store/idb-backend';
import type { CaptureRecord } from '../../src/store/root-record';
import { createStore } from '../../src/store/store';
import { generateShop, type Shop } from '../data/shop';
import { shopCaptures } from '../data/shop-captures';
import { columnsHeld } from './columns-held';

// Runs in a page of the extension that is closed again: what it took to make a shop is nobody's afterwards.

const openStore = () =>
  createStore({
    backend: idbBackend({ kept: true }),
    locks: navigator.locks,
    newId: () => crypto.randomUUID(),
    sentinel: { last: () => null, committed() {} },
  });

/** Puts the shop of so many customers in place of all that is held: joined, grouped, sorted and committed as an import does. */
async function storeShop({ customers }: { customers: number }) {
  const shop = generateShop(customers);
  const began = performance.now();
  const captures = shopCaptures(shop);
  const typed = performance.now();
  return openStore().write(new AbortController().signal, async (writer) => {
    const built = buildDataset(captures, writer.root.dataVersion + 1);
    const joined = performance.now();
    const records: CaptureRecord[] = [];
    for (const kept of captures)
      records.push({
        id: kept.id,
        name: `${kept.id}.csv`,
        contentHash: `${kept.id} of ${customers}`,
        mapping: kept.mapping,
        passport: kept.passport,
        rows: kept.rows,
        table: await writer.stage(storedTable(kept)),
        refused: null,
      });
    const dataset = await writer.stage(storedDataset(built.dataset));
    await writer.commit({ captures: records, dataset, summary: datasetSummary(built, captures) });
    return {
      asOf: shop.asOf,
      people: customers,
      orders: shop.orders.customer.length,
      events: shop.events.customer.length,
      revenue: revenueOf(shop),
      typedMs: typed - began,
      joinedMs: joined - typed,
      storedMs: performance.now() - joined,
      storedBytes: records.reduce((sum, { table }) => sum + table.bytes, dataset.bytes),
      datasetBytes: dataset.bytes,
    };
  });
}

/** Minor units, less what was refunded. */
function revenueOf({ orders: { total, refunded } }: Shop): number {
  let minor = 0;
  for (let o = 0; o < total.length; o++) minor += total[o]! - refunded[o]!;
  return minor;
}

Object.assign(globalThis, { storeShop, columnsHeld: () => columnsHeld(openStore()) });
