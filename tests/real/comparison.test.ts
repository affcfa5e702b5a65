import { describe, expect, it } from 'vitest';
import { comparePeople } from '../../src/compare/compare-people';
import type { Comparison } from '../../src/compare/comparison';
import { retentionOf } from '../../src/compare/timing/retention-of';
import type { Dataset } from '../../src/core/dataset';
import { wallMs } from '../../src/core/time/calendar';
import { ratioEstimate } from '../../src/stats/means/ratio-estimate';
import { datasetOf, type OrderRow } from '../dataset-of';
import { HELD_REQUEST, segmentMembers } from '../segment-members';
import { hasShared, sharedText } from '../shared-data';

const cellOf = (result: Comparison, id: string, segment = 0) => {
  const cell = result.cells[segment]?.[result.metrics.findIndex((m) => m.id === id)];
  if (cell?.state !== 'value') throw new Error(`${id}: ${JSON.stringify(cell)}`);
  return cell;
};
const everyoneOf = (result: Comparison, id: string) => {
  const cell = result.everyone[result.metrics.findIndex((m) => m.id === id)];
  if (cell?.state !== 'value') throw new Error(`${id}: ${JSON.stringify(cell)}`);
  return cell;
};
const people = (dataset: Dataset, is: (label: string) => boolean) =>
  dataset.people.label.dictionary.flatMap((label, p) => (is(label) ? [p] : []));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe.skipIf(!hasShared)('CDNOW, all 23,570 customers (needs shared data)', () => {
  const rows = hasShared
    ? sharedText('data/cdnow/CDNOW_master.txt.gz')
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter((cells) => cells.length === 4)
    : [];
  const dataset = datasetOf({
    orders: rows.map(
      ([person = '', day = '', units, total]): OrderRow => ({
        person,
        time: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
        units: Number(units),
        total: Number(total),
      }),
    ),
  });
  const byPerson = new Map<string, (readonly string[])[]>();
  for (const row of rows) {
    const person = row[0] as string;
    byPerson.set(person, [...(byPerson.get(person) ?? []), row]);
  }

  it('counts customers, orders, revenue and repeat buyers as the rows do', () => {
    const result = comparePeople(dataset, HELD_REQUEST, [], null, 0);
    expect(everyoneOf(result, 'customers').value).toBe(23_570);
    expect(everyoneOf(result, 'orders').value).toBe(69_659);
    const revenue = 100 * sum(rows.map((r) => Number(r[3])));
    expect(everyoneOf(result, 'revenue').value).toBeCloseTo(revenue, 3);
    expect(everyoneOf(result, 'aov').value).toBeCloseTo(revenue / 69_659, 6);
    const repeaters = [...byPerson.values()].filter((list) => list.length > 1).length;
    expect(everyoneOf(result, 'repeat-rate')).toMatchObject({ numerator: repeaters, denominator: 23_570 });
    const days = (day: string) =>
      Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6))) / 86_400_000;
    const gaps = [...byPerson.values()]
      .flatMap((list) => {
        const at = [...new Set(list.map((r) => days(r[1] as string)))].sort((a, b) => a - b);
        return at.slice(1).map((d, i) => d - (at[i] as number));
      })
      .sort((a, b) => a - b);
    expect(everyoneOf(result, 'median-days-between-orders')).toMatchObject({
      value: gaps[(gaps.length - 1) / 2] ?? Number.NaN,
      n: gaps.length,
    });
  });

  it('keeps first-year cohorts as a count of months does', () => {
    const { cohorts } = retentionOf(
      dataset,
      {
        comparison: { ...HELD_REQUEST, asOf: wallMs(1998, 6, 30) },
        definition: 'on',
        every: 'month',
        periods: 12,
      },
      [],
      0,
    );
    const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(4, 6)) - 1;
    const first = [...byPerson.values()].map((list) => list.map((r) => month(r[1] as string)));
    const march = first.filter((months) => Math.min(...months) === 1997 * 12 + 2);
    expect(cohorts[2]?.size).toBe(march.length);
    expect(cohorts[2]?.kept[1]).toBeCloseTo(
      march.filter((months) => months.includes(1997 * 12 + 3)).length / march.length,
      12,
    );
    expect(cohorts.slice(0, 3).map((c) => c.size)).toEqual([7846, 8476, 7248]);
  });

  it('finds nothing between customers drawn by lot, and that those with many CDs spend more', () => {
    const lot = segmentMembers(
      dataset.people.size,
      'lot',
      people(dataset, (id) => Number(id) % 10 === 3),
    );
    const many = segmentMembers(
      dataset.people.size,
      'many',
      people(dataset, (id) => Number(byPerson.get(id)?.[0]?.[2]) >= 3),
    );
    const result = comparePeople(dataset, HELD_REQUEST, [lot, many], null, 0);
    const verdicts = (result.cells[0] ?? []).flatMap((c) => (c.state === 'value' ? [c.verdict] : []));
    expect(verdicts.filter((v) => v === 'better' || v === 'worse')).toEqual([]);
    expect(verdicts).toContain('no-difference');
    expect(cellOf(result, 'aov', 1).verdict).toBe('better');
    expect(cellOf(result, 'items-per-order', 1).verdict).toBe('better');
  });
});

describe.skipIf(!hasShared)('Hillstrom, 64,000 mailed or not (needs shared data)', () => {
  interface Mailed {
    readonly id: string;
    readonly womens: boolean;
    readonly arm: string;
    readonly visit: number;
    readonly conversion: number;
    readonly spend: number;
  }
  const rows: Mailed[] = hasShared
    ? sharedText('data/hillstrom/hillstrom.csv.gz')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line, i) => {
          // From the end: amounts in the second column hold commas.
          const cells = line.split(',');
          return {
            id: `p${i}`,
            womens: cells.at(-8) === '1',
            arm: cells.at(-4) ?? '',
            visit: Number(cells.at(-3)),
            conversion: Number(cells.at(-2)),
            spend: Number(cells.at(-1)),
          };
        })
    : [];
  const dataset = datasetOf({
    people: rows.map(({ id }) => ({ id })),
    orders: rows
      .filter((r) => r.conversion === 1)
      .map((r) => ({ person: r.id, time: '2008-03-20', total: r.spend })),
  });
  const arm = (name: string) =>
    segmentMembers(
      dataset.people.size,
      name,
      rows.flatMap((r, i) => (r.arm === name ? [i] : [])),
    );
  const none = arm('No E-Mail');
  const result = comparePeople(
    dataset,
    HELD_REQUEST,
    [arm('Mens E-Mail'), arm('Womens E-Mail'), none],
    none,
    0,
  );

  it('gives conversion by arm, and the differences with Newcombe’s interval', () => {
    expect(cellOf(result, 'conversion', 0)).toMatchObject({ n: 21_307, numerator: 267, verdict: 'better' });
    expect(cellOf(result, 'conversion', 1)).toMatchObject({ n: 21_387, numerator: 189, verdict: 'better' });
    expect(cellOf(result, 'conversion', 2)).toMatchObject({ n: 21_306, numerator: 122, base: null });
    const [mens, womens] = [
      cellOf(result, 'conversion', 0).difference,
      cellOf(result, 'conversion', 1).difference,
    ];
    expect(mens?.value).toBeCloseTo(0.0068050065, 9);
    expect(mens?.interval?.lo).toBeCloseTo(0.0050143447, 9);
    expect(mens?.interval?.hi).toBeCloseTo(0.0086407234, 9);
    expect(womens?.interval?.lo).toBeCloseTo(0.0015016571, 9);
    expect(womens?.interval?.hi).toBeCloseTo(0.0047454713, 9);
  });

  it('gives spend per customer, and its differences as Welch has them', () => {
    const [mens, womens] = [
      cellOf(result, 'revenue-per-customer', 0),
      cellOf(result, 'revenue-per-customer', 1),
    ];
    expect(mens.value / 100).toBeCloseTo(1.42261651, 8);
    expect(womens.value / 100).toBeCloseTo(1.07720157, 8);
    expect((mens.difference?.value ?? 0) / 100).toBeCloseTo(0.76982716, 7);
    expect((mens.difference?.interval?.lo ?? 0) / 100).toBeCloseTo(0.48513973, 7);
    expect((mens.difference?.interval?.hi ?? 0) / 100).toBeCloseTo(1.0545146, 6);
    expect((mens.p ?? 0) / 1.163815e-7).toBeCloseTo(1, 5);
    expect((womens.difference?.interval?.lo ?? 0) / 100).toBeCloseTo(0.16895679, 7);
    expect((womens.difference?.interval?.hi ?? 0) / 100).toBeCloseTo(0.67986764, 7);
    expect((womens.p ?? 0) / 0.0011293971).toBeCloseTo(1, 6);
    expect(mens.method).toBe('welch');
  });

  it.each([
    ['No E-Mail', 114.0027, 9.289903],
    ['Mens E-Mail', 113.52693, 6.8222258],
    ['Womens E-Mail', 121.89476, 7.6734536],
  ])('has the order value of %s with its clustered error', (name, value, error) => {
    const buyers = rows.filter((r) => r.arm === name);
    const estimate = ratioEstimate(
      buyers.map((r) => r.spend),
      buyers.map((r) => r.conversion),
    );
    expect(estimate.value).toBeCloseTo(value, 4);
    expect(Math.sqrt(estimate.variance)).toBeCloseTo(error, 5);
  });

  it('counts the visits of past buyers of women’s goods', () => {
    const count = (name: string, womens: boolean) => {
      const of = rows.filter((r) => r.arm === name && r.womens === womens);
      return [of.filter((r) => r.visit === 1).length, of.length];
    };
    expect(count('No E-Mail', false)).toEqual([962, 9638]);
    expect(count('Womens E-Mail', false)).toEqual([1067, 9622]);
    expect(count('No E-Mail', true)).toEqual([1300, 11_668]);
    expect(count('Womens E-Mail', true)).toEqual([2171, 11_765]);
  });
});

describe.skipIf(!hasShared)('Online Retail, UK against other countries (needs shared data)', () => {
  it('reconciles gross, returns and revenue with the rows, and compares the two', () => {
    interface Invoice {
      gross: number;
      back: number;
      units: number;
      lines: number;
      person: string;
      time: string;
    }
    const invoices = new Map<string, Invoice>();
    const uk = new Set<string>();
    let total = 0;
    for (const line of sharedText('data/online_retail/online_retail.csv.gz').trim().split(/\r?\n/).slice(1)) {
      // Descriptions may hold quoted commas; the columns that matter are counted from both ends.
      const cells = line.split(',');
      const [country = '', person = '', price = '', time = '', quantity = ''] = cells.reverse();
      const id = cells.at(-1) as string;
      const amount = Number(quantity) * Number(price);
      total += amount;
      if (country === 'United Kingdom') uk.add(person);
      const invoice = invoices.get(id) ?? { gross: 0, back: 0, units: 0, lines: 0, person, time };
      if (amount >= 0) invoice.gross += amount;
      else invoice.back -= amount;
      invoice.units += Math.max(0, Number(quantity));
      invoice.lines++;
      invoices.set(id, invoice);
    }
    expect(total).toBeCloseTo(9_747_747.934, 2);
    const orders = [...invoices].map(
      ([id, { gross, back, person, time }]): OrderRow => ({
        person: person === '' ? null : person,
        time: time.slice(0, 16).replace(' ', 'T'),
        total: gross,
        refunded: back,
        sale: !id.startsWith('C'),
        currency: 'GBP',
      }),
    );
    const dataset = datasetOf({ orders });
    const british = segmentMembers(
      dataset.people.size,
      'uk',
      people(dataset, (id) => uk.has(id)),
    );
    const result = comparePeople(dataset, HELD_REQUEST, [british], null, 0);
    const known = everyoneOf(result, 'revenue').value;
    expect((known + result.unattributed.revenueMinor) / 100).toBeCloseTo(9_747_747.934, 1);
    expect(everyoneOf(result, 'customers').value).toBe(4372);
    const plain = (inside: boolean) =>
      100 *
      sum(
        [...invoices].flatMap(([, i]) =>
          i.person !== '' && uk.has(i.person) === inside ? [i.gross - i.back] : [],
        ),
      );
    expect(cellOf(result, 'revenue').value).toBeCloseTo(plain(true), 1);
    expect(cellOf(result, 'revenue').base?.value).toBeCloseTo(plain(false), 1);
    expect(cellOf(result, 'aov').verdict).toBe('worse');
  });
});

describe.skipIf(!hasShared)('Superstore, 5,009 orders (needs shared data)', () => {
  it('adds up to what is known of it', () => {
    const orders = new Map<string, { person: string; day: string; total: number; units: number }>();
    for (const line of sharedText('data/superstore/superstore_eu.csv').trim().split(/\r?\n/).slice(1)) {
      const cells = (line.match(/("([^"]|"")*"|[^;]*)(;|$)/g) ?? []).map((c) => c.replace(/;$/, ''));
      const id = cells[1] ?? '';
      const [d = '', m = '', y = ''] = (cells[2] ?? '').split('/');
      const order = orders.get(id) ?? { person: cells[5] ?? '', day: `${y}-${m}-${d}`, total: 0, units: 0 };
      order.total += Number((cells[17] ?? '').replace(',', '.'));
      order.units += Number(cells[18]);
      orders.set(id, order);
    }
    const dataset = datasetOf({
      orders: [...orders.values()].map(({ person, day, total, units }) => ({
        person,
        time: day,
        total,
        units,
      })),
    });
    const result = comparePeople(dataset, HELD_REQUEST, [], null, 0);
    expect(everyoneOf(result, 'customers').value).toBe(793);
    expect(everyoneOf(result, 'orders').value).toBe(5009);
    expect(everyoneOf(result, 'revenue').value / 100).toBeCloseTo(2_297_200.86, 1);
    expect(everyoneOf(result, 'aov').value / 100).toBeCloseTo(2_297_200.86 / 5009, 4);
  });
});
