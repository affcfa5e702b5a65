import { describe, expect, it } from 'vitest';
import { datasetOf, type EventRow, type OrderRow } from '../../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../../tests/segment-members';
import type { Dataset } from '../../core/dataset';
import { seededRandom } from '../../core/seeded-random';
import { DAY_MS, isoDay, wallMs } from '../../core/time/calendar';
import { fitBgNbd } from '../../learn/customer-value/bg-nbd';
import { discountedValue } from '../../learn/customer-value/discounted-value';
import { fitGammaGamma } from '../../learn/customer-value/gamma-gamma';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';
import { comparePeople } from '../compare-people';
import type { ComparisonRequest, RetentionDefinition } from '../comparison';
import { retentionOf } from '../timing/retention-of';
import { trendOf } from '../trend/trend-of';

const ofEveryone = (dataset: Dataset, metric: string, request: Partial<ComparisonRequest> = {}) =>
  comparePeople(dataset, { ...HELD_REQUEST, metricIds: [metric], ...request }, [], null, 0).everyone[0];
const numberOf = (dataset: Dataset, metric: string, request: Partial<ComparisonRequest> = {}) => {
  const cell = ofEveryone(dataset, metric, request);
  return cell?.state === 'value' ? cell.value : cell?.reason;
};

const START = wallMs(2024, 1, 1);
const random = seededRandom(20_261);
const times = (most: number) =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, () => Math.floor(random() * 300));
const rows = Array.from({ length: 120 }, (_, p) => ({
  person: `p${p}`,
  orders: times(4).map((day) => ({
    day,
    total: Math.ceil(random() * 100),
    refunded: random() < 0.1 ? 1 : 0,
  })),
  events: times(8).map((day) => ({
    day,
    kind: ['mail-sent', 'mail-open', 'mail-click', 'feature-use', 'visit'][
      Math.floor(random() * 5)
    ] as string,
  })),
}));
const iso = (day: number) => isoDay(START + day * DAY_MS);
const shop = datasetOf({
  people: rows.map(({ person }) => ({ id: person })),
  orders: rows.flatMap(({ person, orders }) =>
    orders.map(({ day, total, refunded }): OrderRow => ({ person, time: iso(day), total, refunded })),
  ),
  events: rows.flatMap(({ person, events }) =>
    events.map(({ day, kind }): EventRow => ({ person, time: iso(day), kind })),
  ),
});
const days = rows.flatMap(({ orders, events }) => [...orders, ...events].map(({ day }) => day));
const lastDay = Math.max(...days);
const share = (of: number, among: number) => of / among;
const some = (p: (typeof rows)[number], kind: string, from = 0) =>
  p.events.some((e) => e.kind === kind && e.day >= from);

describe('what people did, counted plainly', () => {
  const since = lastDay - 60 + 1;
  const last60 = { measured: { kind: 'last', days: 60 } } as const;

  it('takes opens and clicks out of those who were sent a mail in the period', () => {
    const sent = rows.filter((p) => some(p, 'mail-sent', since));
    const of = (kind: string) => share(sent.filter((p) => some(p, kind, since)).length, sent.length);
    expect(numberOf(shop, 'mail-open-rate', last60)).toBeCloseTo(of('mail-open'), 12);
    expect(numberOf(shop, 'mail-click-rate', last60)).toBeCloseTo(of('mail-click'), 12);
  });

  it('counts days with an order or an event of their own, and not mails sent to them', () => {
    const active = rows.map(
      (p) =>
        new Set([
          ...p.orders.map(({ day }) => day),
          ...p.events.filter(({ kind }) => kind !== 'mail-sent').map(({ day }) => day),
        ]).size,
    );
    expect(numberOf(shop, 'active-days')).toBeCloseTo(active.reduce((a, b) => a + b, 0) / rows.length, 12);
    const users = rows.filter((p) => some(p, 'feature-use')).length;
    expect(numberOf(shop, 'feature-adoption')).toBeCloseTo(
      share(users, active.filter((n) => n > 0).length),
      12,
    );
  });

  it('says why there is nothing rather than nought', () => {
    const plain = datasetOf({ orders: [{ person: 'a', time: '2024-01-01', total: 1 }] });
    expect(numberOf(plain, 'mail-open-rate')).toBe('no-mail-held');
    expect(numberOf(plain, 'active-days')).toBe('no-events-held');
    expect(numberOf(plain, 'feature-adoption')).toBe('no-feature-use-held');
    expect(numberOf(plain, 'churn-rate')).toBe('no-repeat-buyers');
    expect(numberOf(shop, 'mail-open-rate', { asOf: wallMs(2023, 1, 1) })).not.toBe(0);
  });
});

describe('customers from their first order on, counted plainly', () => {
  const customers = rows.filter((p) => p.orders.length > 0);

  it('leaves doubt about a churn of everybody or of nobody', () => {
    const often = Array.from({ length: 12 }, (_, p) =>
      [0, 10, 20, p === 0 ? 300 : 30].map((day): OrderRow => ({ person: `c${p}`, time: iso(day), total: 5 })),
    ).flat();
    const cell = ofEveryone(datasetOf({ orders: often }), 'churn-rate');
    if (cell?.state !== 'value' || cell.interval === null) throw new Error('no churn');
    expect(cell.value).toBeCloseTo(11 / 12, 12);
    const all = ofEveryone(datasetOf({ orders: often.filter((o) => o.person !== 'c0') }), 'churn-rate', {
      asOf: START + 300 * DAY_MS,
    });
    if (all?.state !== 'value') throw new Error('no churn');
    expect(all).toMatchObject({ value: 1, n: 11, interval: wilsonInterval(11, 11) });
  });

  it('adds up what they brought so far, whatever the period', () => {
    const worth = customers
      .flatMap((p) => p.orders)
      .reduce((sum, o) => sum + 100 * (o.total - o.refunded), 0);
    expect(numberOf(shop, 'historic-clv')).toBeCloseTo(worth / customers.length, 8);
    expect(numberOf(shop, 'historic-clv', { measured: { kind: 'last', days: 7 } })).toBeCloseTo(
      worth / customers.length,
      8,
    );
  });

  it('foretells what they will bring in a year from what each did so far, orders of one day being one', () => {
    const held = customers.map((p) => {
      const [first = 0, ...later] = [...new Set(p.orders.map(({ day }) => day))].sort((a, b) => a - b);
      const brought = p.orders.filter(({ day }) => day > first);
      const sum = brought.reduce((n, o) => n + 100 * (o.total - o.refunded), 0);
      return {
        repeats: later.length,
        last: ((later.at(-1) ?? first) - first) / 7,
        known: (lastDay - first) / 7,
        amount: later.length === 0 ? 0 : sum / later.length,
      };
    });
    const column = (name: keyof (typeof held)[number]) => Float64Array.from(held, (h) => h[name]);
    const history = {
      repeats: column('repeats'),
      last: column('last'),
      known: column('known'),
      amount: column('amount'),
    };
    const [orders, worth] = [fitBgNbd(history), fitGammaGamma(history)];
    if (orders === null || worth === null) throw new Error('no fit');
    const plain = discountedValue(orders, worth, history).reduce((a, b) => a + b, 0) / customers.length;
    expect(plain).toBeGreaterThan(0);
    expect(ofEveryone(shop, 'predicted-clv')).toMatchObject({
      n: customers.length,
      interval: null,
      value: expect.closeTo(plain, 6),
    });
  });

  it('foretells nothing where too little is known', () => {
    expect(numberOf(shop, 'predicted-clv', { asOf: START + 100 * DAY_MS })).toBe(
      'history-too-short-to-forecast',
    );
    const few = datasetOf({
      orders: ['2023-01-01', '2023-06-01', '2024-01-01'].map((time) => ({ person: 'a', time, total: 5 })),
    });
    expect(numberOf(few, 'predicted-clv')).toBe('too-few-repeats-to-forecast');
  });

  const churned = (group: typeof customers, until: number) => {
    const held = group
      .map((p) =>
        [...new Set(p.orders.map(({ day }) => day).filter((day) => day <= until))].sort((a, b) => a - b),
      )
      .filter((d) => d.length > 0);
    const gaps = held.flatMap((d) => d.slice(1).map((day, i) => day - (d[i] ?? 0))).sort((a, b) => a - b);
    const [a, b] = [gaps[Math.floor((gaps.length - 1) / 2)] ?? 0, gaps[Math.floor(gaps.length / 2)] ?? 0];
    return share(held.filter((d) => until - (d.at(-1) ?? 0) > (3 * (a + b)) / 2).length, held.length);
  };

  it('calls those churned who are silent for over three of their own segment’s median gaps', () => {
    expect(numberOf(shop, 'churn-rate')).toBeCloseTo(churned(customers, lastDay), 12);
    const often = rows.map((p, i) => (p.orders.length > 2 ? i : -1)).filter((i) => i >= 0);
    const labels = Array.from(shop.people.label.codes, (code) => shop.people.label.dictionary[code]);
    const members = segmentMembers(
      shop.people.size,
      'often',
      often.map((i) => labels.indexOf(rows[i]?.person ?? '')),
    );
    const result = comparePeople(shop, { ...HELD_REQUEST, metricIds: ['churn-rate'] }, [members], null, 0);
    const cell = result.cells[0]?.[0];
    if (cell?.state !== 'value') throw new Error('no value');
    const group = often.flatMap((i) => rows[i] ?? []);
    expect(cell.value).toBeCloseTo(churned(group, lastDay), 12);
    expect(cell.base?.value).toBeCloseTo(
      churned(
        customers.filter((p) => !group.includes(p)),
        lastDay,
      ),
      12,
    );
    expect(cell.interval?.lo).toBeLessThan(cell.value);
    expect(cell.interval?.hi).toBeGreaterThan(cell.value);
  });

  it('follows both over time, customers without an order in the month included', () => {
    for (const [metricId, plain] of [
      ['churn-rate', (until: number) => churned(customers, until)],
      [
        'historic-clv',
        (until: number) => {
          const held = customers.filter((p) => p.orders.some(({ day }) => day <= until));
          const orders = held.flatMap((p) => p.orders.filter(({ day }) => day <= until));
          return orders.reduce((sum, o) => sum + 100 * (o.total - o.refunded), 0) / held.length;
        },
      ],
    ] as const) {
      const trend = trendOf(shop, { comparison: HELD_REQUEST, metricId, every: 'month' }, [], 0);
      expect(trend.periods.length).toBeGreaterThan(8);
      trend.periods.forEach(({ to }, i) => {
        const until = Math.min(Math.floor((to - START) / DAY_MS), lastDay);
        expect(trend.lines[0]?.points[i]?.value).toBeCloseTo(plain(until), 8);
      });
    }
  });
});

describe('retention by its four definitions', () => {
  it.each([
    ['retention-month-3', 'on'],
    ['retention-month-3-or-after', 'on-or-after'],
    ['retention-every-month-to-3', 'every-period'],
    ['retention-any-month-to-3', 'any-so-far'],
  ] as const)('is in the table (%s) what the curve says (%s)', (metric, definition: RetentionDefinition) => {
    const curve = retentionOf(
      shop,
      { comparison: HELD_REQUEST, definition, every: 'month', periods: 3 },
      [],
      0,
    );
    const point = curve.curves.at(-1)?.points[3];
    expect(ofEveryone(shop, metric)).toMatchObject({ value: point?.value, n: point?.n });
  });
});
