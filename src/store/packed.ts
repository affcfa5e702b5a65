import { type Column, NULL_CODE, type TextColumn } from '../core/column';
import { type EarlierForm, widenNumbers } from './earlier-numbers';
import { BLOCK_BYTES, type Numbers, numberBlocks, readFrames } from './number-frames';
import { type RunningTexts, runningNumbers, runningUtf8 } from './running-texts';

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
  /** `text`: UTF-8, ends in `ends`. `c8` and `c16`, of earlier versions: text codes plus one in one or two bytes. */
  readonly kind: 'u8' | 'u32' | 'i32' | 'f64' | 'c8' | 'c16' | 'text';
  readonly length: number;
  /** Its numbers (of a text, `ends`) stand in frames; in what earlier versions stored, in `form` or as they are. */
  readonly frames?: true;
  readonly form?: EarlierForm;
  /** A text whose `keys` are of the numbers in it, and nothing else is. */
  readonly running?: RunningTexts;
  readonly keys: readonly string[];
  /** Of `text`: block keys of the Uint32 byte offset after each string. */
  readonly ends: readonly string[];
}

/** Dictionaries that stand in blocks already: those of the data are mostly those of a capture. */
export type PackedTexts = Map<readonly string[], PackedArray>;

/**
 * Takes a value apart; `put` is given each block under the key it must be found by, before this resolves. A dictionary
 * that is among `texts` is not stored again, and those stored are added to them.
 */
export async function pack(
  value: unknown,
  newKey: () => string,
  put: (key: string, block: ArrayBuffer) => Promise<void>,
  texts: PackedTexts = new Map(),
): Promise<Packed> {
  const arrays: PackedArray[] = [];
  let bytes = 0;

  const putBlock = async (block: ArrayBuffer): Promise<string> => {
    const key = newKey();
    bytes += block.byteLength;
    await put(key, block);
    return key;
  };
  const numbers = async (array: Numbers): Promise<string[]> => {
    const keys: string[] = [];
    for (const block of numberBlocks(array)) keys.push(await putBlock(block));
    return keys;
  };
  const utf8Blocks = async (utf8: Uint8Array): Promise<string[]> => {
    const keys: string[] = [];
    for (let at = 0; at < utf8.length; at += BLOCK_BYTES)
      keys.push(await putBlock(utf8.slice(at, at + BLOCK_BYTES).buffer));
    return keys;
  };
  const add = async (packed: Promise<PackedArray>): Promise<{ $: number }> => {
    const array = await packed;
    return { $: arrays.push(array) - 1 };
  };
  const addNumbers = async (kind: 'u8' | 'u32' | 'i32' | 'f64', array: Numbers): Promise<PackedArray> => ({
    kind,
    length: array.length,
    frames: true,
    keys: await numbers(array),
    ends: [],
  });
  const textBlocks = async (
    strings: readonly string[],
  ): Promise<Pick<PackedArray, 'running' | 'keys' | 'ends'>> => {
    const running = runningNumbers(strings);
    if (running !== null) return { running: running.form, keys: await numbers(running.numbers), ends: [] };
    const { utf8, ends } = encodeStrings(strings);
    return { keys: await utf8Blocks(utf8), ends: await numbers(ends) };
  };
  const addText = async (strings: readonly string[]): Promise<PackedArray> => {
    const known = texts.get(strings);
    if (known !== undefined) return known;
    const packed: PackedArray = {
      kind: 'text',
      length: strings.length,
      frames: true,
      ...(await textBlocks(strings)),
    };
    texts.set(strings, packed);
    return packed;
  };
  const walk = async (from: unknown): Promise<unknown> => {
    if (from instanceof Uint8Array) return add(addNumbers('u8', from));
    if (from instanceof Uint32Array) return add(addNumbers('u32', from));
    if (from instanceof Int32Array) return add(addNumbers('i32', from));
    if (from instanceof Float64Array) return add(addNumbers('f64', from));
    if (from instanceof Map) return { $map: await walkAll([...from]) };
    if (Array.isArray(from)) return walkAll(from);
    if (typeof from !== 'object' || from === null) return from;
    if (isTextColumn(from)) {
      const { codes, dictionary } = from;
      return {
        type: 'text',
        codes: await add(addNumbers('i32', codes)),
        dictionary: await add(addText(dictionary)),
      };
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

/**
 * Puts it together again out of its blocks. The dictionaries read are added to `texts`; where nobody asks for them, long
 * arrays and dictionaries that are a property of something are laid out when that is first read.
 */
export function unpack(packed: Packed, block: (key: string) => ArrayBuffer, texts?: PackedTexts): unknown {
  const arrays = packed.arrays.map((array) => {
    if (texts === undefined && array.length > LONG) return { later: true, read: whenAsked(array, block) };
    const unpacked = unpackArray(array, block);
    if (Array.isArray(unpacked)) texts?.set(unpacked, array);
    return { later: false, read: () => unpacked };
  });
  const arrayOf = (value: unknown) =>
    typeof value === 'object' && value !== null && '$' in value ? arrays[value.$ as number] : undefined;
  const walk = (from: unknown): unknown => {
    if (Array.isArray(from)) return from.map(walk);
    if (typeof from !== 'object' || from === null) return from;
    if ('$map' in from) return new Map(walk(from.$map) as [unknown, unknown][]);
    const array = arrayOf(from);
    if (array !== undefined) return array.read();
    const out: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(from)) {
      const own = arrayOf(inner);
      if (own?.later) Object.defineProperty(out, key, { enumerable: true, get: own.read });
      else out[key] = walk(inner);
    }
    return out;
  };
  return walk(packed.plain);
}

export function blockKeys(packed: Packed | null): readonly string[] {
  return packed?.arrays.flatMap((array) => [...array.keys, ...array.ends]) ?? [];
}

/**
 * Longer ones take room and time that nobody should pay for what is not asked about: order numbers, lines, columns of the
 * source's own.
 */
const LONG = 10_000;

/** Holds on to the blocks, which are mostly a fraction of the array, until it is laid out, once. */
function whenAsked(array: PackedArray, block: (key: string) => ArrayBuffer): () => Unpacked {
  const parts = new Map([...array.keys, ...array.ends].map((key) => [key, block(key)]));
  let unpacked: Unpacked | null = null;
  return () => {
    if (unpacked !== null) return unpacked;
    unpacked = unpackArray(array, (key) => parts.get(key) as ArrayBuffer);
    parts.clear();
    return unpacked;
  };
}

type Unpacked = Numbers | readonly string[];

function unpackArray(array: PackedArray, block: (key: string) => ArrayBuffer): Unpacked {
  const { kind, length, keys, form, frames } = array;
  const bytes = (from: readonly string[], into: Uint8Array): Uint8Array => {
    let at = 0;
    for (const key of from) {
      const part = new Uint8Array(block(key));
      into.set(part, at);
      at += part.length;
    }
    return into;
  };
  const numbers = <T extends Numbers>(values: T, from = keys, as = form): T => {
    let at = 0;
    if (frames === true) for (const key of from) at += readFrames(block(key), values, at);
    else if (as === undefined || values instanceof Uint8Array) bytes(from, new Uint8Array(values.buffer));
    else for (const key of from) at += widenNumbers(block(key), as, values, at);
    return values;
  };
  switch (kind) {
    case 'u8':
      return numbers(new Uint8Array(length));
    case 'u32':
      return numbers(new Uint32Array(length));
    case 'i32':
      return numbers(new Int32Array(length));
    case 'f64':
      return numbers(new Float64Array(length));
    case 'c8':
    case 'c16':
      return numbers(new Int32Array(length), keys, {
        bytes: kind === 'c8' ? 1 : 2,
        by: 'value',
        base: NULL_CODE,
        unit: 1,
      });
    case 'text': {
      if (array.running !== undefined) {
        const { utf8, ends } = runningUtf8(array.running, numbers(new Float64Array(length)));
        return decodeStrings(utf8, ends);
      }
      const ends = numbers(new Uint32Array(length), array.ends);
      return decodeStrings(bytes(keys, new Uint8Array(ends[length - 1] ?? 0)), ends);
    }
  }
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
  const texts: string[] = new Array(ends.length);
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i]!;
    texts[i] = plain ? whole.slice(start, end) : decoder.decode(utf8.subarray(start, end));
    start = end;
  }
  return texts;
}

function isTextColumn(value: object): value is TextColumn {
  return (value as Partial<Column>).type === 'text' && (value as TextColumn).codes instanceof Int32Array;
}
