import { describe, expect, it } from 'vitest';
import { dateRangeIn } from './date-range';

describe('dateRangeIn', () => {
  it.each([
    ['Oct 1 – Oct 31, 2026', '2026-10-01', '2026-10-31'],
    ['Oct 1 - 31, 2026', '2026-10-01', '2026-10-31'],
    ['Last 28 days  Oct 24 – Nov 20, 2025', '2025-10-24', '2025-11-20'],
    ['Dec 28, 2025 – Jan 3, 2026', '2025-12-28', '2026-01-03'],
    ['Dec 28 – Jan 3, 2026', '2025-12-28', '2026-01-03'],
    ['Niestandardowe 1 paź – 31 paź 2026', '2026-10-01', '2026-10-31'],
    ['1–31 paź 2026', '2026-10-01', '2026-10-31'],
    ['1–31 października 2026', '2026-10-01', '2026-10-31'],
    ['28 gru 2025 – 3 sty 2026', '2025-12-28', '2026-01-03'],
    ['1. Okt. 2026 – 31. Okt. 2026', '2026-10-01', '2026-10-31'],
    ['1 oct 2026 - 31 oct 2026', '2026-10-01', '2026-10-31'],
    ['1 de octubre de 2026 – 31 de octubre de 2026', '2026-10-01', '2026-10-31'],
    ['2026-10-01 – 2026-10-31', '2026-10-01', '2026-10-31'],
  ])('reads "%s"', (text, from, to) => {
    expect(dateRangeIn(text)).toEqual({ from, to });
  });

  it.each([
    ['no year is said', 'Oct 1 – Oct 31'],
    ['day and month could be swapped', '01/10/2026 – 31/10/2026'],
    ['two ranges are compared', 'Oct 1 – Oct 31, 2026 Compare: Sep 1 – Sep 30, 2026'],
    ['a day does not exist', 'Feb 1 – Feb 31, 2026'],
    ['there is no date', 'Last 28 days'],
    ['it runs backwards', '2026-10-31 – 2026-10-01'],
  ])('reads nothing where %s', (_, text) => {
    expect(dateRangeIn(text)).toBeNull();
  });
});
