import type { Durations } from './kaplan-meier';

/** When each person's watch ended, and when it happened to those it did, both ascending. */
export function sortedDurations({ times, happened }: Durations): {
  readonly ends: Float64Array;
  readonly hits: Float64Array;
} {
  const n = times.length;
  const ends = new Float64Array(n);
  const hits = new Float64Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    ends[i] = times[i]!;
    if (happened[i] === 1) hits[count++] = times[i]!;
  }
  return { ends: ends.sort(), hits: hits.slice(0, count).sort() };
}
