import { countingSort, type Grouped } from '../core/counting-sort';
import { stableOrder } from '../core/stable-order';

/** Up to this many rows of one person are put in order one by one, which beats anything cleverer. */
const FEW = 48;

/**
 * Rows by person, each person's by time, undated ones last, equals as they stand; rows of nobody (-1) after all.
 * Nearly everybody has a handful of rows, so sorting within people is far less work than sorting all rows by time.
 */
export function personTimeOrder(person: Int32Array, time: Float64Array, people: number): Grouped {
  const { offsets, members } = countingSort(person, people);
  const times = new Float64Array(members.length);
  // Undated as later than anything, so that one comparison orders all.
  for (let i = 0; i < times.length; i++) {
    const t = time[members[i]!]!;
    times[i] = Number.isNaN(t) ? Infinity : t;
  }
  for (let p = 0; p <= people; p++) {
    const start = offsets[p]!;
    const end = p === people ? members.length : offsets[p + 1]!;
    if (end - start > FEW) {
      const rows = members.slice(start, end);
      const order = stableOrder(time, rows);
      members.set(order, start);
      continue;
    }
    for (let i = start + 1; i < end; i++) {
      const t = times[i]!;
      if (t >= times[i - 1]!) continue;
      const row = members[i]!;
      let at = i;
      while (at > start && times[at - 1]! > t) {
        times[at] = times[at - 1]!;
        members[at] = members[at - 1]!;
        at--;
      }
      times[at] = t;
      members[at] = row;
    }
  }
  return { offsets, members };
}
