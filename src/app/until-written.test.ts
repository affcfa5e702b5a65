import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../tests/memory-engine';
import { untilWritten } from './until-written';

const RULE = { kind: 'attribute', field: 'email', test: { op: 'is-filled' } } as const;
const draft = (name: string) => ({ name, description: '', rule: RULE });

describe('what is read of the store', () => {
  it('is read once until somebody writes, and then again', async () => {
    const { store } = memoryEngine();
    const records = store.records<number>('segments');
    let reads = 0;
    const all = untilWritten(store, async () => {
      reads++;
      return [...(await records.all()).values()];
    });
    await records.put('a', 1);
    expect([await all(), await all(), reads]).toEqual([[1], [1], 1]);
    await records.put('b', 2);
    expect([await all(), await all(), reads]).toEqual([[1, 2], [1, 2], 2]);
    await records.drop('a');
    expect([await all(), reads]).toEqual([[2], 3]);
    await store.write(new AbortController().signal, async (w) => {
      await w.commit({ captures: [], dataset: null, summary: null });
    });
    expect([await all(), reads]).toEqual([[2], 4]);
  });

  it('is read again where somebody wrote while it was read', async () => {
    const { store } = memoryEngine();
    const records = store.records<number>('segments');
    await records.put('a', 1);
    let meanwhile = async () => records.put('a', 2);
    const all = untilWritten(store, async () => {
      const read = (await records.all()).get('a');
      await meanwhile();
      meanwhile = async () => {};
      return read;
    });
    expect(await all()).toBe(1);
    expect(await all()).toBe(2);
  });

  it('is not kept when it failed', async () => {
    const { store } = memoryEngine();
    await store.records<number>('segments').put('a', 1);
    let fails = true;
    const all = untilWritten(store, async () => {
      if (fails) throw new Error('read');
      return 1;
    });
    await expect(all()).rejects.toThrow('read');
    fails = false;
    expect(await all()).toBe(1);
  });

  it("is another worker's as soon as that has written", async () => {
    const { engine, another } = memoryEngine();
    const other = another();
    const saved = await engine.saveSegment(draft('First'));
    const names = async () =>
      (await other.segments({ asOf: null, currency: null, ids: [saved.id] })).segments.map(
        ({ segment }) => segment.name.en,
      );
    expect([await names(), await names()]).toEqual([['First'], ['First']]);
    await engine.saveSegment({ ...draft('Second'), id: saved.id });
    expect(await names()).toEqual(['Second']);
    await engine.deleteSegment({ id: saved.id });
    expect(await names()).toEqual([]);
  });
});
