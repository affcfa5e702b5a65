import { expect, it } from 'vitest';
import { comparisonOf } from '../../../../../tests/comparison-of';
import type { MoneyReturns, MoneyRow } from '../../../../compare/money/money';
import { en } from '../../../../i18n/en/money';
import { moneyTable } from './money-figures';

const value = { state: 'value', value: 2, interval: { lo: 1, hi: 3 } } as const;
const noMargin = { state: 'none', reason: 'no-margin' } as const;
const row = (key: string, more: Partial<MoneyRow> = {}): MoneyRow => ({
  key,
  name: { en: key, pl: key },
  costMinor: 10_000,
  directMinor: null,
  counts: null,
  orders: 12,
  customers: 11,
  newCustomers: 4,
  revenueMinor: 20_000,
  marginMinor: null,
  roas: value,
  roi: noMargin,
  cac: value,
  platformRoas: null,
  ...more,
});
const returns: MoneyReturns = {
  currency: 'PLN',
  period: { from: 0, to: 1 },
  matchOn: 'orders:campaign',
  matchFields: [],
  margin: null,
  categories: [],
  rows: [row('tea'), row('coffee')],
  rowsLeft: 0,
  total: row(''),
  unattributed: {
    spendMinor: 0,
    spendNames: 0,
    ordersUnnamed: 0,
    revenueUnnamedMinor: 0,
    ordersUnpaid: 0,
    revenueUnpaidMinor: 0,
    otherCurrencies: [],
    outsideMinor: 0,
    undatedMinor: 0,
    spreadMinor: 0,
    replacedRows: 0,
    ordersInOtherCurrencies: 0,
  },
  passports: [],
};
const tableOf = (of: MoneyReturns) => moneyTable(of, 'campaign', comparisonOf(), 'en', en);
const headersOf = (of: MoneyReturns) => tableOf(of).columns.map(({ header }) => header);

it('has no column for an interval that no row has', () => {
  expect(headersOf(returns)).toContain('ROAS, 95%');
  expect(headersOf(returns)).toContain('ROI');
  expect(headersOf(returns)).not.toContain('ROI, 95%');
  expect(headersOf({ ...returns, rows: [row('tea', { roi: value })] })).toContain('ROI, 95%');
});

it('gives every row as many cells as there are columns, the total last', () => {
  const { columns, rows } = tableOf(returns);
  for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  expect(rows.map(({ total }) => total)).toEqual([undefined, undefined, true]);
});
