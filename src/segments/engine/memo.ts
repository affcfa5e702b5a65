import { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';

/**
 * What is derived from a dataset is kept in two shelves, each dropping what was longest unused: answers (bitsets, cuts,
 * scores of people) are small and asked for again and again; columns as long as a table are only steps on the way.
 */
const SHELVES = { answers: 24 * 1024 * 1024, columns: 96 * 1024 * 1024 };
const LARGEST_ANSWER = 256 * 1024;
/** They hold what is asked of so much; of more, everything kept is longer, and so are the shelves. */
const HOLD = { people: 100_000, orders: 1_000_000, events: 5_000_000 };

interface Kept {
  readonly value: unknown;
  readonly bytes: number;
}

class Shelf {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(private readonly budget: number) {}

  get(key: string): Kept | undefined {
    const hit = this.kept.get(key);
    if (hit === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, hit);
    return hit;
  }

  put(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    this.bytes += kept.bytes;
    for (const [old, { bytes }] of this.kept) {
      if (this.bytes <= this.budget || old === key) break;
      this.kept.delete(old);
      this.bytes -= bytes;
    }
  }
}

class Memo {
  private readonly answers: Shelf;
  private readonly columns: Shelf;
  private readonly largestAnswer: number;

  constructor({ people, orders, events }: Dataset) {
    const times = Math.max(
      1,
      people.size / HOLD.people,
      orders.size / HOLD.orders,
      events.size / HOLD.events,
    );
    this.answers = new Shelf(SHELVES.answers * times);
    this.columns = new Shelf(SHELVES.columns * times);
    this.largestAnswer = LARGEST_ANSWER * times;
  }

  get(key: string, make: () => unknown): unknown {
    const hit = this.answers.get(key) ?? this.columns.get(key);
    if (hit !== undefined) return hit.value;
    const value = make();
    const bytes = bytesOf(value) + 2 * key.length;
    (bytes <= this.largestAnswer ? this.answers : this.columns).put(key, { value, bytes });
    return value;
  }
}

const memos = new WeakMap<Dataset, Memo>();

/** What `make` gives for this dataset, made once; `key` must name everything else it depends on. */
export function memo<T>(dataset: Dataset, key: string, make: () => T): T {
  let own = memos.get(dataset);
  if (own === undefined) {
    own = new Memo(dataset);
    memos.set(dataset, own);
  }
  return own.get(key, make) as T;
}

/** Of typed arrays one level deep, which is all that is ever kept. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 16;
  let bytes = 64;
  for (const part of Object.values(value)) {
    if (ArrayBuffer.isView(part)) bytes += part.byteLength;
    else if (part instanceof Bitset) bytes += part.words.byteLength;
  }
  return bytes;
}
