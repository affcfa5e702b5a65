import type { Dataset } from '../core/dataset';
import type { Packed } from '../store/packed';

type Stored = Omit<Dataset, 'passports' | 'version'>;

/** What is read of a stored dataset: whose each row is stands in the tables' offsets as well, and is a tenth of it all. */
export function withoutOwners(dataset: Packed): Packed {
  const plain = dataset.plain as { readonly orders: Owned; readonly events: Owned };
  const { person: ofOrders, ...orders } = plain.orders;
  const { person: ofEvents, ...events } = plain.events;
  const left = new Set([ofOrders?.$, ofEvents?.$]);
  return {
    ...dataset,
    plain: { ...plain, orders, events },
    arrays: dataset.arrays.map((array, i) => (left.has(i) ? { ...array, length: 0, keys: [] } : array)),
  };
}

interface Owned {
  readonly person?: { readonly $: number };
}

/** Puts into what was read whose each row is, told from the offsets when somebody asks. */
export function withOwners(stored: Stored): Stored {
  own(stored.orders);
  own(stored.events);
  return stored;
}

/** In place, and as a getter: a copy would read every column, and lay it out. */
function own(table: { readonly size: number; readonly offsets: Uint32Array }): void {
  let person: Int32Array | null = null;
  Object.defineProperty(table, 'person', {
    enumerable: true,
    get() {
      person ??= ownersOf(table.offsets, table.size);
      return person;
    },
  });
}

/** Rows of person p are `offsets[p]` up to `offsets[p + 1]`; those after the last belong to nobody known (-1). */
function ownersOf(offsets: Uint32Array, size: number): Int32Array {
  const person = new Int32Array(size).fill(-1);
  for (let p = 0; p + 1 < offsets.length; p++) person.fill(p, offsets[p]!, offsets[p + 1]!);
  return person;
}
