import { ofKinds, type Profile } from '../profile';
import type { Measure } from '../rule/rule';

/** Numbers of behaviour that people are grouped by, in the order they are said. */
export const GROUP_FEATURES = [
  'recency',
  'orders',
  'revenue',
  'basket',
  'breadth',
  'discount',
  'days-active',
  'visits',
  'mail-opens',
] as const;
export type GroupFeatureId = (typeof GROUP_FEATURES)[number];

export interface GroupFeature {
  readonly id: GroupFeatureId;
  readonly measure: Measure;
  readonly unit: 'days' | 'money' | 'share' | 'number';
}

/** What may be measured of each; the first whose field is held. */
const MEASURES: Readonly<Record<GroupFeatureId, readonly Measure[]>> = {
  recency: [{ of: 'orders', stat: 'days-since-last' }],
  orders: [{ of: 'orders', stat: 'count' }],
  revenue: [{ of: 'orders', stat: 'sum', field: 'revenue' }],
  basket: [{ of: 'orders', stat: 'mean', field: 'gross' }],
  breadth: [
    { of: 'items', stat: 'distinct', field: 'category' },
    { of: 'items', stat: 'distinct', field: 'product' },
  ],
  discount: [{ of: 'orders', stat: 'share-of-gross', field: 'discount' }],
  'days-active': [{ of: 'events', stat: 'distinct', field: 'day' }],
  visits: [{ of: 'events', stat: 'count', where: [ofKinds('visit')] }],
  'mail-opens': [{ of: 'events', stat: 'count', where: [ofKinds('mail-open')] }],
};
const UNITS: Readonly<Record<GroupFeatureId, GroupFeature['unit']>> = {
  recency: 'days',
  orders: 'number',
  revenue: 'money',
  basket: 'money',
  breadth: 'number',
  discount: 'share',
  'days-active': 'number',
  visits: 'number',
  'mail-opens': 'number',
};

/** With the measure the data held allow; null where they hold none. */
export function groupFeature(id: GroupFeatureId, profile: Profile): GroupFeature | null {
  const measure = MEASURES[id].find((one) => isHeld(one, profile));
  return measure === undefined ? null : { id, measure, unit: UNITS[id] };
}

function isHeld({ of, field, where }: Measure, profile: Profile): boolean {
  if (profile.rows(of, where ?? []) === 0) return false;
  return field === undefined || ['revenue', 'gross', 'day'].includes(field) || profile.holds(of, field);
}
