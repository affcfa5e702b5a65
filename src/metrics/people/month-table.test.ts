import { describe, expect, it } from 'vitest';
import { DAY_MS, monthOf, wallMs } from '../../core/time/calendar';
import { MonthTable } from './month-table';

describe('months by look-up', () => {
  it('are what the calendar says, day by day', () => {
    const [from, to] = [wallMs(2023, 11, 17, 13), wallMs(2025, 3, 2)];
    const table = new MonthTable(from, to);
    for (let at = from; at <= to; at += DAY_MS / 2) expect(table.first + table.indexOf(at)).toBe(monthOf(at));
  });

  it('finish on their last day', () => {
    const table = new MonthTable(wallMs(2024, 1, 1), wallMs(2024, 12, 31));
    expect(table.lastFinished(wallMs(2024, 2, 28))).toBe(0);
    expect(table.lastFinished(wallMs(2024, 2, 29))).toBe(1);
    expect(table.lastFinished(wallMs(2024, 3, 1))).toBe(1);
    expect(table.lastFinished(wallMs(2024, 12, 31, 23, 59))).toBe(11);
  });
});
