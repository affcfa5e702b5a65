import { describe, expect, it } from 'vitest';
import { DAY_MS, wallMs } from '../../core/time/calendar';
import { frozenDay } from './frozen-day';

describe('the day membership is fixed on', () => {
  const last = wallMs(2026, 10, 31);

  it('leaves as many whole days after it as are watched', () => {
    expect(frozenDay(last, null, 30)).toBe(wallMs(2026, 10, 1));
    expect(frozenDay(last, last, 30)).toBe(wallMs(2026, 10, 1));
  });

  it('does not count a last day that is not over', () => {
    expect(frozenDay(last + DAY_MS / 2, null, 30)).toBe(wallMs(2026, 9, 30));
  });

  it('stays with an as-of that the data reaches far enough beyond', () => {
    expect(frozenDay(last, wallMs(2026, 5, 1), 30)).toBe(wallMs(2026, 5, 1));
  });
});
