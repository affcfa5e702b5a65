import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import type { PerformanceRecord } from '../../core/performance-record';
import { DAY_MS, isoDay, wallMs } from '../../core/time/calendar';

interface Row {
  readonly email: string;
  readonly day: string;
  readonly total: number;
}

const START = wallMs(2025, 1, 1);
/** Each of 40 customers orders every 20 days but for the last ten, who order once; then one order of somebody alone. */
const rows = (days: number): readonly Row[] =>
  Array.from({ length: 40 }, (_, p) =>
    Array.from({ length: p < 30 ? Math.floor(days / 20) : 1 }, (_, k) => ({
      email: `c${p}@example.com`,
      day: isoDay(START + (k * 20 + (p % 5)) * DAY_MS),
      total: 10 + p,
    })),
  ).flat();
let ids = 0;
const file = (of: readonly Row[]) =>
  new File(
    [
      [
        'Order ID,Email,Order date,Order total,Currency',
        ...of.map(({ email, day, total }) => `${++ids},${email},${day},${total}.00,PLN`),
      ].join('\n'),
    ],
    `orders-${ids}.csv`,
  );

async function ownSegment(engine: ReturnType<typeof memoryEngine>['engine']) {
  const { segments } = await engine.segments({ asOf: null, currency: null });
  const source = segments.find((v) => v.segment.id === 'library:one-time');
  if (source === undefined) throw new Error('no one-time buyers');
  return engine.cloneSegment({ id: source.segment.id, name: 'Mine' });
}

describe('how segments did at each import', () => {
  it('is written down once a version of the data, with the rule of then, and counts what there was', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, file(rows(100)));
    const mine = await ownSegment(engine);
    const asked = { segmentIds: [mine.id] };
    const first = await engine.performance(asked);
    expect(first.records).toHaveLength(1);
    expect((await engine.performance(asked)).records).toEqual(first.records);
    const [record] = first.records as [PerformanceRecord];
    expect(record.population).toBe(40);
    expect(record.segments).toHaveLength(1);
    // Ten who ordered once, 40 to 49 złoty each, in the last 90 days or not.
    const from = record.period.from;
    const theirs = rows(100).filter(({ email }) => Number(/\d+/.exec(email)?.[0]) >= 30);
    const worth = theirs
      .filter(({ day }) => Date.parse(day) >= from)
      .reduce((sum, { total }) => sum + 100 * total, 0);
    expect(record.segments[0]).toMatchObject({ id: mine.id, version: 1, size: 10 });
    expect(record.segments[0]?.figures['revenue']).toMatchObject({ value: worth, lo: null });
    expect(record.segments[0]?.figures['revenue-per-customer']?.value).toBeCloseTo(worth / 10, 8);
  });

  it('stays as it was when the segment is edited, and the next import adds what it is then', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, file(rows(100)));
    const mine = await ownSegment(engine);
    const before = await engine.performance({ segmentIds: [mine.id] });
    const { segments } = await engine.segments({ asOf: null, currency: null });
    const other = segments.find((v) => v.segment.kind === 'purchase' && v.segment.id !== 'library:one-time');
    if (other === undefined) throw new Error('no other segment');
    await engine.saveSegment({
      id: mine.id,
      name: 'Mine, changed',
      description: '',
      rule: other.segment.rule,
    });
    expect((await engine.performance({ segmentIds: [mine.id] })).records).toEqual(before.records);
    await importFiles(engine, file([{ email: 'new@example.com', day: '2025-04-20', total: 5 }]));
    const after = await engine.performance({ segmentIds: [mine.id] });
    expect(after.records).toHaveLength(2);
    expect(after.records[0]).toEqual(before.records[0]);
    expect(after.records[1]?.segments[0]).toMatchObject({ version: 2, name: { en: 'Mine, changed' } });
    expect(after.records[1]?.population).toBe(41);
  });

  it('keeps no figures of fewer than five people, and goes with everything', async () => {
    const { engine, store } = memoryEngine();
    await importFiles(engine, file([...rows(100)]));
    const { segments } = await engine.segments({ asOf: null, currency: null });
    await engine.performance({ segmentIds: [] });
    const all = [...(await store.records<PerformanceRecord>('snapshots').all()).values()];
    const sizes = new Map(segments.map((v) => [v.segment.id, v.size]));
    const [record] = all;
    expect(record?.segments.length).toBeGreaterThan(10);
    for (const of of record?.segments ?? []) {
      expect(of.size).toBe(sizes.get(of.id));
      if (of.size < 5) expect(of.figures).toEqual({});
    }
    expect(record?.segments.some(({ size }) => size > 0 && size < 5)).toBe(true);
    await engine.deleteEverything(undefined);
    expect((await store.records('snapshots').all()).size).toBe(0);
    expect((await engine.performance({ segmentIds: [] })).records).toEqual([]);
  });

  it('goes out as one row for each import, segment and figure', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, file(rows(100)));
    const asked = { segmentIds: ['library:one-time'] };
    const { records, metrics } = await engine.performance(asked);
    const csv = await engine.exportPerformance({ ...asked, format: { locale: 'en', dialect: 'standard' } });
    const lines = new TextDecoder().decode(csv.bytes).trim().split('\r\n');
    const figures = Object.keys(records[0]?.segments[0]?.figures ?? {});
    expect(lines).toHaveLength(2 + 1 + figures.length);
    expect(metrics.map((m) => m.id)).toEqual(expect.arrayContaining(figures));
    const heads = lines[2]?.split(',') ?? [];
    const row = lines.find((line) => line.includes(',revenue,'))?.split(',');
    const minor = records[0]?.segments[0]?.figures['revenue']?.value ?? Number.NaN;
    expect(Number(row?.[heads.indexOf('value')])).toBe(minor / 100);
  });
});
