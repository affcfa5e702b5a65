import { AppError } from '../core/app-error';
import { fromJsonValue, toJsonValue } from './stored-value';

/** Anything kept beside the root and its blocks: small records of every kind, and the inbox. */
export interface StoredRecord {
  /** Name of its object store. */
  readonly store: string;
  readonly key: string | readonly (string | number)[];
  readonly value: unknown;
}

/** Records as text, a line each, in parts of about this many bytes. */
const PART_BYTES = 1 << 20;

/** Gathers records and lets go of them as Blobs, which the browser may keep out of memory. */
export class RecordParts {
  readonly parts: Blob[] = [];
  readonly counts = new Map<string, number>();
  private lines: string[] = [];
  private length = 0;

  add({ store, key, value }: StoredRecord): void {
    const line = `${JSON.stringify([store, key, toJsonValue(value)])}\n`;
    this.lines.push(line);
    this.length += line.length;
    this.counts.set(store, (this.counts.get(store) ?? 0) + 1);
    if (this.length >= PART_BYTES) this.flush();
  }

  flush(): void {
    if (this.lines.length > 0) this.parts.push(new Blob(this.lines));
    this.lines = [];
    this.length = 0;
  }
}

/** @throws AppError `backup/damaged`. */
export function recordsOf(part: ArrayBuffer): readonly StoredRecord[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): StoredRecord => {
      const [store, key, value] = JSON.parse(line) as [unknown, unknown, unknown];
      const whole = Array.isArray(key) ? key : [key];
      const isKey = whole.length > 0 && whole.every((k) => typeof k === 'string' || typeof k === 'number');
      if (typeof store !== 'string' || !isKey) throw new AppError('backup/damaged');
      return { store, key: key as StoredRecord['key'], value: fromJsonValue(value) };
    });
}

/** As IndexedDB orders keys: numbers before strings before arrays, strings by their code units. */
export function compareKeys(a: StoredRecord['key'] | number, b: StoredRecord['key'] | number): number {
  const rank = (key: unknown) => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const order = compareKeys(a[i] as string | number, b[i] as string | number);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
