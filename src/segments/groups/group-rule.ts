import type { BoxBound } from '../../learn/groups/readable-box';
import type { NumberTest, Rule, Window } from '../rule/rule';
import type { GroupFeature } from './group-features';

const LIFETIME: Window = { kind: 'lifetime' };

/**
 * Bounds as a rule of the language, both bounds of one number as one condition. Whoever has done nothing keeps every upper
 * bound of a count: they are kept out by a condition of their own where nothing else does it.
 */
export function groupRule(
  bounds: readonly BoxBound[],
  features: readonly GroupFeature[],
  by: 'orders' | 'events',
): Rule {
  const own = features.flatMap((feature, f) => {
    const lo = bounds.find((b) => b.feature === f && b.side === 'at-least')?.value;
    const hi = bounds.find((b) => b.feature === f && b.side === 'at-most')?.value;
    const test = testOf(lo, hi);
    return test === null ? [] : [{ feature, test }];
  });
  const excludes = own.some(({ feature: { measure }, test }) =>
    measure.of === by || (by === 'orders' && measure.of === 'items')
      ? !['count', 'sum', 'distinct'].includes(measure.stat) || least(test) > 0
      : false,
  );
  const rules: Rule[] = own.map(({ feature, test }) => ({
    kind: 'behaviour',
    measure: feature.measure,
    window: LIFETIME,
    test,
  }));
  if (!excludes)
    rules.push({
      kind: 'behaviour',
      measure: { of: by, stat: 'count' },
      window: LIFETIME,
      test: { op: 'at-least', value: 1 },
    });
  return { kind: 'all', rules };
}

function testOf(lo: number | undefined, hi: number | undefined): NumberTest | null {
  if (lo !== undefined && hi !== undefined)
    return lo === hi ? { op: 'equals', value: lo } : { op: 'between', from: lo, to: hi };
  if (lo !== undefined) return { op: 'at-least', value: lo };
  return hi === undefined ? null : { op: 'at-most', value: hi };
}

function least(test: NumberTest): number {
  if (test.op === 'between') return test.from;
  return test.op === 'at-least' || test.op === 'equals' ? test.value : Number.NEGATIVE_INFINITY;
}
