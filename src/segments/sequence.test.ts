import { describe, expect, it } from 'vitest';
import { datasetOf, type EventRow, type OrderRow } from '../../tests/dataset-of';
import { parseIso } from '../core/time/calendar';
import { evaluateRule } from './evaluate-rule';
import type { SequenceStep, Span } from './rule/rule';
import { staticList, withoutPerson } from './rule/static-list';

const open: SequenceStep = {
  of: 'events',
  where: [{ field: 'kind', test: { op: 'is-any-of', values: ['mail-open'] } }],
};
const order = (within?: Span): SequenceStep => ({ of: 'orders', ...(within ? { within } : {}) });
const days = (n: number): Span => ({ n, unit: 'days' });

function happened(
  steps: readonly SequenceStep[],
  opens: readonly string[],
  bought: readonly string[],
  asOf = '2024-12-31',
) {
  const events: EventRow[] = opens.map((time) => ({ person: 'a', time, kind: 'mail-open' }));
  const orders: OrderRow[] = bought.map((time) => ({ person: 'a', time, total: 1 }));
  const found = evaluateRule(
    datasetOf({ events, orders }),
    { kind: 'sequence', steps, window: { kind: 'lifetime' } },
    { asOf: parseIso(asOf) as number, currency: 'USD', segment: () => null, reportId: null },
  );
  return found.in.has(0) ? 'in' : found.unknown.has(0) ? 'unknown' : 'out';
}

describe('a sequence', () => {
  it('counts calendar days, the last of them in, over a leap day', () => {
    const within = [open, order(days(2))];
    expect(happened(within, ['2024-02-28T23:00'], ['2024-03-01T23:59'])).toBe('in');
    expect(happened(within, ['2024-02-28T23:00'], ['2024-03-02T00:00'])).toBe('out');
  });

  it('counts hours and minutes by the clock, the last moment in', () => {
    const within = [open, order({ n: 2, unit: 'hours' })];
    expect(happened(within, ['2024-03-01T23:00'], ['2024-03-02T01:00'])).toBe('in');
    expect(happened(within, ['2024-03-01T23:00'], ['2024-03-02T01:01'])).toBe('out');
  });

  it('asks for strictly later, so that the same moment is no sequence', () => {
    expect(happened([open, order()], ['2024-03-01T10:00'], ['2024-03-01T10:00'])).toBe('out');
    expect(happened([order(), order()], ['2024-03-01'], ['2024-03-01T10:00', '2024-03-01T10:00'])).toBe(
      'out',
    );
    expect(happened([order(), order()], ['2024-03-01'], ['2024-03-01T10:00', '2024-03-01T10:01'])).toBe('in');
  });

  it('passes over the undated orders of a person, however many there are', () => {
    const dated: OrderRow = { person: 'a', time: '2024-03-02', total: 1 };
    const undated: OrderRow = { person: 'a', time: null, total: 1 };
    for (const many of [1, 2, 3, 4, 9]) {
      const orders = [dated, ...Array<OrderRow>(many).fill(undated)];
      const events: EventRow[] = [{ person: 'a', time: '2024-03-01', kind: 'mail-open' }];
      const found = evaluateRule(
        datasetOf({ events, orders }),
        { kind: 'sequence', steps: [order(), order()], window: { kind: 'lifetime' } },
        { asOf: parseIso('2024-12-31') as number, currency: 'USD', segment: () => null, reportId: null },
      );
      expect(found.in.count(), `${many} undated`).toBe(0);
    }
  });

  it('can’t tell that somebody kept from it until its time is over', () => {
    const abandoned = [open, { ...order(days(7)), not: true as const }];
    const past = ['2023-01-01'];
    expect(happened(abandoned, ['2024-12-20'], past)).toBe('in');
    expect(happened(abandoned, ['2024-12-30'], past)).toBe('unknown');
    expect(happened(abandoned, ['2024-12-30T10:00'], ['2024-12-30T12:00'])).toBe('out');
  });

  it('knows nobody where no row of a step is held', () => {
    expect(happened([open, order()], [], ['2024-03-01'])).toBe('unknown');
  });
});

describe('a list of people', () => {
  const people = [
    { id: 'a', personId: '1', email: 'Ann@x.pl' },
    { id: 'b', personId: '2', email: null },
  ];
  const members = (rows: typeof people, rule: ReturnType<typeof staticList>['rule']) =>
    evaluateRule(datasetOf({ people: rows }), rule, {
      asOf: 0,
      currency: null,
      segment: () => null,
      reportId: null,
    }).in;
  const dataset = datasetOf({ people });
  const both = evaluateRule(
    dataset,
    { kind: 'all', rules: [] },
    { asOf: 0, currency: null, segment: () => null, reportId: null },
  ).in;
  const { rule, unnamed } = staticList(dataset, both);

  it('knows people again after a rebuild in another order', () => {
    expect(unnamed).toBe(0);
    const found = members([{ id: 'n', personId: '9', email: 'n@x.pl' }, ...people.toReversed()], rule);
    expect([0, 1, 2].map((p) => found.has(p))).toEqual([false, true, true]);
  });

  it('forgets who is erased, by any key of theirs, and keeps the others', () => {
    const without = withoutPerson({ kind: 'all', rules: [rule] }, { email: 'ann@X.pl' });
    expect(JSON.stringify(without)).not.toContain('nn@x.pl');
    expect(without).toEqual({ kind: 'all', rules: [{ kind: 'list', people: [{ personId: '2' }] }] });
    const then = withoutPerson({ kind: 'as-of', at: 0, rule }, { email: 'ann@X.pl' });
    expect(then).toEqual({ kind: 'as-of', at: 0, rule: { kind: 'list', people: [{ personId: '2' }] } });
  });
});
