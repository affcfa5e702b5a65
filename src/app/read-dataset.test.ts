import { describe, expect, it } from 'vitest';
import { fullShop } from '../../tests/full-shop';
import type { Dataset } from '../core/dataset';
import { pack, unpack } from '../store/packed';
import { withOwners, withoutOwners } from './read-dataset';

describe('a dataset read back', () => {
  it('is what was stored, though whose each row is was not read', async () => {
    const { version: _, passports: __, ...dataset } = fullShop();
    const blocks = new Map<string, ArrayBuffer>();
    let n = 0;
    const packed = await pack(
      dataset,
      () => `b${n++}`,
      async (key, block) => void blocks.set(key, block),
    );
    const read = new Set<string>();
    const stored = unpack(withoutOwners(packed), (key) => {
      read.add(key);
      return blocks.get(key) as ArrayBuffer;
    });
    const back = withOwners(stored as Omit<Dataset, 'passports' | 'version'>);
    expect(back).toEqual(dataset);
    expect(back.orders.person).toEqual(dataset.orders.person);
    expect(back.events.person).toEqual(dataset.events.person);
    expect(back.events.person).toContain(3);
    expect(blocks.size - read.size).toBe(2);
  });

  it('knows rows of nobody', () => {
    const shop = fullShop();
    const most = shop.orders.size - 2;
    const offsets = shop.orders.offsets.map((at) => Math.min(at, most));
    const { person } = withOwners({ ...shop, orders: { ...shop.orders, offsets } }).orders;
    expect([...person.slice(-3)]).toEqual([shop.orders.person[most - 1], -1, -1]);
  });
});
