import { idbBackend } from '../../src/store/idb-backend';
import type { Packed } from '../../src/store/packed';
import { createStore } from '../../src/store/store';

// The limit of opening: a page that reads and unpacks these arrays of the stored dataset, and does nothing else.

const store = createStore({
  backend: idbBackend({ kept: true }),
  locks: navigator.locks,
  sentinel: { last: () => null, committed: () => {} },
  newId: () => crypto.randomUUID(),
});
const places = location.hash.slice(1).split(',').map(Number);

const { values } = await store.read(({ dataset }): readonly Packed[] => {
  const arrays = places.flatMap((i) => dataset?.arrays[i] ?? []);
  return [{ plain: arrays.map((_, i) => ({ $: i })), arrays, bytes: 0 }];
});
const bytes = (values[0] as (ArrayBufferView | readonly string[])[]).reduce(
  (sum, array) => sum + (ArrayBuffer.isView(array) ? array.byteLength : 0),
  0,
);
Object.assign(globalThis, { readIn: { ms: performance.now(), bytes, arrays: places.length } });
