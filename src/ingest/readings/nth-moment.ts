import type { WallMs } from '../../core/column';
import type { Reading } from '../../core/reading';
import { DAY_MS, monthOf, monthStart, parseIso, weekdayOf } from '../../core/time/calendar';
import { readPlain } from './read-number';

/**
 * Reads `0003` as a moment counted from a report's first day. Number 0 begins there; later weeks begin on Sunday and
 * later months and years on their first, as Google Analytics' calendar has them. NaN where it is no whole number.
 */
export function nthMoment(
  reading: Extract<Reading, { kind: 'nth' }>,
): (bytes: Uint8Array, start: number, end: number) => WallMs {
  const first = parseIso(reading.from) ?? Number.NaN;
  return (bytes, start, end) => {
    const n = readPlain(bytes, start, end, WHOLE, 0);
    return n >= 0 && Number.isInteger(n) && n < 100_000 ? nth(first, n, reading.unit) : Number.NaN;
  };
}

const WHOLE = { decimal: 0, group: 0 } as const;

function nth(first: WallMs, n: number, unit: Extract<Reading, { kind: 'nth' }>['unit']): WallMs {
  if (n === 0) return first;
  switch (unit) {
    case 'hour':
      return first + n * 3_600_000;
    case 'day':
      return first + n * DAY_MS;
    case 'week':
      // The Sunday the first week began on, or begins on.
      return first - (weekdayOf(first) % 7) * DAY_MS + n * 7 * DAY_MS;
    case 'month':
      return monthStart(monthOf(first) + n);
    case 'year':
      return monthStart(Math.floor(monthOf(first) / 12) * 12 + n * 12);
  }
}
