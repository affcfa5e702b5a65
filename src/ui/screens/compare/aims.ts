import type { MetricInfo } from '../../../metrics/metric-info';

/** What a person is after. A goal is one of these, written `aim:…`, or a metric's own id. */
export const AIMS = ['conversion', 'retention', 'revenue', 'clv', 'roi', 'engagement'] as const;
export type Aim = (typeof AIMS)[number];

const PREFIX = 'aim:';

export const goalOfAim = (aim: Aim): string => PREFIX + aim;
export const aimOfGoal = (goal: string | null): Aim | null =>
  AIMS.find((aim) => goal === PREFIX + aim) ?? null;

/** The metrics that tell of each, the one that tells most first. */
export const METRICS_OF_AIM: Record<Aim, Record<MetricInfo['grain'], readonly string[]>> = {
  conversion: {
    person: ['conversion', 'repeat-rate', 'orders-per-customer', 'mail-click-rate'],
    aggregate: [
      'session-key-event-rate',
      'user-key-event-rate',
      'purchaser-rate',
      'purchases-per-session',
      'key-events',
      'click-through-rate',
    ],
  },
  retention: {
    person: [
      'repeat-rate',
      'churn-rate',
      'retention-month-1',
      'retention-month-3',
      'retention-month-3-or-after',
      'retention-every-month-to-3',
      'retention-any-month-to-3',
      'median-days-between-orders',
    ],
    aggregate: ['sessions-per-user', 'new-users', 'users'],
  },
  revenue: {
    person: [
      'revenue-per-customer',
      'revenue',
      'revenue-share',
      'aov',
      'orders-per-customer',
      'gross-revenue',
      'refund-rate',
      'discount-share',
    ],
    aggregate: [
      'revenue-per-session',
      'revenue-per-user',
      'report-revenue',
      'report-revenue-share',
      'revenue-per-purchase',
      'purchases',
    ],
  },
  clv: {
    person: [
      'historic-clv',
      'predicted-clv',
      'revenue-per-customer',
      'orders-per-customer',
      'repeat-rate',
      'churn-rate',
      'aov',
    ],
    aggregate: ['revenue-per-user', 'revenue-per-purchase', 'sessions-per-user'],
  },
  // What was spent stands beside what it brought in the money view; here is what it is made of.
  roi: {
    person: ['revenue-per-customer', 'aov', 'discount-share', 'refund-rate', 'historic-clv'],
    aggregate: ['platform-roas', 'cost-per-conversion', 'cost', 'cost-per-click', 'click-through-rate'],
  },
  engagement: {
    person: [
      'active-days',
      'mail-open-rate',
      'mail-click-rate',
      'feature-adoption',
      'orders-per-customer',
      'median-days-between-orders',
    ],
    aggregate: [
      'engagement-rate',
      'average-engagement-time',
      'views-per-session',
      'events-per-session',
      'session-key-event-rate',
    ],
  },
};
