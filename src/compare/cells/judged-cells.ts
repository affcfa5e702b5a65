import type { MetricInfo } from '../../metrics/metric-info';
import { benjaminiHochberg } from '../../stats/many-tests/benjamini-hochberg';
import type { Cell, Verdict } from '../comparison';
import type { Measured } from '../measure/measured';
import { differenceOf, methodOf } from './difference';

/** One cell before the table as a whole has been judged. */
export interface UnjudgedCell {
  readonly whole: Measured;
  /** Null where there is nobody to compare with. */
  readonly base: Measured | null;
  /** The segment without those it shares with the base; null where they share nobody. */
  readonly exclusive: Measured | null;
}

/** A difference is worth seeing from this part of the base's value on. */
export const NOTICEABLE = 0.2;
const ALPHA = 0.05;

/**
 * Cells with their verdicts: q over every test of the table together.
 * Not significant, it is `no-difference` where a difference of a fifth of the base's value would have been seen
 * (80 % power), and `not-enough` where it would not.
 */
export function judgedCells(
  metrics: readonly MetricInfo[],
  rows: readonly (readonly UnjudgedCell[])[],
): readonly (readonly Cell[])[] {
  const drafts = rows.map((row) => row.map(draftOf));
  const tested = drafts.flat().flatMap((draft) => (draft.p === null ? [] : [draft.p]));
  const corrected = benjaminiHochberg(tested);
  let next = 0;
  return drafts.map((row) =>
    row.map((draft, m): Cell => {
      if (draft.whole.state === 'none') return draft.whole;
      const q = draft.p === null ? null : (corrected[next++] ?? null);
      const { whole, base, exclusive, difference } = draft;
      return {
        state: 'value',
        value: whole.value,
        n: whole.n,
        nOf: whole.nOf,
        numerator: whole.numerator,
        denominator: whole.denominator,
        interval: whole.interval,
        base: base === null ? null : { value: base.value, n: base.n },
        ...(exclusive === null || difference === null
          ? {}
          : { exclusive: { value: exclusive.value, n: exclusive.n } }),
        difference: difference === null ? null : { value: difference.value, interval: difference.interval },
        p: draft.p,
        q,
        verdict: verdictOf(metrics[m]?.direction ?? 'neither', draft, q),
        smallestDetectable: difference?.smallestDetectable ?? null,
        method: difference?.method ?? methodOf(whole.basis),
        leftOut: whole.leftOut,
      };
    }),
  );
}

type Draft = ReturnType<typeof draftOf>;

function draftOf({ whole, base, exclusive }: UnjudgedCell) {
  const against = base?.state === 'value' ? base : null;
  const of = exclusive ?? whole;
  const difference = of.state === 'value' && against !== null ? differenceOf(of, against) : null;
  return {
    whole,
    base: against,
    exclusive: exclusive?.state === 'value' ? exclusive : null,
    difference,
    p: whole.state === 'value' ? (difference?.p ?? null) : null,
  };
}

function verdictOf(direction: MetricInfo['direction'], draft: Draft, q: number | null): Verdict {
  const { difference, base } = draft;
  if (difference === null || base === null) return 'not-tested';
  if (q === null) return 'not-enough';
  if (q < ALPHA) {
    if (direction === 'neither') return 'different';
    return difference.value > 0 === (direction === 'more') ? 'better' : 'worse';
  }
  const { smallestDetectable } = difference;
  const seen = smallestDetectable !== null && smallestDetectable <= NOTICEABLE * Math.abs(base.value);
  return seen ? 'no-difference' : 'not-enough';
}
