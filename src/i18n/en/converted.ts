import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const orders = (v: number) => `${n(v)} ${plural('en', v, { one: 'order', other: 'orders' })}`;

/** How amounts came into one currency: beside tables and in files. */
export const en = {
  rule: (currency: string, days: number) =>
    `All amounts are in ${currency}: each at the last rate on or before its own day, ${days === 0 ? 'of that very day' : `at most ${n(days)} ${plural('en', days, { one: 'day', other: 'days' })} old`}.`,
  rates: (count: number, from: string, to: string) =>
    `${n(count)} ${plural('en', count, { one: 'rate', other: 'rates' })} held, ${from} to ${to}`,
  typedIn: 'typed in',
  converted: (list: string) => `Converted: ${list}.`,
  setApart: (list: string) => `Set apart and in no amount: ${list}.`,
  group: (count: number, currency: string, sum: string) => `${orders(count)} in ${currency} (${sum})`,
  groupUnstated: (count: number, sum: string) => `${orders(count)} without a currency (${sum})`,
  why: {
    'no-rate': 'no rate on or before their day',
    'rate-too-old': 'the last rate is too old',
    'no-day': 'they have no date',
    'no-currency': 'nothing to convert from',
  },
};
