import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { orderedAtLeast } from '../../../tests/ordered-at-least';
import type { Rule } from '../../segments/rule/rule';
import { partRule } from '../../segments/rule/set-rules';

const LINES = Array.from({ length: 240 }, (_, i) => {
  const customer = (i * i + 3 * i) % 37;
  const day = `2025-0${1 + (i % 6)}-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`;
  const country = customer % 4 === 0 ? '' : customer % 3 === 0 ? 'Poland' : 'Germany';
  return [i, `c${customer}`, `c${customer}@example.com`, day, `${10 + (i % 90)}.50`, 'PLN', country];
});
const file = new File(
  [
    [['Order ID', 'Customer ID', 'E-mail', 'Order date', 'Total', 'Currency', 'Country'], ...LINES]
      .map((cells) => cells.join(','))
      .join('\n'),
  ],
  'orders.csv',
);
const at = { asOf: null, currency: null };

/** What each customer did, straight from the lines. */
const customers = new Map<string, { orders: number; total: number; poland: boolean }>();
for (const [, id, , , total, , country] of LINES) {
  const c = customers.get(String(id)) ?? { orders: 0, total: 0, poland: false };
  customers.set(String(id), {
    orders: c.orders + 1,
    total: c.total + Number(total),
    poland: c.poland || country === 'Poland',
  });
}

const spent = (value: number): Rule => ({
  kind: 'behaviour',
  measure: { of: 'orders', stat: 'sum', field: 'revenue' },
  window: { kind: 'lifetime' },
  test: { op: 'at-least', value },
});

async function shop() {
  const { engine } = memoryEngine();
  await importFiles(engine, file);
  const save = async (name: string, rule: Rule) =>
    (await engine.saveSegment({ name, description: '', rule })).id;
  const ids = [
    await save('often', orderedAtLeast(8)),
    await save('much', spent(400)),
    await save('some', orderedAtLeast(3)),
  ];
  return { engine, ids };
}

const TESTS = [
  (c: { orders: number }) => c.orders >= 8,
  (c: { total: number }) => c.total >= 400,
  (c: { orders: number }) => c.orders >= 3,
] as const;

describe('segments as sets', () => {
  it('overlap as a plain count over the rows says, and every part keeps its size when it is saved', async () => {
    const { engine, ids } = await shop();
    const view = await engine.overlap({ segmentIds: ids, ...at });
    const expected = new Map<string, number>();
    for (const c of customers.values()) {
      const key = TESTS.map((test) => (test(c as never) ? 1 : 0)).join('');
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    for (const part of view.parts) {
      const key = ids.map((id) => (part.segmentIds.includes(id) ? 1 : 0)).join('');
      expect(part.count).toBe(expected.get(key));
      const rule = partRule(
        part.segmentIds,
        ids.filter((id) => !part.segmentIds.includes(id)),
      );
      const page = await engine.ruleMembers({ rule, ...at, offset: 0, limit: 5 });
      expect(page.total).toBe(part.count);
      expect(page.rows).toHaveLength(Math.min(5, part.count));
    }
    expect(view.inNone).toBe(expected.get('000') ?? 0);
    expect(view.population).toBe(customers.size);
    const placed = view.parts.reduce((sum, p) => sum + p.count, view.inNone + view.unplaced);
    expect(placed).toBe(view.population);
    const [often, much] = TESTS;
    const people = [...customers.values()];
    const both = people.filter((c) => often(c) && much(c)).length;
    const either = people.filter((c) => often(c) || much(c)).length;
    expect(view.pairs[0]?.[1]).toEqual({ shared: both, either, jaccard: both / either });
  });

  it('part everybody by first match, and the groups keep their sizes when they are saved', async () => {
    const { engine, ids } = await shop();
    const view = await engine.firstMatch({ segmentIds: ids, ...at });
    const expected = [0, 0, 0];
    let rest = 0;
    for (const c of customers.values()) {
      const first = TESTS.findIndex((test) => test(c as never));
      if (first === -1) rest++;
      else expected[first] = (expected[first] ?? 0) + 1;
    }
    expect(view.groups.map((g) => g.exclusive)).toEqual(expected);
    expect(view.rest).toBe(rest);
    for (const group of view.groups)
      expect(group.size).toBe(
        group.exclusive + group.untold + group.taken.reduce((sum, t) => sum + t.count, 0),
      );
    const saved = await engine.saveSegments({
      drafts: ids.map((id, i) => ({
        name: `group ${i}`,
        description: '',
        rule: partRule([id], ids.slice(0, i)),
      })),
    });
    const { segments } = await engine.segments(at);
    expect(saved.ids.map((id) => segments.find((v) => v.segment.id === id)?.size)).toEqual(expected);
  });

  it('saves none of several segments where one is refused', async () => {
    const { engine, ids } = await shop();
    const before = (await engine.segments(at)).segments.length;
    const drafts = [...ids.slice(0, 1), 'own:nowhere'].map((id) => ({
      name: id,
      description: '',
      rule: partRule([id], []),
    }));
    await expect(engine.saveSegments({ drafts })).rejects.toMatchObject({ code: 'segment/not-found' });
    expect((await engine.segments(at)).segments.length).toBe(before);
  });

  it('keeps a segment that another is made from', async () => {
    const { engine, ids } = await shop();
    const [often = ''] = ids;
    const made = await engine.saveSegment({
      name: 'not often',
      description: '',
      rule: partRule([], [often]),
    });
    await expect(engine.deleteSegment({ id: often })).rejects.toMatchObject({ code: 'segment/in-use' });
    await engine.deleteSegment({ id: made.id });
    await engine.deleteSegment({ id: often });
  });

  it('is unknown for everybody, and no error, where a ready segment it names can’t be made now', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, file);
    const { segments } = await engine.segments(at);
    const country = segments.find((v) => v.segment.id.startsWith('library:country:'))?.segment.id ?? '';
    const made = await engine.saveSegment({ name: 'theirs', description: '', rule: partRule([country], []) });
    const { captures } = await engine.state(undefined);
    await engine.deleteCapture({ captureId: captures[0]?.id ?? '' });
    await importFiles(
      engine,
      new File([`Order ID,Customer ID,Order date,Total\n1,a,2025-01-01,5\n2,b,2025-01-02,6\n`], 'small.csv'),
    );
    const view = (await engine.segments(at)).segments.find((v) => v.segment.id === made.id);
    expect(view).toMatchObject({ size: 0, unknown: 2 });
  });

  it('takes six segments at most', async () => {
    const { engine, ids } = await shop();
    await expect(engine.overlap({ segmentIds: [...ids, ...ids, 'a'], ...at })).rejects.toMatchObject({
      code: 'segment/too-many',
    });
  });
});

describe('the quality of a segment, asked of the engine', () => {
  it('is judged on revenue by the as-of, with who stayed since a month before', async () => {
    const { engine, ids } = await shop();
    const [often = ''] = ids;
    const view = await engine.quality({ segmentId: often, ...at, goal: null, since: 'month' });
    const inside = [...customers.values()].filter(TESTS[0]);
    const mean = inside.reduce((sum, c) => sum + c.total, 0) / inside.length;
    expect(view.goal).toBe('revenue');
    expect(view.size.people).toBe(inside.length);
    expect((view.size.mean ?? 0) / 100).toBeCloseTo(mean, 6);
    // Buying only adds orders: whoever had eight a month ago has them now.
    expect(view.kept).toMatchObject({ untold: 0, share: 1 });
    expect(view.badges.map((b) => b.id)).toEqual([
      'large',
      'homogeneous',
      'distinct',
      'stable',
      'reachable',
      'unknown',
    ]);
    const byOrders = await engine.quality({ segmentId: often, ...at, goal: 'orders', since: 'week' });
    const counts = inside.reduce((sum, c) => sum + c.orders, 0);
    expect(byOrders.size.mean).toBeCloseTo(counts / inside.length, 9);
    expect(byOrders.goals).toEqual(['revenue', 'orders']);
  });

  it('has nothing to compare with before the data begins', async () => {
    const { engine, ids } = await shop();
    const [often = ''] = ids;
    const view = await engine.quality({ segmentId: often, ...at, goal: null, since: 'year' });
    expect([view.before, view.kept]).toEqual([null, null]);
    expect(view.badges.find((b) => b.id === 'stable')).toEqual({
      id: 'stable',
      level: 'untold',
      advice: 'stable-no-history',
    });
  });
});
