import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptTableOf } from '../../../tests/kept-table-of';
import { buildDataset } from '../dataset/build-dataset';
import type { KeptTable } from '../dataset/capture-table';
import { captureChanges, changedFields } from './capture-changes';

const orders = (id: string, rows: readonly (readonly [string, string, number, string])[], more = {}) =>
  keptTableOf(
    'orders',
    {
      orderId: rows.map((r) => r[0]),
      time: rows.map((r) => r[1]),
      total: rows.map((r) => r[2]),
      status: rows.map((r) => r[3]),
    },
    { id, ...more },
  );
const january = orders('january', [
  ['1', '2025-01-01', 100, 'paid'],
  ['2', '2025-01-15', 200, 'open'],
  ['3', '2025-01-20', 300, 'paid'],
  ['4', '2025-01-25', 400, 'paid'],
]);
const february = orders('february', [
  ['2', '2025-01-15', 250, 'paid'],
  ['4', '2025-01-25', 400, 'paid'],
  ['5', '2025-02-02', 500, 'paid'],
]);

const counts = (kept: KeptTable, before: readonly KeptTable[]) => {
  const found = captureChanges(kept, before);
  return found && [found.fresh.length, found.changed.length, found.unchanged.length, found.gone.length];
};

describe('captureChanges', () => {
  it('says of orders what is new, changed, unchanged and gone', () => {
    const found = captureChanges(february, [january]);
    if (found === null) throw new Error('nothing to hold it against');
    expect(found.fresh.map((o) => found.records.label(o))).toEqual(['5']);
    expect(found.changed.map(({ record }) => found.records.label(record))).toEqual(['2']);
    expect(found.unchanged.map(({ record }) => found.records.label(record))).toEqual(['4']);
    // Order 1 is older than anything in the later export, which therefore says nothing of it.
    expect(found.gone.map(({ record }) => found.earlierRecords[0]?.label(record))).toEqual(['3']);
    expect(found.fields).toEqual([
      { header: 'total', records: 1 },
      { header: 'status', records: 1 },
    ]);
    const [change] = found.changed;
    if (change === undefined) throw new Error('no change');
    expect(
      changedFields(found, change).map(({ own, other }) => [
        own.header,
        other.shown(change.before.record),
        own.shown(change.record),
      ]),
    ).toEqual([
      [
        'total',
        [{ kind: 'money', minor: 200, currency: 'PLN' }],
        [{ kind: 'money', minor: 250, currency: 'PLN' }],
      ],
      ['status', [{ kind: 'text', text: 'open' }], [{ kind: 'text', text: 'paid' }]],
    ]);
  });

  it('holds an order against the latest capture that has it', () => {
    const march = orders('march', [['2', '2025-01-15', 250, 'paid']]);
    expect(counts(march, [january, february])).toEqual([0, 0, 1, 0]);
  });

  it('takes lines of an order as the same in whatever order they stand', () => {
    const lines = (id: string, products: readonly string[]) =>
      keptTableOf(
        'orders',
        { orderId: ['1', '1', '2', '2'], product: products, quantity: [1, 1, 1, 1] },
        { id, orderRows: 'line' },
      );
    const before = lines('a', ['tea', 'mug', 'tea', 'jar']);
    expect(counts(lines('b', ['mug', 'tea', 'tea', 'jar']), [before])).toEqual([0, 0, 2, 0]);
    expect(counts(lines('b', ['mug', 'tea', 'tea', 'tin']), [before])).toEqual([0, 1, 1, 0]);
  });

  it('knows contacts by their surest key, however it is written', () => {
    const before = keptTableOf(
      'people',
      { email: ['A@x.pl', 'b@x.pl'], personCity: ['Gdynia', null] },
      { id: 'a' },
    );
    const after = keptTableOf(
      'people',
      { email: ['a@x.pl', 'c@x.pl'], personCity: ['Sopot', 'Reda'] },
      { id: 'b' },
    );
    const found = captureChanges(after, [before]);
    expect(found?.fields).toEqual([
      { header: 'email', records: 1 },
      { header: 'personCity', records: 1 },
    ]);
    expect(counts(after, [before])).toEqual([1, 1, 0, 1]);
  });

  it('compares report rows of the same days, and none of other days', () => {
    const report = (id: string, sessions: readonly number[], from: string) => {
      const kept = keptTableOf('reports', { country: ['PL', 'DE'], sessions }, { id });
      return { ...kept, passport: { ...kept.passport, dateRange: { from, to: '2025-02-01' } } };
    };
    const before = report('a', [10, 20], '2025-01-01');
    expect(counts(report('b', [10, 25], '2025-01-01'), [before])).toEqual([0, 1, 1, 0]);
    expect(counts(report('b', [10, 25], '2025-01-08'), [before])).toBeNull();
  });

  it('has nothing to say of another export', () => {
    expect(counts(orders('x', [['1', '2025-01-01', 1, 'paid']], { idSpace: 'other' }), [january])).toBeNull();
    expect(counts(january, [])).toBeNull();
  });

  it('adds up for any two captures: each record is new, changed or unchanged, and nothing is gone that is there', () => {
    const row = fc.tuple(
      fc.constantFrom('1', '2', '3', '4', '5'),
      fc.constantFrom('2025-01-01', '2025-01-02', '2025-01-03'),
      fc.constantFrom(1, 2),
      fc.constantFrom('paid', 'open'),
    );
    const rows = fc.uniqueArray(row, { selector: (r) => r[0], maxLength: 5 });
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const found = captureChanges(orders('b', b), [orders('a', a)]);
        if (found === null) throw new Error('nothing to hold it against');
        const was = new Map(a.map((r) => [r[0], r]));
        const days = b.map((r) => r[1]).sort();
        const within = (day: string) =>
          days.length > 0 && day >= (days[0] ?? '') && day <= (days.at(-1) ?? '');
        expect(found.fresh.length).toBe(b.filter((r) => !was.has(r[0])).length);
        expect(found.unchanged.length).toBe(
          b.filter((r) => JSON.stringify(was.get(r[0])) === JSON.stringify(r)).length,
        );
        expect(found.fresh.length + found.changed.length + found.unchanged.length).toBe(b.length);
        expect(found.gone.length).toBe(a.filter((r) => !b.some((o) => o[0] === r[0]) && within(r[1])).length);
      }),
    );
  });
});

describe('an export that overlaps an earlier one', () => {
  const events = (id: string, rows: readonly (readonly [string, string, string])[]) =>
    keptTableOf(
      'events',
      { email: rows.map((r) => r[0]), time: rows.map((r) => r[1]), name: rows.map((r) => r[2]) },
      { id },
    );
  const e = (day: string, name: string) => ['a@x.pl', `2025-01-${day}`, name] as const;

  it('counts an event in both once, and two equal ones of one file twice', () => {
    const a = events('a', [e('01', 'open'), e('02', 'open'), e('02', 'open')]);
    const b = events('b', [e('02', 'open'), e('03', 'click')]);
    expect(buildDataset([a, b], 1).dataset.events.size).toBe(4);
    expect(buildDataset([b, a], 1).dataset.events.size).toBe(4);
    expect(counts(b, [a])).toEqual([1, 0, 1, 1]);
  });

  it('doubles nothing when the same rows come in another order', () => {
    const rows = [e('01', 'open'), e('02', 'open'), e('02', 'open'), e('05', 'click')];
    const again = [...rows].reverse();
    expect(buildDataset([events('a', rows), events('b', again)], 1).dataset.events.size).toBe(4);
  });

  it('counts for any captures each thing as often as it stands in the one that has it most often', () => {
    const rows = fc.array(
      fc.constantFrom(e('01', 'open'), e('01', 'click'), e('02', 'open'), e('03', 'click')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 4 }), (captures) => {
        const most = new Map<string, number>();
        for (const capture of captures) {
          const own = new Map<string, number>();
          for (const r of capture) own.set(r.join(), (own.get(r.join()) ?? 0) + 1);
          for (const [key, n] of own) most.set(key, Math.max(n, most.get(key) ?? 0));
        }
        const made = buildDataset(
          captures.map((rowsOf, i) => events(`c${i}`, rowsOf)),
          1,
        ).dataset.events.size;
        expect(made).toBe([...most.values()].reduce((sum, n) => sum + n, 0));
      }),
    );
  });

  it('counts orders without a number once, and keeps those of another tool', () => {
    const sales = (id: string, tool: string) =>
      keptTableOf('orders', { email: ['a@x.pl'], time: ['2025-01-02'], total: [100] }, { id, tool });
    expect(buildDataset([sales('a', 'till'), sales('b', 'till')], 1).dataset.orders.size).toBe(1);
    expect(buildDataset([sales('a', 'till'), sales('b', 'web')], 1).dataset.orders.size).toBe(2);
  });

  it('makes one contact without any key of the same contact in two lists', () => {
    const list = (id: string) =>
      keptTableOf('people', { email: ['a@x.pl', null], personCity: ['Gdynia', 'Reda'] }, { id });
    expect(buildDataset([list('a'), list('b')], 1).dataset.people.size).toBe(2);
  });

  it('leaves out of earlier captures what a later one was told to, and of no later one', () => {
    const told = { ...february, leavesOut: ['3'] };
    const ids = (captures: readonly KeptTable[]) => {
      const column = buildDataset(captures, 1).dataset.orders.columns.get('orderId');
      return column?.type === 'text' ? [...column.codes].map((c) => column.dictionary[c]).sort() : [];
    };
    expect(ids([january, february])).toEqual(['1', '2', '3', '4', '5']);
    expect(ids([january, told])).toEqual(['1', '2', '4', '5']);
    const back = orders('march', [['3', '2025-01-20', 300, 'paid']]);
    expect(ids([january, told, back])).toEqual(['1', '2', '3', '4', '5']);
  });

  it('leaves people out by their surest key', () => {
    const list = (id: string, emails: readonly string[]) => keptTableOf('people', { email: emails }, { id });
    const told = { ...list('b', ['a@x.pl']), leavesOut: ['email b@x.pl'] };
    expect(buildDataset([list('a', ['a@x.pl', 'B@x.pl']), told], 1).dataset.people.size).toBe(1);
  });
});
