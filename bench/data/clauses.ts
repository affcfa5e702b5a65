import type { Filter, Measure, NumberTest, Rule, Window } from '../../src/segments/rule/rule';

/** What is asked of a clause in a round: whole days, major units, hours, shares. */
export interface ClauseAsked {
  readonly days: number;
  readonly amount: number;
  readonly hour: number;
  readonly share: number;
}

/** The window or the filter is edited from round to round, which costs a pass; a bound alone would not. */
export const clauseAsked = (round: number): ClauseAsked => ({
  days: 300 - round,
  amount: 5 + round,
  hour: 12 + (round % 9),
  share: 0.1 + round / 100,
});

const kinds = (...values: string[]): Filter => ({ field: 'kind', test: { op: 'is-any-of', values } });
const lifetime: Window = { kind: 'lifetime' };
const last = (days: number): Window => ({ kind: 'last-days', days });
const atLeast = (value: number): NumberTest => ({ op: 'at-least', value });
const behaviour = (measure: Measure, window: Window, test: NumberTest): Rule => ({
  kind: 'behaviour',
  measure,
  window,
  test,
});

/** One clause of each sort, by name; every peer that knows the name answers it. */
export function clausesAsked(round: number): Readonly<Record<ClauseName, Rule>> {
  const { days, amount, hour, share } = clauseAsked(round);
  return {
    'two orders in the last days': behaviour({ of: 'orders', stat: 'count' }, last(days), atLeast(2)),
    'money spent in the last days': behaviour(
      { of: 'orders', stat: 'sum', field: 'revenue' },
      last(days),
      atLeast(500),
    ),
    'share of orders with such a discount': behaviour(
      { of: 'orders', stat: 'share', where: [{ field: 'discount', test: atLeast(amount) }] },
      lifetime,
      atLeast(0.25),
    ),
    'share of orders in the evening': behaviour(
      {
        of: 'orders',
        stat: 'share',
        where: [{ field: 'hour', test: { op: 'between', from: hour, to: 23 } }],
      },
      lifetime,
      atLeast(0.6),
    ),
    'four products in the last days': behaviour(
      { of: 'items', stat: 'distinct', field: 'product' },
      last(days),
      atLeast(4),
    ),
    'the top by mean price': {
      kind: 'rank',
      measure: {
        of: 'items',
        stat: 'mean',
        field: 'unitPrice',
        where: [{ field: 'quantity', test: atLeast(1 + (round % 4)) }],
      },
      window: last(2 * days),
      side: 'top',
      share,
    },
    'page views in the last days': behaviour(
      { of: 'events', stat: 'count', where: [kinds('page-view')] },
      last(days),
      atLeast(5),
    ),
    'days on the site in the last days': behaviour(
      { of: 'events', stat: 'distinct', field: 'day', where: [kinds('page-view', 'cart')] },
      last(days),
      atLeast(4),
    ),
    'days since the last click up to then': behaviour(
      { of: 'events', stat: 'days-since-last', where: [kinds('mail-click')] },
      { kind: 'days-ago', from: 10_000, to: 300 - days },
      { op: 'more-than', value: 365 },
    ),
  };
}

export const CLAUSES = [
  'two orders in the last days',
  'money spent in the last days',
  'share of orders with such a discount',
  'share of orders in the evening',
  'four products in the last days',
  'the top by mean price',
  'page views in the last days',
  'days on the site in the last days',
  'days since the last click up to then',
] as const;
export type ClauseName = (typeof CLAUSES)[number];
