import { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';

/** Columns derived from a dataset are kept up to this many bytes, those longest unused going first. */
const BUDGET = 64 * 1024 * 1024;

interface Kept {
  readonly value: unknown;
  readonly bytes: number;
}

class Memo {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  get(key: string, make: () => unknown): unknown {
    const hit = this.kept.get(key);
    if (hit !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, hit);
      return hit.value;
    }
    const value = make();
    const bytes = bytesOf(value);
    this.kept.set(key, { value, bytes });
    this.bytes += bytes;
    for (const [old, { bytes: freed }] of this.kept) {
      if (this.bytes <= BUDGET || old === key) break;
      this.kept.delete(old);
      this.bytes -= freed;
    }
    return value;
  }
}

const memos = new WeakMap<Dataset, Memo>();

/** What `make` gives for this dataset, made once; `key` must name everything else it depends on. */
export function memo<T>(dataset: Dataset, key: string, make: () => T): T {
  let own = memos.get(dataset);
  if (own === undefined) {
    own = new Memo();
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
