import type { Rule } from '../src/segments/rule/rule';

/** Who ordered so often in all that is held. */
export const orderedAtLeast = (orders: number): Rule => ({
  kind: 'behaviour',
  measure: { of: 'orders', stat: 'count' },
  window: { kind: 'lifetime' },
  test: { op: 'at-least', value: orders },
});
