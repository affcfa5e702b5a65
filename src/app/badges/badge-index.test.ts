import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../tests/csv-file';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import type { PageKey } from '../../core/page-key';
import { blockKeys } from '../../store/packed';
import { keysOf } from '../../store/root-record';
import { type BadgeIndex, badgePlaces, IN_NONE } from './badge-index';

/** Customer c buys on c days; contacts of a CRM know some of them by another number. */
const orders = csvFile(
  'orders.csv',
  'Order ID,Email,Order date,Total,Currency',
  ...Array.from({ length: 30 }, (_, c) =>
    Array.from(
      { length: 1 + (c % 6) },
      (_, k) =>
        `o${c}-${k},c${c}@example.com,2025-${String(1 + ((c + k) % 9)).padStart(2, '0')}-1${k},10,PLN`,
    ),
  ).flat(),
);
const contacts = csvFile(
  'hubspot-crm-exports-all-contacts-2025-10-01.csv',
  'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Lifecycle Stage',
  ...Array.from(
    { length: 20 },
    (_, c) =>
      `9000${c},A${c},B${c},C${c}@Example.com,+48 600 100 ${100 + (c >= 18 ? 18 : c)},o@shop.example,NEW,2024-03-12 09:14,lead`,
  ),
);

const id = (value: string, space = 'hubspot'): PageKey => ({ kind: 'id', space, value });
const email = (value: string): PageKey => ({ kind: 'email', space: '', value });
const phone = (value: string): PageKey => ({ kind: 'phone', space: '', value });

async function opened() {
  const memory = memoryEngine();
  await importFiles(memory.engine, orders, contacts);
  await memory.engine.refreshBadges({ wanted: true, locale: 'en' });
  const index = async () => {
    const { values } = await memory.store.read((r) => (r.badges === undefined ? [] : [r.badges.table]));
    return values[0] as BadgeIndex | undefined;
  };
  return { ...memory, index };
}

describe('what names people on pages', () => {
  it('puts everybody where the first segment they are in says, whichever key of theirs is asked', async () => {
    const { engine, index } = await opened();
    const made = await index();
    if (made === undefined) throw new Error('no index');
    const { groups, people, inNone, unknown } = await engine.badges(undefined);
    expect(groups.map((g) => g.id)).toContain('library:champions');
    expect(people).toBe(30);

    // The members the engine lists, person by person, in the order of the groups.
    const expected = new Map<string, string>();
    for (const group of groups) {
      const { rows } = await engine.members({
        segmentId: group.id,
        asOf: null,
        offset: 0,
        limit: 100,
      });
      for (const row of rows) if (!expected.has(row.label)) expected.set(row.label, group.name.en);
    }
    const placeOf = badgePlaces(made);
    const nameOf = (row: readonly PageKey[]) => {
      const place = placeOf(row);
      return place === null ? null : place === IN_NONE ? '' : made.segments[place]?.name.en;
    };
    const counts = new Map<string, number>();
    for (let c = 0; c < 30; c++) {
      const name = nameOf([email(` C${c}@EXAMPLE.com`)]);
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
      if (c < 20) expect(nameOf([id(`9000${c}`)])).toBe(name);
      if (c < 18) expect(nameOf([phone(`0048 600-100-${100 + c}`)])).toBe(name);
    }
    expect([...counts.values()].reduce((a, b) => a + b, inNone + unknown)).toBe(30);
    for (const group of groups) expect(counts.get(group.name.en) ?? 0).toBe(group.people);
    expect(expected.size).toBe(30 - inNone - unknown);
  });

  it('names nobody by what two people share, by ids of another tool, or by what it does not know', async () => {
    const { index } = await opened();
    const made = await index();
    if (made === undefined) throw new Error('no index');
    const placeOf = badgePlaces(made);
    expect(placeOf([phone('+48600100118')])).toBeNull();
    expect(placeOf([id('90001', 'pipedrive')])).toBeNull();
    // Without a tool only ids too long to meet by chance are looked up.
    expect(placeOf([id('90001', '')])).toBeNull();
    expect(placeOf([email('stranger@example.com')])).toBeNull();
    expect(placeOf([email('c1@example.com'), email('stranger@example.com')])).not.toBeNull();
    // An address of somebody who has another number in that tool is not theirs alone.
    expect(placeOf([id('77777'), email('c1@example.com')])).toBeNull();
    expect(placeOf([id('77777'), email('c25@example.com')])).not.toBeNull();
    const places = new Map(
      Array.from({ length: 30 }, (_, c) => [placeOf([email(`c${c}@example.com`)]), c] as const),
    );
    const [one, other] = [...places.values()];
    expect(placeOf([email(`c${one}@example.com`), email(`c${other}@example.com`)])).toBeNull();
  });

  it('holds no key that could be read', async () => {
    const { blocks, store, index } = await opened();
    const root = await store.root();
    const keys = blockKeys(root.badges?.table ?? null);
    expect(keys.length).toBeGreaterThan(0);
    const text = keys.map((key) => new TextDecoder('latin1').decode(blocks.get(key))).join('');
    expect(text).not.toMatch(/example|60010/i);
    expect(JSON.stringify(root.badges)).not.toMatch(/example\.com|60010/);
    expect((await index())?.hashes).toHaveLength(30 + 20 + 18);
  });

  it('goes in the same commit as the data it was made of, and is made again when asked', async () => {
    const { engine, store, blocks, index } = await opened();
    const before = blockKeys((await store.root()).badges?.table ?? null);
    const { captures, dataVersion } = await engine.state(undefined);
    await engine.deleteCapture({ captureId: captures.find((c) => c.name.startsWith('hubspot'))?.id ?? '' });
    expect(await index()).toBeUndefined();
    expect(before.filter((key) => blocks.has(key))).toEqual([]);
    expect((await engine.refreshBadges({ wanted: true, locale: 'pl' })).keys).toBe(30);
    const root = await store.root();
    expect(root.dataVersion).toBe(dataVersion + 1);
    expect([...blocks.keys()].sort()).toEqual([...keysOf(root)].sort());
    const first = root.badges?.stamp;
    await engine.refreshBadges({ wanted: true, locale: 'pl' });
    expect((await store.root()).badges?.stamp).toBe(first);
  });

  it('follows what is chosen, and is gone when no site wants it', async () => {
    const { engine, index } = await opened();
    const { groups } = await engine.saveBadges({ segmentIds: ['library:one-time', 'library:champions'] });
    expect(groups.map((g) => g.id)).toEqual(['library:one-time', 'library:champions']);
    expect((await index())?.segments.map((s) => s.name.en)).toEqual(groups.map((g) => g.name.en));
    await engine.refreshBadges({ wanted: false, locale: 'en' });
    expect(await index()).toBeUndefined();
    await expect(engine.saveBadges({ segmentIds: ['library:no-such'] })).rejects.toThrow('segment/not-found');
  });
});
