import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { textAt } from '../column';
import { SET_APART } from '../dataset';
import { mainCurrency } from '../main-currency';
import type { ExchangeRate } from './exchange-rate';
import { inOneCurrency } from './in-one-currency';

const PLN = { currency: 'PLN', maxAgeDays: 7 };
const rate = (day: string, from: string, value: number): ExchangeRate => ({
  day,
  from,
  to: 'PLN',
  rate: value,
});
const rates = [
  rate('2024-03-01', 'EUR', 4.32),
  rate('2024-03-04', 'EUR', 4.3),
  rate('2024-03-01', 'JPY', 0.0265),
];

const data = datasetOf({
  orders: [
    {
      person: 'a',
      time: '2024-03-01T09:00',
      total: 100,
      refunded: 10,
      discount: 5,
      currency: 'EUR',
      shipping: 2,
    },
    { person: 'a', time: '2024-03-03T23:59', total: 50, currency: 'EUR' },
    { person: 'a', time: '2024-03-04T00:00', total: 50, currency: 'EUR' },
    { person: 'b', time: '2024-02-01', total: 7, currency: 'EUR' },
    { person: 'b', time: '2024-03-20', total: 8, currency: 'EUR' },
    { person: 'b', time: null, total: 9, currency: 'EUR' },
    {
      person: 'b',
      time: '2024-03-02',
      total: 3000,
      currency: 'JPY',
      items: [{ quantity: 1, amount: 3000, unitPrice: 3000 }],
    },
    { person: 'c', time: '2024-03-02', total: 11, currency: 'PLN' },
    { person: 'c', time: '2024-03-02', total: 12, currency: null },
    { person: 'c', time: '2024-03-02', total: 13, currency: 'GBP' },
  ],
});
const converted = inOneCurrency(data, PLN, { rates, sources: ['nbp.csv'] });
const shown = Array.from({ length: converted.orders.size }, (_, row) => ({
  gross: converted.orders.gross[row],
  in: textAt(converted.orders.currency, row),
  was: converted.converted && textAt(converted.converted.orderCurrency, row),
  apart: SET_APART[converted.converted?.orderSetApart[row] ?? 0],
}));

describe('orders in one currency', () => {
  it('are worth the rate of their own day, in its minor units', () => {
    expect(shown.slice(0, 3)).toEqual([
      { gross: 10_000 * 4.32, in: 'PLN', was: 'EUR', apart: 'no' },
      { gross: 5_000 * 4.32, in: 'PLN', was: 'EUR', apart: 'no' },
      { gross: 5_000 * 4.3, in: 'PLN', was: 'EUR', apart: 'no' },
    ]);
  });

  it('carry refunds, discounts and every other amount along', () => {
    expect(converted.orders.refunded[0]).toBe(1_000 * 4.32);
    expect(converted.orders.discount[0]).toBe(500 * 4.32);
    expect(converted.orders.columns.get('shipping')).toMatchObject({ type: 'money' });
    expect((converted.orders.columns.get('shipping') as { values: Float64Array }).values[0]).toBe(200 * 4.32);
  });

  it('without a rate keep their own amount and say why', () => {
    const b = shown.slice(3, 7);
    expect(b.map(({ gross, in: currency, apart }) => ({ gross, currency, apart }))).toEqual([
      { gross: 700, currency: 'EUR', apart: 'no-rate' },
      { gross: 3000 * 0.0265 * 100, currency: 'PLN', apart: 'no' },
      { gross: 800, currency: 'EUR', apart: 'rate-too-old' },
      { gross: 900, currency: 'EUR', apart: 'no-day' },
    ]);
    expect(shown.slice(7).map(({ gross, in: currency, apart }) => ({ gross, currency, apart }))).toEqual([
      { gross: 1100, currency: 'PLN', apart: 'no' },
      { gross: 1200, currency: null, apart: 'no-currency' },
      { gross: 1300, currency: 'GBP', apart: 'no-rate' },
    ]);
  });

  it('take their lines along', () => {
    expect([...converted.items.amount]).toEqual([3000 * 0.0265 * 100]);
  });

  it('are asked for in that currency unless another is named', () => {
    expect(mainCurrency(data)).toBe('EUR');
    expect(mainCurrency(converted)).toBe('PLN');
  });

  it('leave the data they were made of as it was', () => {
    expect(data.orders.gross[0]).toBe(10_000);
    expect(textAt(data.orders.currency, 0)).toBe('EUR');
    expect(data.converted).toBeUndefined();
  });
});

describe('a report in one currency', () => {
  const spend = (days: readonly (string | null)[], cost: readonly number[]) => {
    const report = datasetOf({
      reports: [
        {
          captureId: 'r',
          dimensions: { campaign: days.map(() => 'x') },
          metrics: { cost: { unit: 'money', values: cost } },
          currency: 'EUR',
        },
      ],
    });
    const day = {
      type: 'time',
      values: Float64Array.from(days, (d) => (d === null ? Number.NaN : Date.parse(d))),
    } as const;
    const reports = report.reports.map((r) => ({
      ...r,
      dimensions: [
        ...r.dimensions,
        { id: 'day', header: 'Day', column: day, unit: 'time', currency: null } as const,
      ],
    }));
    return inOneCurrency({ ...report, reports }, PLN, { rates, sources: [] }).reports[0]?.metrics[0];
  };

  it('has each row at its own day’s rate', () => {
    const metric = spend(['2024-03-01', '2024-03-04'], [1, 1]);
    expect(metric).toMatchObject({ currency: 'PLN', column: { values: Float64Array.of(432, 430) } });
  });

  it('stays as it is where one of its rows has no rate, for a column has one currency', () => {
    expect(spend(['2024-03-01', '2024-02-01'], [1, 1])).toMatchObject({
      currency: 'EUR',
      column: { values: Float64Array.of(100, 100) },
    });
    expect(spend(['2024-03-01', '2024-02-01'], [1, 0])).toMatchObject({ currency: 'PLN' });
  });

  it('of several takes each row at the rate of its own', () => {
    const day = {
      type: 'time',
      values: Float64Array.of(Date.UTC(2024, 2, 1), Date.UTC(2024, 2, 4)),
    } as const;
    const report = (rowCurrency: readonly string[]) => {
      const data = datasetOf({
        reports: [
          {
            captureId: 'r',
            rowCurrency,
            dimensions: { campaign: ['a', 'b'] },
            metrics: { cost: { unit: 'money', values: [2, 3] } },
          },
        ],
      });
      const reports = data.reports.map((r) => ({
        ...r,
        dimensions: [{ id: 'day', header: 'Day', column: day, unit: 'time', currency: null } as const],
      }));
      return inOneCurrency({ ...data, reports }, PLN, { rates, sources: [] }).reports[0]?.metrics[0];
    };
    const both = report(['PLN', 'EUR']);
    expect(both).toMatchObject({
      currency: 'PLN',
      convertedFrom: 'EUR',
      column: { values: Float64Array.of(200, 3 * 430) },
    });
    expect(both?.rowCurrency).toBeUndefined();
    expect(report(['PLN', 'GBP'])).toMatchObject({
      currency: null,
      rowCurrency: {},
      column: { values: Float64Array.of(200, 300) },
    });
  });
});
