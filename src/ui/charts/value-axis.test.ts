import { describe, expect, it } from 'vitest';
import { valueAxis } from './value-axis';

const axisOf = (...values: readonly number[]) =>
  valueAxis({
    lines: [
      {
        key: 'a',
        name: 'a',
        colour: 0,
        points: values.map((value) => ({ value, lo: null, hi: null, text: '' })),
      },
    ],
  });

describe('the axis of values', () => {
  it.each([
    [[100], { min: 0, max: 100 }],
    [[100, 100, 100], { min: 0, max: 100 }],
    [[-40], { min: -40, max: 0 }],
    [[0], { min: 0, max: 1 }],
  ])('has length where all values are one: %j', (values, axis) => {
    expect(axisOf(...values)).toEqual(axis);
  });

  it('leaves out zero where the values are far from it', () => {
    expect(axisOf(100, 104).min).toBeGreaterThan(90);
  });
});
