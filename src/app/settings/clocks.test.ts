import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../tests/csv-file';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { HELD_REQUEST } from '../../../tests/segment-members';
import type { Dataset } from '../../core/dataset';

const header = 'Order ID,Customer ID,Order date,Total,Currency';

/** Moments, as a payment tool writes them: on both days on which Poland changes its clocks, and over New Year. */
const payments = csvFile(
  'payments.csv',
  header,
  'p1,c1,2024-03-31T00:59:59Z,10,PLN',
  'p2,c1,2024-03-31T01:00:00Z,10,PLN',
  'p3,c1,2024-10-27T00:30:00Z,10,PLN',
  'p4,c1,2024-10-27T01:30:00Z,10,PLN',
  'p5,c1,2024-12-31T23:30:00Z,10,PLN',
);
/** A shop's own clock, which says nothing of where it hangs. */
const shop = csvFile(
  'shop.csv',
  'Order number,Customer ID,Order date,Total,Currency,Shop',
  's1,c2,2024-03-31 02:30:00,10,PLN,x',
  's2,c2,2024-10-27 02:30:00,10,PLN,x',
  's3,c2,2024-07-01 12:00:00,10,PLN,x',
);
/** Local time with its offset, as Shopify exports it. */
const offsets = csvFile(
  'offsets.csv',
  'Order,Customer ID,Order date,Total,Currency,Till',
  'o1,c3,2024-01-15 12:00:00 +0100,10,PLN,y',
  'o2,c3,2024-07-15 12:00:00 +0200,10,PLN,y',
  'o3,c3,2024-07-15 12:00:00 -0430,10,PLN,y',
);
const days = csvFile(
  'days.csv',
  'Order no,Customer ID,Order date,Total,Currency,Day',
  'd1,c4,2024-07-01,10,PLN,z',
);

async function opened(...files: readonly File[]) {
  const memory = memoryEngine();
  if (files.length > 0) await importFiles(memory.engine, ...files);
  const times = async (customer: string) => {
    const { values } = await memory.store.read((r) => (r.dataset === null ? [] : [r.dataset]));
    const { orders, people } = values[0] as Dataset;
    const person = people.label.dictionary.indexOf(customer);
    return [...orders.time.subarray(orders.offsets[person], orders.offsets[person + 1])].map((t) =>
      new Date(t).toISOString().slice(0, 19),
    );
  };
  const idOf = async (capture: string) => {
    const { clocks } = await memory.engine.settings(undefined);
    return clocks.find((c) => c.captures.includes(capture))?.id ?? 'no such clock';
  };
  return { ...memory, times, idOf };
}

describe('whose clock times are on', () => {
  it('is left as written until the person says', async () => {
    const { engine, times } = await opened(payments, shop, offsets);
    expect(await times('c1')).toEqual([
      '2024-03-31T00:59:59',
      '2024-03-31T01:00:00',
      '2024-10-27T00:30:00',
      '2024-10-27T01:30:00',
      '2024-12-31T23:30:00',
    ]);
    const { clocks } = await engine.settings(undefined);
    expect(clocks.map(({ captures, written, stated, said }) => [captures, written, stated, said])).toEqual([
      [['payments.csv'], 'offset', null, null],
      [['shop.csv'], 'wall', null, null],
      [['offsets.csv'], 'offset', null, null],
    ]);
    const { captures } = await engine.state(undefined);
    expect(captures.map((c) => c.passport.timeZone)).toEqual(['as-written', 'as-written', 'as-written']);
  });

  it('is Warsaw’s for moments once it is said, summer time and all', async () => {
    const { engine, times } = await opened(payments, offsets);
    await engine.setClocks({ clock: 'Europe/Warsaw', zones: {} });
    expect(await times('c1')).toEqual([
      '2024-03-31T01:59:59',
      '2024-03-31T03:00:00',
      '2024-10-27T02:30:00',
      '2024-10-27T02:30:00',
      '2025-01-01T00:30:00',
    ]);
    expect(await times('c3')).toEqual(['2024-01-15T12:00:00', '2024-07-15T12:00:00', '2024-07-15T18:30:00']);
    const { captures } = await engine.state(undefined);
    expect(captures.map((c) => c.passport.timeZone)).toEqual(['Europe/Warsaw', 'Europe/Warsaw']);
  });

  it('is New York’s where that is said', async () => {
    const { engine, times } = await opened(payments);
    await engine.setClocks({ clock: 'America/New_York', zones: {} });
    expect((await times('c1')).slice(0, 3)).toEqual([
      '2024-03-30T20:59:59',
      '2024-03-30T21:00:00',
      '2024-10-26T20:30:00',
    ]);
  });

  it('stays a source’s own where its times say nothing and nobody else does', async () => {
    const { engine, times, idOf } = await opened(payments, shop);
    await engine.setClocks({ clock: 'America/New_York', zones: {} });
    const written = ['2024-03-31T02:30:00', '2024-07-01T12:00:00', '2024-10-27T02:30:00'];
    expect(await times('c2')).toEqual(written);
    const shopPassport = async () =>
      (await engine.state(undefined)).captures.find((c) => c.name === 'shop.csv')?.passport;
    expect(await shopPassport()).toMatchObject({ timeZone: 'as-written', clock: { said: null } });
    // Half past two was skipped on 31 March (so half past three, 01:30 UTC) and came twice on 27 October (the first, 00:30 UTC).
    await engine.setClocks({
      clock: 'America/New_York',
      zones: { [await idOf('shop.csv')]: 'Europe/Warsaw' },
    });
    expect(await times('c2')).toEqual(['2024-03-30T21:30:00', '2024-07-01T06:00:00', '2024-10-26T20:30:00']);
    expect(await shopPassport()).toMatchObject({
      timeZone: 'America/New_York',
      clock: { said: 'Europe/Warsaw' },
    });
    await engine.setClocks({ clock: null, zones: {} });
    expect(await times('c2')).toEqual(written);
  });

  it('never moves a day that is only a day', async () => {
    const { engine, times, idOf } = await opened(days, payments);
    await engine.setClocks({
      clock: 'America/New_York',
      zones: { [await idOf('days.csv')]: 'Europe/Warsaw' },
    });
    expect(await times('c4')).toEqual(['2024-07-01T00:00:00']);
    expect((await engine.settings(undefined)).clocks.map((c) => c.captures)).toEqual([['payments.csv']]);
  });

  it('is asked once a source: what comes later from it is on the same clock', async () => {
    const { engine, times, idOf } = await opened(shop);
    await engine.setClocks({
      clock: 'America/New_York',
      zones: { [await idOf('shop.csv')]: 'Europe/Warsaw' },
    });
    await importFiles(
      engine,
      csvFile(
        'shop-august.csv',
        'Order number,Customer ID,Order date,Total,Currency,Shop',
        's9,c2,2024-08-01 12:00:00,10,PLN,x',
      ),
    );
    expect((await times('c2')).at(1)).toBe('2024-07-01T06:00:00');
    const { clocks } = await engine.settings(undefined);
    expect(clocks.some((c) => c.captures.includes('shop-august.csv') && c.said === 'Europe/Warsaw')).toBe(
      true,
    );
    expect(await times('c2')).toContain('2024-08-01T06:00:00');
  });

  it('is the source’s where its headers or the lines above them name it', async () => {
    const stripe = csvFile(
      'stripe.csv',
      'Order ID,Customer ID,Order date (UTC),Total,Currency',
      '1,c9,2024-07-01 22:30:00,10,PLN',
    );
    const above = csvFile(
      'above.csv',
      '# Time zone: Europe/Warsaw',
      '',
      'Order id,Customer ID,Order date,Total,Currency,Q',
      '1,c8,2024-07-01 22:30:00,10,PLN,q',
    );
    const { engine, times } = await opened(stripe, above);
    expect((await engine.settings(undefined)).clocks.map((c) => c.stated)).toEqual(['UTC', 'Europe/Warsaw']);
    await engine.setClocks({ clock: 'Asia/Tokyo', zones: {} });
    expect(await times('c9')).toEqual(['2024-07-02T07:30:00']);
    expect(await times('c8')).toEqual(['2024-07-02T05:30:00']);
  });

  it('moves months with it: the last half hour of December is January in Warsaw', async () => {
    const { engine } = await opened(payments);
    const months = async () =>
      (
        await engine.trend({
          comparison: { ...HELD_REQUEST, metricIds: ['orders'] },
          metricId: 'orders',
          every: 'month',
        })
      ).periods.at(-1)?.from;
    expect(await months()).toBe(Date.UTC(2024, 11, 1));
    await engine.setClocks({ clock: 'Europe/Warsaw', zones: {} });
    expect(await months()).toBe(Date.UTC(2025, 0, 1));
  });

  it('holds for what an overlapping export leaves of an earlier one', async () => {
    const visits = (name: string, ...rows: readonly string[]) =>
      csvFile(name, 'Customer ID,Event time,Event,Page', ...rows);
    const one = '2024-07-01T22:30:00Z,page_view,a';
    const { engine, store } = await opened(
      visits('visits-1.csv', `c1,${one}`, 'c1,2024-07-02T22:30:00Z,page_view,b'),
      visits('visits-2.csv', 'c1,2024-07-02T22:30:00Z,page_view,b', 'c1,2024-07-03T22:30:00Z,page_view,c'),
    );
    await engine.setClocks({ clock: 'Europe/Warsaw', zones: {} });
    const { values } = await store.read((r) => (r.dataset === null ? [] : [r.dataset]));
    const { events } = values[0] as Dataset;
    expect([...events.time].map((t) => new Date(t).toISOString().slice(0, 19))).toEqual([
      '2024-07-02T00:30:00',
      '2024-07-03T00:30:00',
      '2024-07-04T00:30:00',
    ]);
  });

  it('comes through a backup', async () => {
    const { engine, idOf } = await opened(shop, offsets);
    await engine.setClocks({
      clock: 'America/New_York',
      zones: { [await idOf('shop.csv')]: 'Europe/Warsaw' },
    });
    const { blob } = await engine.backup(undefined);
    const before = await engine.settings(undefined);
    const other = await opened();
    await other.engine.restoreBackup({ file: new File([blob], 'b.slbackup') });
    expect(await other.engine.settings(undefined)).toEqual(before);
    expect(await other.times('c2')).toEqual([
      '2024-03-30T21:30:00',
      '2024-07-01T06:00:00',
      '2024-10-26T20:30:00',
    ]);
  });
});
