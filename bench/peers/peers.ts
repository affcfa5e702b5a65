import { eventsCsv } from '../data/events-csv';
import { narrowOrdersCsv, ordersCsv } from '../data/orders-csv';
import { generateShop } from '../data/shop';
import arquero from './arquero.worker?worker';
import clusters from './clusters.worker?worker';
import crossfilter from './crossfilter.worker?worker';
import duckdb from './duckdb.worker?worker';
import duckdbRules from './duckdb-rules.worker?worker';
import onePass from './one-pass.worker?worker';
import readers from './readers.worker?worker';
import rowObjects from './row-objects.worker?worker';
import storage from './storage.worker?worker';

// A page of an ordinary origin: the peers generate code, which pages of an extension must not.

const MAKERS: Readonly<Record<string, new () => Worker>> = {
  arquero,
  clusters,
  crossfilter,
  duckdb,
  duckdbRules,
  onePass,
  readers,
  rowObjects,
  storage,
};
const open = new Map<string, Worker>();
let file: File | null = null;

const api = {
  /** The orders file the readers are given. */
  prepareFile({ customers, narrow }: { customers: number; narrow: boolean }) {
    const shop = generateShop(customers);
    file = narrow ? narrowOrdersCsv(shop) : ordersCsv(shop);
    return { bytes: file.size };
  },
  eventsBytes: (customers: number) => eventsCsv(generateShop(customers)).size,

  /** One call to a peer's worker, started with its first; `file: true` hands the prepared file over. */
  ask(peer: string, name: string, args: Record<string, unknown> = {}): Promise<unknown> {
    let worker = open.get(peer);
    if (worker === undefined) {
      worker = new (MAKERS[peer] as new () => Worker)();
      open.set(peer, worker);
    }
    const to = worker;
    return new Promise((done, failed) => {
      to.onmessage = ({ data }) =>
        data.error === undefined ? done(data.value) : failed(new Error(data.error));
      to.onerror = (event) => failed(new Error(event.message));
      to.postMessage({ name, args: args['file'] === true ? { ...args, file } : args });
    });
  },
  close(peer: string) {
    open.get(peer)?.terminate();
    open.delete(peer);
  },
};

Object.assign(globalThis, { peers: api });
