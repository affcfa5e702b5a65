import { dayOf } from '../core/time/calendar';
import { memo } from './engine/memo';
import { countedMask } from './engine/row-mask';
import { rowRanges } from './engine/row-ranges';
import type { Scope } from './engine/scope';
import { NO } from './engine/trit';

/** How long people take between one day of buying and the next. */
export interface Rhythm {
  /** Median, over all such gaps up to the as-of. */
  readonly days: number;
  /** How many gaps. */
  readonly n: number;
}

/** Null where nobody has bought on two days. */
export function rhythm(scope: Scope): Rhythm | null {
  return memo(scope.dataset, `rhythm ${scope.asOf}`, () => {
    const { from, to } = rowRanges(scope, 'orders', { kind: 'lifetime' });
    const { time } = scope.dataset.orders;
    const counted = countedMask(scope, 'orders', []);
    // Gaps are whole days: counting them is sorting them.
    let ofDays = new Uint32Array(1024);
    let n = 0;
    for (let p = 0; p < to.length; p++) {
      let last = Number.NaN;
      for (let row = from[p]!; row < to[p]!; row++) {
        if (counted !== null && counted[row] === NO) continue;
        const day = dayOf(time[row]!);
        if (day > last) {
          const gap = day - last;
          if (gap >= ofDays.length) {
            const more = new Uint32Array(Math.max(gap + 1, ofDays.length * 2));
            more.set(ofDays);
            ofDays = more;
          }
          ofDays[gap]!++;
          n++;
        }
        last = day;
      }
    }
    return n === 0 ? null : { days: medianOfCounts(ofDays, n), n };
  });
}

function medianOfCounts(counts: Uint32Array, n: number): number {
  const at = (rank: number): number => {
    let seen = 0;
    for (let value = 0; value < counts.length; value++) {
      seen += counts[value]!;
      if (seen > rank) return value;
    }
    return Number.NaN;
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}
