import { type Column, NULL_CODE, type TextColumn } from '../core/column';

/** Elements a block holds at most; a block of times is half a megabyte. */
const BLOCK_ROWS = 65_536;
const BLOCK_BYTES = 1 << 20;

/**
 * A value whose typed arrays and text dictionaries stand in blocks of their own. `plain` is the rest, with
 * `{ $: i }` where `arrays[i]` belongs; Maps are `{ $map: entries }`.
 */
export interface Packed {
  readonly plain: unknown;
  readonly arrays: readonly PackedArray[];
  readonly bytes: number;
}

export interface PackedArray {
  /** `c8` and `c16`: text codes plus one, where the dictionary is small enough. `text`: UTF-8, ends in `ends`. */
  readonly kind: 'u8' | 'u32' | 'i32' | 'f64' | 'c8' | 'c16' | 'text';
  readonly length: number;
  readonly keys: readonly string[];
  /** Of `text`: block keys of the Uint32 byte offset after each string. */
  readonly ends: readonly string[];
}

type AnyArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Takes a value apart; `put` is given each block under the key it must be found by, before this resolves. */
export async function pack(
  value: unknown,
  newKey: () => string,
  put: (key: string, block: ArrayBuffer) => Promise<void>,
): Promise<Packed> {
  const arrays: PackedArray[] = [];
  let bytes = 0;

  const blocks = async (array: AnyArray, perBlock: number): Promise<string[]> => {
    const keys: string[] = [];
    for (let at = 0; at < array.length; at += perBlock) {
      // A copy of its own: the array may be a view into something larger, or still be in use.
      const block = array.slice(at, at + perBlock).buffer as ArrayBuffer;
      const key = newKey();
      keys.push(key);
      bytes += block.byteLength;
      await put(key, block);
    }
    return keys;
  };
  const add = async (kind: PackedArray['kind'], array: AnyArray): Promise<{ $: number }> => {
    const at = arrays.push({ kind, length: array.length, keys: [], ends: [] }) - 1;
    arrays[at] = { kind, length: array.length, keys: await blocks(array, BLOCK_ROWS), ends: [] };
    return { $: at };
  };
  const addText = async (strings: readonly string[]): Promise<{ $: number }> => {
    const at = arrays.push({ kind: 'text', length: strings.length, keys: [], ends: [] }) - 1;
    const { utf8, ends } = encodeStrings(strings);
    arrays[at] = {
      kind: 'text',
      length: strings.length,
      keys: await blocks(utf8, BLOCK_BYTES),
      ends: await blocks(ends, BLOCK_ROWS),
    };
    return { $: at };
  };
  const walk = async (from: unknown): Promise<unknown> => {
    if (from instanceof Uint8Array) return add('u8', from);
    if (from instanceof Uint32Array) return add('u32', from);
    if (from instanceof Int32Array) return add('i32', from);
    if (from instanceof Float64Array) return add('f64', from);
    if (from instanceof Map) return { $map: await walkAll([...from]) };
    if (Array.isArray(from)) return walkAll(from);
    if (typeof from !== 'object' || from === null) return from;
    if (isTextColumn(from)) {
      const { codes, dictionary } = from;
      const kind = codeKind(dictionary);
      const narrow =
        kind === 'c8'
          ? narrowed(codes, new Uint8Array(codes.length))
          : kind === 'c16'
            ? narrowed(codes, new Uint16Array(codes.length))
            : codes;
      return { type: 'text', codes: await add(kind, narrow), dictionary: await addText(dictionary) };
    }
    const out: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(from)) out[key] = await walk(inner);
    return out;
  };
  const walkAll = async (list: readonly unknown[]): Promise<unknown[]> => {
    const out: unknown[] = [];
    for (const item of list) out.push(await walk(item));
    return out;
  };

  const plain = await walk(value);
  return { plain, arrays, bytes };
}

/** How codes into a dictionary are stored: as narrow as it lets them be. */
export function codeKind(dictionary: readonly string[]): 'c8' | 'c16' | 'i32' {
  const size = dictionary.length + 1;
  return size <= 0x100 ? 'c8' : size <= 0x10000 ? 'c16' : 'i32';
}

/** Puts it together again out of its blocks. */
export function unpack(packed: Packed, block: (key: string) => ArrayBuffer): unknown {
  const arrays = packed.arrays.map((array) => unpackArray(array, block));
  const walk = (from: unknown): unknown => {
    if (Array.isArray(from)) return from.map(walk);
    if (typeof from !== 'object' || from === null) return from;
    if ('$' in from) return arrays[from.$ as number];
    if ('$map' in from) return new Map(walk(from.$map) as [unknown, unknown][]);
    return Object.fromEntries(Object.entries(from).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(packed.plain);
}

export function blockKeys(packed: Packed | null): readonly string[] {
  return packed?.arrays.flatMap((array) => [...array.keys, ...array.ends]) ?? [];
}

function unpackArray(array: PackedArray, block: (key: string) => ArrayBuffer): AnyArray | string[] {
  const { kind, length, keys } = array;
  const join = <T extends AnyArray>(whole: T, of: (buffer: ArrayBuffer) => T, from = keys): T => {
    let at = 0;
    for (const key of from) {
      const part = of(block(key));
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  };
  switch (kind) {
    case 'u8':
      return join(new Uint8Array(length), (b) => new Uint8Array(b));
    case 'u32':
      return join(new Uint32Array(length), (b) => new Uint32Array(b));
    case 'i32':
      return join(new Int32Array(length), (b) => new Int32Array(b));
    case 'f64':
      return join(new Float64Array(length), (b) => new Float64Array(b));
    case 'c8':
    case 'c16': {
      const narrow =
        kind === 'c8'
          ? join(new Uint8Array(length), (b) => new Uint8Array(b))
          : join(new Uint16Array(length), (b) => new Uint16Array(b));
      const codes = new Int32Array(length);
      for (let i = 0; i < length; i++) codes[i] = narrow[i]! + NULL_CODE;
      return codes;
    }
    case 'text': {
      const ends = join(new Uint32Array(length), (b) => new Uint32Array(b), array.ends);
      const utf8 = join(new Uint8Array(ends[length - 1] ?? 0), (b) => new Uint8Array(b));
      return decodeStrings(utf8, ends);
    }
  }
}

/** The fast form of `TypedArray.from` with a function, which walks an iterator. Null becomes 0. */
function narrowed<T extends Uint8Array | Uint16Array>(codes: Int32Array, into: T): T {
  for (let i = 0; i < codes.length; i++) into[i] = codes[i]! - NULL_CODE;
  return into;
}

/** Strings encoded in one call, where they are plain ASCII throughout. */
const RUN = 256;

function encodeStrings(strings: readonly string[]): { utf8: Uint8Array; ends: Uint32Array } {
  const encoder = new TextEncoder();
  let utf8 = new Uint8Array(Math.max(1024, strings.length * 16));
  const ends = new Uint32Array(strings.length);
  let at = 0;
  for (let from = 0; from < strings.length; from += RUN) {
    const run = strings.slice(from, from + RUN);
    const joined = run.join('');
    if (utf8.length - at < joined.length * 3) {
      const larger = new Uint8Array(Math.max(utf8.length * 2, at + joined.length * 3));
      larger.set(utf8.subarray(0, at));
      utf8 = larger;
    }
    // The fast form of a call a string: as many bytes as characters means that each string is as long as it reads.
    const plain = encoder.encodeInto(joined, utf8.subarray(at)).written === joined.length;
    run.forEach((string, i) => {
      at += plain ? string.length : encoder.encodeInto(string, utf8.subarray(at)).written;
      ends[from + i] = at;
    });
  }
  return { utf8: utf8.subarray(0, at), ends };
}

function decodeStrings(utf8: Uint8Array, ends: Uint32Array): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  // One decode and many slices is several times as fast as a decode a string; it needs bytes to be characters.
  const whole = decoder.decode(utf8);
  const plain = whole.length === utf8.length;
  let start = 0;
  return Array.from(ends, (end) => {
    const text = plain ? whole.slice(start, end) : decoder.decode(utf8.subarray(start, end));
    start = end;
    return text;
  });
}

function isTextColumn(value: object): value is TextColumn {
  return (value as Partial<Column>).type === 'text' && (value as TextColumn).codes instanceof Int32Array;
}
