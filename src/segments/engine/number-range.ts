import type { NumberTest } from '../rule/rule';

/** A number test as one closed interval of doubles. */
export interface NumberRange {
  readonly lo: number;
  readonly hi: number;
}

const NUMBER_OPS: ReadonlySet<string> = new Set([
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'equals',
  'between',
]);

export function isNumberTest(test: { readonly op: string }): test is NumberTest {
  return NUMBER_OPS.has(test.op);
}

/** `scale` turns what the person typed into the column's unit (major units into minor ones). */
export function numberRange(test: NumberTest, scale = 1): NumberRange {
  const at = (value: number) => (scale === 1 ? value : exact(value * scale));
  switch (test.op) {
    case 'at-least':
      return { lo: at(test.value), hi: Number.POSITIVE_INFINITY };
    case 'more-than':
      return { lo: nextUp(at(test.value)), hi: Number.POSITIVE_INFINITY };
    case 'at-most':
      return { lo: Number.NEGATIVE_INFINITY, hi: at(test.value) };
    case 'less-than':
      return { lo: Number.NEGATIVE_INFINITY, hi: -nextUp(-at(test.value)) };
    case 'equals':
      return { lo: at(test.value), hi: at(test.value) };
    case 'between':
      return { lo: at(test.from), hi: at(test.to) };
  }
}

/** Takes off what binary fractions add (0.07 × 100, 0.1 + 0.2), a millionth of a unit at most. */
export function exact(value: number): number {
  return Math.abs(value) < 1e9 ? Math.round(value * 1e6) / 1e6 : value;
}

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The next larger double. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  if (!Number.isFinite(value)) return value;
  double[0] = value;
  bits[0]! += value > 0 ? 1n : -1n;
  return double[0]!;
}
