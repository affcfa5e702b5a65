import type { Dataset } from '../../core/dataset';
import { dayOf } from '../../core/time/calendar';
import { memo } from './memo';

/** Each row's day, counted from 1 for the day `from`, 0 where undated; `count` days in all. */
export interface DaysOfRows {
  readonly from: number;
  readonly count: number;
  readonly ofRow: Uint16Array | Uint32Array;
}

/** Floats are divided once for all that asks for days. */
export function daysOfRows(dataset: Dataset, table: 'orders' | 'events'): DaysOfRows {
  return memo(dataset, `days of ${table}`, () => {
    const times = dataset[table].time;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < times.length; row++) {
      const time = times[row]!;
      if (time < first) first = time;
      if (time > last) last = time;
    }
    if (first > last) return { from: 0, count: 0, ofRow: new Uint16Array(times.length) };
    const from = dayOf(first);
    const count = dayOf(last) - from + 1;
    const ofRow = count < 2 ** 16 ? new Uint16Array(times.length) : new Uint32Array(times.length);
    for (let row = 0; row < times.length; row++) {
      const time = times[row]!;
      if (!Number.isNaN(time)) ofRow[row] = dayOf(time) - from + 1;
    }
    return { from, count, ofRow };
  });
}
