import { describe, expect, it } from 'vitest';
import { keptTableOf } from '../../../tests/kept-table-of';
import { type Column, textAt } from '../../core/column';
import { buildReport } from './build-report';

const cost = (...args: Parameters<typeof keptTableOf>) => {
  const metric = buildReport(keptTableOf(...args)).metrics.find(({ id }) => id === 'cost');
  if (metric === undefined) throw new Error('no cost');
  const { rowCurrency } = metric;
  return {
    values: values(metric.column),
    currency: metric.currency,
    of: rowCurrency && Array.from(rowCurrency.codes, (_, row) => textAt(rowCurrency, row)),
  };
};
const values = (column: Column) => (column.type === 'money' ? [...column.values] : null);

describe('the currency of a report’s amounts', () => {
  it('is each row’s own where a currency column names several', () => {
    expect(cost('spend', { campaign: ['a', 'b'], cost: [100, 200], currency: ['EUR', 'pln'] })).toEqual({
      values: [100, 200],
      currency: null,
      of: ['EUR', 'PLN'],
    });
  });

  it('is the one all rows are in, whatever else was stated', () => {
    expect(cost('spend', { cost: [100, 200], currency: ['EUR', 'EUR'] })).toEqual({
      values: [100, 200],
      currency: 'EUR',
      of: undefined,
    });
  });

  it('is the cell’s before the column’s, and the column’s before the table’s', () => {
    const own = { cellCurrency: { cost: ['GBP', null, null] } };
    expect(cost('spend', { cost: [100, 200, 300], currency: ['EUR', 'EUR', null] }, own).of).toEqual([
      'GBP',
      'EUR',
      'PLN',
    ]);
  });

  it('does not ask of nothing what it is in', () => {
    expect(cost('spend', { cost: [100, 0, null], currency: ['EUR', 'USD', 'GBP'] })).toMatchObject({
      currency: 'EUR',
      of: undefined,
    });
  });

  it('counts amounts in the minor units of their own row', () => {
    // 12 yen, typed as hundredths of something, beside 12.00 euros and a cell that said yen itself.
    const own = { cellCurrency: { cost: [null, null, 'JPY'] } };
    expect(cost('spend', { cost: [1200, 1200, 12], currency: ['JPY', 'EUR', 'JPY'] }, own).values).toEqual([
      12, 1200, 12,
    ]);
  });
});
