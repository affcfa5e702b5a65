import type { Dataset } from '../../src/core/dataset';
import type { Packed } from '../../src/store/packed';
import type { Store } from '../../src/store/store';

/** What V8 takes for a short text beside its characters: its head, what it is rounded up by and what points at it. */
const A_TEXT = 20;

/** Bytes of columns as a worker holds them: typed arrays, and each dictionary once. */
export interface ColumnsHeld {
  /** What a comparison with its retention reads. */
  readonly compared: number;
  /** What a sequence over events reads beside it. */
  readonly sequence: number;
  readonly dataset: number;
  readonly captures: number;
  readonly texts: number;
}

export async function columnsHeld(store: Store): Promise<ColumnsHeld> {
  const { root, values } = await store.read(({ dataset, captures }) => [
    ...(dataset === null ? [] : [dataset]),
    ...captures.map((c) => c.table),
  ]);
  const { orders, events, people } = values[0] as Dataset;
  const { offsets, time, gross, refunded, isSale, currency } = orders;
  // Who was somebody by then is told by the times of events as well.
  const traces = [events.offsets, events.time];
  return {
    compared: bytesOf(offsets, time, gross, refunded, isSale, currency.codes, ...traces),
    sequence: bytesOf(events.kind.codes, people.label.codes),
    dataset: arraysOf(root.dataset),
    captures: root.captures.reduce((sum, { table }) => sum + arraysOf(table), 0),
    texts: textsOf(values),
  };
}

const bytesOf = (...arrays: readonly ArrayBufferView[]): number =>
  arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);

const EACH = { u8: 1, c8: 4, c16: 4, u32: 4, i32: 4, f64: 8, text: 0 };

function arraysOf(packed: Packed | null): number {
  return packed?.arrays.reduce((sum, { kind, length }) => sum + EACH[kind] * length, 0) ?? 0;
}

/** The data's dictionaries are mostly a capture's: one that begins and ends alike is the same. */
function textsOf(value: unknown, seen = new Set<string>()): number {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 0;
  if (Array.isArray(value) && typeof value[0] === 'string') {
    const name = `${value.length} ${value[0]} ${value.at(-1)}`;
    if (seen.has(name)) return 0;
    seen.add(name);
    return (value as string[]).reduce((sum, text) => sum + text.length + A_TEXT, 0);
  }
  const parts = value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.reduce((sum: number, part) => sum + textsOf(part, seen), 0);
}
