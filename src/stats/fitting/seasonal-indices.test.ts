import { describe, expect, it } from 'vitest';
import { seasonalIndices } from './seasonal-indices';

describe('seasonal indices', () => {
  const week = [0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.5];
  const year = [0.7, 0.7, 0.8, 0.9, 1, 1, 0.9, 0.9, 1, 1.1, 1.5, 1.5];

  it.each([
    ['a week', week],
    ['a year', year],
  ])('give back %s on a flat trend', (_, parts) => {
    const values = Array.from(
      { length: 3 * parts.length },
      (_, i) => 200 * (parts[i % parts.length] as number),
    );
    seasonalIndices(values, parts.length)?.forEach((index, i) => {
      expect(index).toBeCloseTo(parts[i] as number, 12);
    });
  });

  it('do not take growth for a season', () => {
    const growing = Array.from({ length: 48 }, (_, i) => 100 + 5 * i);
    for (const index of seasonalIndices(growing, 12) ?? [Number.NaN]) expect(index).toBeCloseTo(1, 10);
  });

  it('need two cycles and something sold', () => {
    expect(seasonalIndices(year, 12)).toBeNull();
    expect(seasonalIndices(new Array<number>(24).fill(0), 12)).toBeNull();
    expect(seasonalIndices([...year, ...year.slice(0, 11)], 12)).toBeNull();
    expect(seasonalIndices([...year, ...year], 12)).not.toBeNull();
    expect(seasonalIndices([1, 2, 3], 1)).toBeNull();
  });
});
