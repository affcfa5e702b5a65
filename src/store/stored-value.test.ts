import { describe, expect, it } from 'vitest';
import { RecordParts, recordsOf } from './stored-records';
import { fromJsonValue, toJsonValue } from './stored-value';

const through = (value: unknown) => fromJsonValue(JSON.parse(JSON.stringify(toJsonValue(value))));

describe('a stored value as JSON and back', () => {
  it.each([
    ['plain things', { a: [1, 'zażółć \u2028 𝕏', true, null], b: { c: 0.1 } }],
    ['what JSON has no word for', { u: undefined, n: Number.NaN, i: -Infinity, z: -0, b: 12n ** 30n }],
    [
      'dates, maps and sets',
      { d: new Date(12), bad: new Date(Number.NaN), m: new Map([[{ k: 1 }, new Set([1, undefined])]]) },
    ],
    [
      'bytes of every kind',
      {
        a: new Uint8Array([1, 255]),
        b: new Float64Array([0.1, Number.NaN]),
        c: new Uint8Array([7]).buffer,
        d: new Int32Array(70_000).fill(-5),
      },
    ],
    ['objects that look like our own signs', { $: 'map', v: 1, inner: { $: { $: 'x' } } }],
    ['nothing', undefined],
  ])('keeps %s', (_, value) => {
    expect(through(value)).toStrictEqual(value);
    expect(Object.is((through({ z: -0 }) as { z: number }).z, -0)).toBe(true);
  });

  it('keeps a key named __proto__ a key', () => {
    const value = JSON.parse('{"__proto__": {"admin": true}, "a": 1}') as object;
    const back = through(value) as Record<string, unknown>;
    expect(Object.keys(back)).toEqual(['__proto__', 'a']);
    expect(back['admin']).toBeUndefined();
  });

  it('keeps only its own part of a larger buffer', () => {
    expect(through(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))).toStrictEqual(new Uint8Array([2, 3]));
  });

  it('refuses what nobody wrote a form for, rather than leave it out', () => {
    for (const value of [/x/, new Blob(['x']), () => 1, Symbol('x'), new (class Thing {})()])
      expect(() => toJsonValue({ value })).toThrowError('backup/unsupported');
  });

  it('says that it is damaged where a sign is unknown', () => {
    expect(() => fromJsonValue({ $: 'later', v: 1 })).toThrowError('backup/damaged');
    expect(() => fromJsonValue({ $: 'Uint8Array', v: 3 })).toThrowError('backup/damaged');
  });
});

describe('records in parts', () => {
  it('come back whole and in order, however many parts they make', async () => {
    const records = Array.from({ length: 40 }, (_, i) => ({
      store: i < 20 ? 'a' : 'b',
      key: i % 2 === 0 ? `k\n${i}` : ['c', i],
      value: { text: 'ą'.repeat(60_000), i },
    }));
    const parts = new RecordParts();
    for (const record of records) parts.add(record);
    parts.flush();
    expect(parts.parts.length).toBeGreaterThan(1);
    expect(Object.fromEntries(parts.counts)).toEqual({ a: 20, b: 20 });
    const back = await Promise.all(parts.parts.map(async (part) => recordsOf(await part.arrayBuffer())));
    expect(back.flat()).toEqual(records);
  });
});
