import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');

export const en = {
  trend: 'Over time, by month',
  noTrend: 'This metric has no values over time.',
  rows: {
    people: 'Who it rests on',
    report: 'Rows it rests on',
    show: 'Show them',
    of: (from: number, to: number, total: number) => `${n(from)}–${n(to)} of ${n(total)}`,
    none: 'Nobody.',
    noneReport: 'No rows.',
    who: 'Customer',
    row: 'Row',
    orders: 'Orders',
    before: 'Back',
    next: 'Next',
    undated: 'no date',
    returned: 'return',
    noAmount: 'no amount',
    more: (v: number) => `and ${n(v)} more`,
    sum: 'The first column adds up to the number above the line, over all pages.',
    ordersOf: (v: number) => `${n(v)} ${plural('en', v, { one: 'order', other: 'orders' })}`,
  },
};
