import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { orderedAtLeast } from '../../../tests/ordered-at-least';
import { parseIso } from '../../core/time/calendar';
import type { FlowRequest } from '../../protocol/api/movement';

const day = (iso: string) => parseIso(iso) as number;
const HEADER = 'Order ID,Customer ID,E-mail,Order date,Total,Currency';
const csv = (name: string, ...lines: readonly string[]) =>
  new File([`${[HEADER, ...lines].join('\n')}\n`], name);

/** Customer i bought i % 3 + 1 times in the first quarter; every fourth came back in May. */
const quarter = Array.from({ length: 20 }, (_, i) =>
  Array.from(
    { length: (i % 3) + 1 },
    (__, j) => `${i}-${j},c${i},c${i}@example.com,2025-0${j + 1}-1${i % 9},${10 + i}.00,PLN`,
  ),
).flat();
const may = Array.from(
  { length: 5 },
  (_, i) => `${i}-may,c${4 * i},c${4 * i}@example.com,2025-05-10,5.00,PLN`,
);

async function shop() {
  const memory = memoryEngine();
  await importFiles(memory.engine, csv('quarter.csv', ...quarter));
  await importFiles(memory.engine, csv('may.csv', ...may));
  const { segments } = await memory.engine.segments({ asOf: null, currency: null });
  const often = await memory.engine.saveSegment({
    name: 'Often',
    description: '',
    rule: orderedAtLeast(3),
  });
  return { ...memory, segments, often };
}

describe('movement in the engine', () => {
  it('gives the people behind each flow, as a page, a file, a list and a rule', async () => {
    const { engine, often, changes } = await shop();
    const movement = {
      segmentIds: [often.id],
      from: day('2025-03-31'),
      to: day('2025-05-10'),
      currency: null,
    };
    const answer = await engine.movement(movement);
    // c4 and c16 had two orders and c8 three; c0 and c12 one: with May's, c4 and c16 come to three.
    expect(answer.flows.map(({ from, to, people }) => [from, to, people])).toEqual([
      [0, 0, 6],
      [1, 0, 2],
      [1, 1, 12],
    ]);
    const flow: FlowRequest = { movement, from: 'none', to: often.id };
    const page = await engine.flowPeople({ ...flow, offset: 0, limit: 1 });
    expect(page).toMatchObject({ total: 2, rows: [{ label: 'c4', orders: 3 }] });
    expect(page.sentence?.en).toMatch(/as of 31 Mar 2025.*as of 10 May 2025/);

    const file = await engine.exportFlow({
      ...flow,
      name: { en: 'none → Often', pl: 'żadna → Often' },
      format: { locale: 'en', dialect: 'standard' },
    });
    const lines = new TextDecoder().decode(file.bytes).trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['c4', 'c16']);

    for (const as of ['list', 'rule'] as const) {
      const before = changes.length;
      const { segment, unnamed } = await engine.saveFlow({ ...flow, as, name: as, description: 'why' });
      expect(unnamed).toBe(0);
      expect(changes.length).toBe(before + 1);
      const kept = await engine.members({ segmentId: segment.id, asOf: null, offset: 0, limit: 9 });
      expect(kept.rows.map(({ label }) => label)).toEqual(['c4', 'c16']);
    }
    // What is kept stands, whatever becomes of the segment it was made from.
    const { segments } = await engine.segments({ asOf: null, currency: null });
    await engine.deleteSegment({ id: often.id });
    const rule = segments.find(({ segment }) => segment.name.en === 'rule');
    const after = await engine.members({
      segmentId: rule?.segment.id ?? '',
      asOf: null,
      offset: 0,
      limit: 9,
    });
    expect(after.total).toBe(2);
  });

  it('says in a file what the matrix shows', async () => {
    const { engine, often } = await shop();
    const movement = await engine.movement({
      segmentIds: [often.id],
      from: day('2025-03-31'),
      to: day('2025-05-31'),
      currency: null,
    });
    const { bytes } = await engine.exportMovement({
      movement,
      format: { locale: 'en', dialect: 'standard' },
    });
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    const rows = lines.filter((line) => !/^"?#/.test(line)).map((line) => line.split(','));
    const [header, ...body] = rows as [string[], ...string[][]];
    const cell = (row: string[], name: string) => row[header.indexOf(name)];
    expect(
      body.map((row) => ['from', 'to', 'people', 'revenue_between'].map((name) => cell(row, name))),
    ).toEqual([
      ['Often', 'Often', '6', '5'],
      ['In none of these', 'Often', '2', '10'],
      ['In none of these', 'In none of these', '12', '10'],
    ]);
  });

  it('refuses days the wrong way round, and segments of report rows', async () => {
    const { engine, often } = await shop();
    const backwards = {
      segmentIds: [often.id],
      from: day('2025-05-31'),
      to: day('2025-03-31'),
      currency: null,
    };
    await expect(engine.movement(backwards)).rejects.toMatchObject({ code: 'compare/no-data' });
    await expect(
      engine.movement({ ...backwards, segmentIds: ['own:gone'], from: day('2025-01-01') }),
    ).rejects.toMatchObject({ code: 'segment/not-found' });
  });

  it('counts sizes along all months held, and can be cancelled on the way', async () => {
    const { engine, often } = await shop();
    const request = {
      segmentIds: [often.id],
      every: 'month' as const,
      asOf: null,
      exclusive: false,
      currency: null,
    };
    const stop = new AbortController();
    const cancelled = engine.sizesOverTime(request, {
      signal: stop.signal,
      onProgress: ({ bytes }) => {
        if (bytes === 2) stop.abort();
      },
    });
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const { points, lines } = await engine.sizesOverTime(request);
    expect(points.map(({ partial }) => partial)).toEqual([false, false, false, false, true]);
    expect(lines[0]?.sizes.map((size) => size.in)).toEqual([0, 0, 6, 6, 8]);
  });

  it('tells what changed since the data ended before the last capture', async () => {
    const { engine, often } = await shop();
    const since = await engine.sinceLastCapture({ segmentId: often.id, asOf: null, currency: null });
    expect(since?.request).toMatchObject({ from: day('2025-03-18'), to: day('2025-05-10') });
    expect(since?.flows.map(({ from, to, people }) => [from, to, people])).toEqual([
      [0, 0, 6],
      [1, 0, 2],
      [1, 1, 12],
    ]);
    const once = memoryEngine();
    await importFiles(once.engine, csv('quarter.csv', ...quarter));
    const { segments } = await once.engine.segments({ asOf: null, currency: null });
    const id = segments[0]?.segment.id ?? '';
    expect(await once.engine.sinceLastCapture({ segmentId: id, asOf: null, currency: null })).toBeNull();
  });
});
