import type { Rule } from '../../src/segments/rule/rule';

/**
 * What every peer is asked. Thresholds change with the round, so that no result of the one before answers; the as-of is
 * where the data ends, so that whatever anybody keeps of it for next time may be used.
 */
export interface SegmentsAsked {
  readonly orders: number;
  readonly revenue: number;
  readonly silentDays: number;
  readonly recentDays: number;
  readonly basket: number;
}

/** Money in major units. */
export const segmentsAsked = (round: number): SegmentsAsked => ({
  orders: 2 + (round % 3),
  revenue: 2000 + 10 * round,
  silentDays: 90 + round,
  recentDays: 365 - round,
  basket: 250 + round,
});

/** Bought n times; spent so much; silent for so many days; bought lately; average basket. In this order everywhere. */
export function rulesAsked(round: number): readonly Rule[] {
  const { orders, revenue, silentDays, recentDays, basket } = segmentsAsked(round);
  const lifetime = { kind: 'lifetime' } as const;
  const rule = (of: Omit<Extract<Rule, { kind: 'behaviour' }>, 'kind'>): Rule => ({
    kind: 'behaviour',
    ...of,
  });
  return [
    rule({
      measure: { of: 'orders', stat: 'count' },
      window: lifetime,
      test: { op: 'at-least', value: orders },
    }),
    rule({
      measure: { of: 'orders', stat: 'sum', field: 'revenue' },
      window: lifetime,
      test: { op: 'at-least', value: revenue },
    }),
    rule({
      measure: { of: 'orders', stat: 'days-since-last' },
      window: lifetime,
      test: { op: 'more-than', value: silentDays },
    }),
    rule({
      measure: { of: 'orders', stat: 'count' },
      window: { kind: 'last-days', days: recentDays },
      test: { op: 'at-least', value: 1 },
    }),
    rule({
      measure: { of: 'orders', stat: 'mean', field: 'revenue' },
      window: lifetime,
      test: { op: 'at-least', value: basket },
    }),
  ];
}

/** Of the table: those of round 0, often and silent, and much spent or big baskets. */
export function tableRules(): readonly Rule[] {
  const rules = rulesAsked(0);
  const [often, spent, silent, , basket] = rules as readonly [Rule, Rule, Rule, Rule, Rule];
  return [...rules, { kind: 'all', rules: [often, silent] }, { kind: 'any', rules: [spent, basket] }];
}

/** Six of the seven, in another order each round, so that no answer of an earlier one is at hand. */
export function tableChosen(round: number): readonly number[] {
  const order = Array.from({ length: 7 }, (_, i) => (i * (1 + (round % 6)) + round) % 7);
  return order.slice(0, 6);
}

/** Mail opened, clicked within days, ordered within days of the click. */
export const sequenceAsked = (round: number) => ({ clickDays: 3 + (round % 3), orderDays: 7 + (round % 5) });

export function sequenceRule(round: number): Rule {
  const { clickDays, orderDays } = sequenceAsked(round);
  const event = (kind: string) => [{ field: 'kind', test: { op: 'is-any-of', values: [kind] } }] as const;
  return {
    kind: 'sequence',
    window: { kind: 'lifetime' },
    steps: [
      { of: 'events', where: event('mail-open') },
      { of: 'events', where: event('mail-click'), within: { n: clickDays, unit: 'days' } },
      { of: 'orders', within: { n: orderDays, unit: 'days' } },
    ],
  };
}

/** Values of each segment and, last, of everyone. */
export const METRICS_ASKED = [
  'customers',
  'share',
  'revenue',
  'orders',
  'aov',
  'orders-per-customer',
  'revenue-per-customer',
  'repeat-rate',
] as const;

/** Months since the month of the first order, 0 to 24: the share of each segment that ordered in it. */
export const RETENTION_MONTHS = 24;
