import { describe, expect, it } from 'vitest';
import { periodRange } from './period-range';

describe('periodRange', () => {
  it.each([
    ['day', '2026-10-05', '2026-10-05', '2026-10-05'],
    ['week', '2026-10-04', '2026-09-28', '2026-10-04'],
    ['week', '2026-09-28', '2026-09-28', '2026-10-04'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['year', '2026-07-01', '2026-01-01', '2026-12-31'],
    ['range', '2026-10-01,2026-10-31', '2026-10-01', '2026-10-31'],
  ])('reads %s %s', (period, date, from, to) => {
    expect(periodRange(period, date)).toEqual({ from, to });
  });

  it.each([
    ['day', 'yesterday'],
    ['range', 'last30'],
    ['range', '2026-10-31,2026-10-01'],
    ['range', '2026-10-01,today'],
    ['range', '2026-02-01,2026-02-30'],
    ['day', '2026-02-30'],
    ['month', '2026-10-01,2026-10-31'],
    ['century', '2026-10-01'],
    ['', ''],
  ])('does not guess the days of %s %s', (period, date) => {
    expect(periodRange(period, date)).toBeNull();
  });
});
