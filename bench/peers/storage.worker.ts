import { deleteDB, openDB } from 'idb';
import { DATABASE_NAME } from '../../src/store/database-name';
import { idbBackend } from '../../src/store/idb-backend';
import { createStore } from '../../src/store/store';
import { generateShop, type Shop } from '../data/shop';
import { serve } from './serve';

const ROWS = 'rows';
let orders: Shop['orders'];

const ourStore = () =>
  createStore({
    backend: idbBackend({ kept: true }),
    locks: navigator.locks,
    newId: () => crypto.randomUUID(),
    sentinel: { last: () => null, committed() {} },
  });

const sumOf = (values: Iterable<number>) => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

serve({
  setup({ customers }: { customers: number }) {
    orders = generateShop(customers, 0).orders;
  },

  async clear() {
    await deleteDB(DATABASE_NAME);
    await deleteDB(ROWS);
  },

  /** Our store: columns in blocks under fresh keys, then one strict commit; read back by another connection. */
  async columns() {
    await deleteDB(DATABASE_NAME);
    const begun = performance.now();
    await ourStore().write(new AbortController().signal, async (writer) => {
      const dataset = await writer.stage(orders);
      await writer.commit({ captures: [], dataset, summary: writer.root.summary });
    });
    const writeMs = performance.now() - begun;
    const again = performance.now();
    const { values } = await ourStore().read((root) => (root.dataset === null ? [] : [root.dataset]));
    // Long columns are laid out when they are first read: all of them are, as a record's fields are.
    const back = { ...(values[0] as Shop['orders']) };
    const readMs = performance.now() - again;
    return { writeMs, readMs, rows: back.total.length, total: sumOf(back.total) };
  },

  /** One record a row, the usual way with idb. */
  async records() {
    await deleteDB(ROWS);
    const begun = performance.now();
    const db = await openDB(ROWS, 1, {
      upgrade: (made) => void made.createObjectStore('orders', { keyPath: 'id' }),
    });
    const n = orders.customer.length;
    const tx = db.transaction('orders', 'readwrite', { durability: 'strict' });
    for (let o = 0; o < n; o++) {
      void tx.store.put({
        id: o,
        customer: orders.customer[o],
        at: orders.at[o],
        quantity: orders.quantity[o],
        price: orders.price[o],
        discount: orders.discount[o],
        total: orders.total[o],
        refunded: orders.refunded[o],
        product: orders.product[o],
      });
      // Not all requests at once: a million of them take gigabytes.
      if (o % 10_000 === 9_999) await tx.store.count(IDBKeyRange.only(o));
    }
    await tx.done;
    db.close();
    const writeMs = performance.now() - begun;
    const again = performance.now();
    const reopened = await openDB(ROWS, 1);
    const rows = (await reopened.getAll('orders')) as { total: number }[];
    const readMs = performance.now() - again;
    reopened.close();
    return { writeMs, readMs, rows: rows.length, total: sumOf(rows.map((row) => row.total)) };
  },
});
