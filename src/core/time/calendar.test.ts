import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addMonthsFromEnd,
  civilToDay,
  DAY_MS,
  dayToCivil,
  easterDay,
  endOfDay,
  hourOf,
  isoDay,
  isoWeekOf,
  monthOf,
  monthStart,
  nthWeekday,
  parseIso,
  startOfWeek,
  wallMs,
  weekdayOf,
  yearsBetween,
} from './calendar';

const day = (text: string) => parseIso(text) as number;

describe('the calendar', () => {
  it('agrees with the platform on every day from 1600 to 2400', () => {
    for (let n = civilToDay(1600, 1, 1); n < civilToDay(2400, 1, 1); n++) {
      const date = new Date(n * DAY_MS);
      const civil = dayToCivil(n);
      if (
        civil.year !== date.getUTCFullYear() ||
        civil.month !== date.getUTCMonth() + 1 ||
        civil.day !== date.getUTCDate() ||
        civilToDay(civil.year, civil.month, civil.day) !== n ||
        weekdayOf(n * DAY_MS) !== (date.getUTCDay() || 7)
      )
        expect.fail(`day ${n}`);
    }
  });

  it('reads and writes ISO days, and refuses days that are not', () => {
    expect(isoDay(day('2024-02-29'))).toBe('2024-02-29');
    expect(parseIso('2024-02-29T13:05:09.5')).toBe(wallMs(2024, 2, 29, 13, 5, 9) + 500);
    for (const bad of [
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '2024-1-1',
      '',
      '2024-01-01T24:00',
    ])
      expect(parseIso(bad), bad).toBeNull();
  });

  it('counts ISO weeks over the turn of the year', () => {
    expect(isoWeekOf(day('2021-01-03'))).toEqual({ year: 2020, week: 53 });
    expect(isoWeekOf(day('2021-01-04'))).toEqual({ year: 2021, week: 1 });
    expect(isoWeekOf(day('2024-12-30'))).toEqual({ year: 2025, week: 1 });
    expect(isoDay(startOfWeek(day('2024-03-03')))).toBe('2024-02-26');
  });

  it('adds months to month ends without spilling over', () => {
    expect(isoDay(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29');
    expect(isoDay(addMonths(day('2023-01-31'), 1))).toBe('2023-02-28');
    expect(isoDay(addMonths(day('2024-03-31'), -1))).toBe('2024-02-29');
    expect(isoDay(addMonths(day('2024-02-29'), 12))).toBe('2025-02-28');
    expect(isoDay(addMonths(day('2024-11-30'), 3))).toBe('2025-02-28');
  });

  it('keeps every moment inside its own month and day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4e12, max: 8e12 }), (time) => {
        const month = monthOf(time);
        expect(monthStart(month)).toBeLessThanOrEqual(time);
        expect(monthStart(month + 1)).toBeGreaterThan(time);
        expect(endOfDay(time)).toBeGreaterThanOrEqual(time);
        expect(hourOf(time)).toBe(new Date(time).getUTCHours());
      }),
    );
  });

  it('counts birthdays', () => {
    expect(yearsBetween(day('1990-06-15'), day('2024-06-14'))).toBe(33);
    expect(yearsBetween(day('1990-06-15'), day('2024-06-15'))).toBe(34);
    expect(yearsBetween(day('2000-02-29'), day('2023-02-28'))).toBe(22);
    expect(yearsBetween(day('2000-02-29'), day('2023-03-01'))).toBe(23);
  });

  it('knows Black Friday and Easter', () => {
    const blackFriday = (year: number) => isoDay((nthWeekday(year, 11, 4, 4) + 1) * DAY_MS);
    expect([2019, 2023, 2024, 2025].map(blackFriday)).toEqual([
      '2019-11-29',
      '2023-11-24',
      '2024-11-29',
      '2025-11-28',
    ]);
    expect([1997, 2000, 2011, 2024, 2025].map((year) => isoDay(easterDay(year) * DAY_MS))).toEqual([
      '1997-03-30',
      '2000-04-23',
      '2011-04-24',
      '2024-03-31',
      '2025-04-20',
    ]);
  });

  it('goes from the end of a month to the end of another', () => {
    const back = (text: string, months: number) => isoDay(addMonthsFromEnd(day(text), months));
    expect(back('1998-06-30', -3)).toBe('1998-03-31');
    expect(back('2024-02-29', -12)).toBe('2023-02-28');
    expect(back('2023-02-28', 12)).toBe('2024-02-29');
    expect(back('2024-06-29', -3)).toBe('2024-03-29');
    expect(back('2024-12-31', -1)).toBe('2024-11-30');
  });
});
