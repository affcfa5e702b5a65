import { describe, expect, it } from 'vitest';
import { AppError } from '../core/app-error';
import { memoryBackend } from './memory-backend';
import { blockKeys, type Packed, pack, unpack } from './packed';
import { createStore, type Sentinel, type Writer } from './store';
import { memoryLocks } from './writer-lock';

function memorySentinel(last: number | null = null): Sentinel {
  let version = last;
  return {
    last: () => version,
    committed: (v) => {
      version = v;
    },
  };
}

function newStore(sentinel = memorySentinel()) {
  const backend = memoryBackend();
  let n = 0;
  const store = createStore({ backend, locks: memoryLocks(), sentinel, newId: () => `id${n++}` });
  return { backend, store };
}

const live = new AbortController().signal;
const commitDataset = async (writer: Writer, value: unknown) =>
  writer.commit({ captures: [], dataset: await writer.stage(value), summary: null });

describe('the store', () => {
  it('shows a commit whole to the next reader', async () => {
    const { store } = newStore();
    const value = { a: Float64Array.of(1, Number.NaN), m: new Map([['__proto__', Int32Array.of(-1, 2)]]) };
    await store.write(live, (w) => commitDataset(w, value));
    const { root, values } = await store.read((r) => (r.dataset === null ? [] : [r.dataset]));
    expect(root.dataVersion).toBe(1);
    expect(values).toEqual([value]);
  });

  it('leaves nothing of a write that was aborted, and the earlier data as it was', async () => {
    const { store, backend } = newStore();
    await store.write(live, (w) => commitDataset(w, { a: Uint8Array.of(1) }));
    const before = [...backend.blocks.keys()];
    const abort = new AbortController();
    const writing = store.write(abort.signal, async (w) => {
      await w.stage({ a: new Float64Array(100_000) });
      abort.abort();
      await commitDataset(w, { a: Uint8Array.of(2) });
    });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect([...backend.blocks.keys()]).toEqual(before);
    expect((await store.root()).dataVersion).toBe(1);
  });

  it('drops the blocks the new root no longer names', async () => {
    const { store, backend } = newStore();
    await store.write(live, (w) => commitDataset(w, { a: Uint8Array.of(1) }));
    const root = await store.write(live, (w) => commitDataset(w, { a: Uint8Array.of(2) }));
    expect([...backend.blocks.keys()]).toEqual(blockKeys(root.dataset));
  });

  it('sweeps what a killed writer left, but never while another one is staging', async () => {
    const { store, backend } = newStore();
    await backend.putBlocks(new Map([['stray', new ArrayBuffer(1)]]));
    await store.write(live, async (w) => {
      const staged = await w.stage({ a: Uint8Array.of(1) });
      expect(await store.sweep()).toBe(0);
      await w.commit({ captures: [], dataset: staged, summary: null });
    });
    expect(await store.sweep()).toBe(1);
    expect(backend.blocks.has('stray')).toBe(false);
    expect((await store.read((r) => (r.dataset ? [r.dataset] : []))).values).toHaveLength(1);
  });

  it('lets one writer in at a time, and the next see what the one before did', async () => {
    const { store } = newStore();
    const versions = await Promise.all(
      [1, 2, 3].map((n) => store.write(live, (w) => commitDataset(w, { n: Uint8Array.of(n) }))),
    );
    expect(versions.map((r) => r.dataVersion)).toEqual([1, 2, 3]);
  });

  it('says that data vanished when the sentinel knows of more than the database', async () => {
    const sentinel = memorySentinel(4);
    const { store } = newStore(sentinel);
    expect(await store.health()).toBe('vanished');
    const root = await store.write(live, (w) => commitDataset(w, {}));
    expect(root.dataVersion).toBe(5);
    expect(await store.health()).toBe('ok');
  });

  it('passes a full disk on as its own code, and leaves the data as it was', async () => {
    const { store, backend } = newStore();
    await store.write(live, (w) => commitDataset(w, { a: Uint8Array.of(1) }));
    backend.putBlocks = async () => {
      throw new AppError('db/quota');
    };
    const writing = store.write(live, (w) => commitDataset(w, { a: Uint8Array.of(2) }));
    await expect(writing).rejects.toMatchObject({ code: 'db/quota' });
    expect((await store.root()).dataVersion).toBe(1);
  });
});

describe('packing', () => {
  const roundTrip = async (value: unknown) => {
    const blocks = new Map<string, ArrayBuffer>();
    let n = 0;
    const packed = await pack(
      value,
      () => `k${n++}`,
      async (key, block) => {
        blocks.set(key, block);
      },
    );
    const stored = structuredClone(packed);
    return { value: unpack(stored, (key) => blocks.get(key) as ArrayBuffer), blocks };
  };

  it('brings text back as it was, whatever the script and however large the dictionary', async () => {
    const words = Array.from({ length: 70_000 }, (_, i) => `zażółć ${i} 🦡`);
    for (const size of [0, 1, 255, 256, 70_000]) {
      const dictionary = words.slice(0, size);
      const codes = Int32Array.from({ length: size + 1 }, (_, i) => i - 1);
      const column = { type: 'text', codes, dictionary };
      expect((await roundTrip(column)).value).toEqual(column);
    }
  });

  it('lays out a long array once, when it is first read, and holds its blocks until then', async () => {
    const time = Float64Array.from({ length: 20_000 }, (_, i) => (i % 7 === 0 ? Number.NaN : i * 1000));
    const dictionary = Array.from({ length: 12_000 }, (_, i) => `order ${i}`);
    const codes = Int32Array.from({ length: 20_000 }, (_, i) => (i % 12_001) - 1);
    const whole = { few: Int32Array.of(3, 1), time, id: { type: 'text', codes, dictionary } };
    const { value, blocks } = await roundTrip(whole);
    blocks.clear();
    const read = value as typeof whole;
    expect(Object.getOwnPropertyDescriptor(read, 'few')?.value).toEqual(whole.few);
    expect(Object.getOwnPropertyDescriptor(read, 'time')).not.toHaveProperty('value');
    expect(read).toEqual(whole);
    expect(read.time).toBe(read.time);
    expect(read.id.dictionary).toBe(read.id.dictionary);
  });

  it('keeps an empty string, a byte order mark and ASCII apart', async () => {
    const column = { type: 'text', codes: Int32Array.of(0, 1, 2), dictionary: ['', '\ufeffx', 'y'] };
    expect((await roundTrip(column)).value).toEqual(column);
  });

  it('cuts long columns into blocks and puts them together again', async () => {
    const values = Float64Array.from({ length: 700_000 }, (_, i) => i / 3);
    const { value, blocks } = await roundTrip({ values });
    expect(blocks.size).toBe(3);
    const back = (value as { values: Float64Array }).values;
    expect(back.length === values.length && back.every((v, i) => v === values[i])).toBe(true);
  });

  it('stores a view without the buffer under it', async () => {
    const view = new Float64Array(1000).subarray(10, 12);
    const { blocks } = await roundTrip({ view });
    // A head, and no bit of numbers that are all one.
    expect([...blocks.values()].map((b) => b.byteLength)).toEqual([64]);
  });

  it('stores a dictionary once that the capture and the data share', async () => {
    const { store, backend } = newStore();
    const dictionary = ['zażółć', 'gęślą'];
    const column = { type: 'text', codes: Int32Array.of(0, 1, -1), dictionary };
    await store.write(live, async (writer) => {
      const first = await writer.stage(column);
      const blocks = (await backend.blockKeys()).length;
      const second = await writer.stage({ ...column, codes: Int32Array.of(1) });
      expect((await backend.blockKeys()).length).toBe(blocks + 1);
      await writer.commit({ captures: [], dataset: second, summary: null });
      // What only the first one named is gone; what both named is there.
      expect(blockKeys(first).some((key) => blockKeys(second).includes(key))).toBe(true);
    });
    const { values } = await store.read((root) => (root.dataset === null ? [] : [root.dataset]));
    expect(values).toEqual([{ ...column, codes: Int32Array.of(1) }]);
  });

  it('reads codes as earlier versions stored them', () => {
    const stored = (kind: 'c8' | 'c16', codes: Uint8Array | Uint16Array) =>
      unpack(
        {
          plain: { $: 0 },
          arrays: [{ kind, length: 3, keys: ['k'], ends: [] }],
          bytes: codes.byteLength,
        },
        () => codes.buffer as ArrayBuffer,
      );
    expect(stored('c8', Uint8Array.of(0, 1, 255))).toEqual(Int32Array.of(-1, 0, 254));
    expect(stored('c16', Uint16Array.of(0, 1, 65_535))).toEqual(Int32Array.of(-1, 0, 65_534));
  });

  it('reads numbers and texts as earlier versions stored them', () => {
    const blocks = new Map<string, ArrayBuffer>([
      ['floats', Float64Array.of(0.5, -0).buffer],
      ['amounts', Uint16Array.of(1, 0).buffer],
      ['flags', Uint8Array.of(1, 2).buffer],
      ['texts', Uint8Array.from('abc', (c) => c.charCodeAt(0)).buffer],
      ['ends', Uint8Array.of(0, 2).buffer],
    ]);
    const form = { bytes: 2, by: 'value', base: 99, unit: 1 } as const;
    const steps = { bytes: 1, by: 'step', base: 1, unit: 1 } as const;
    const packed: Packed = {
      plain: [{ $: 0 }, { $: 1 }, { $: 2 }, { $: 3 }],
      arrays: [
        { kind: 'f64', length: 2, keys: ['floats'], ends: [] },
        { kind: 'f64', length: 2, form, keys: ['amounts'], ends: [] },
        { kind: 'u8', length: 2, keys: ['flags'], ends: [] },
        { kind: 'text', length: 2, form: steps, keys: ['texts'], ends: ['ends'] },
      ],
      bytes: 0,
    };
    expect(unpack(packed, (key) => blocks.get(key) as ArrayBuffer)).toEqual([
      Float64Array.of(0.5, -0),
      Float64Array.of(100, Number.NaN),
      Uint8Array.of(1, 2),
      ['a', 'bc'],
    ]);
  });
});
