import type { Cell, Comparison } from '../../compare/comparison';
import { FALSE_DISCOVERIES } from '../../compare/finder/findings';
import type { Standout } from '../../protocol/api/beside';
import { cohensH } from '../../stats/proportions/cohens-h';
import { Z95 } from '../../stats/proportions/wilson-interval';

const MOST = 8;

/** Rates that differ beyond chance from those of the other rows, the surest of a big difference first. */
export function standoutsOf({ cells }: Comparison): readonly Standout[] {
  const found = cells.flatMap((of, segment) =>
    of.flatMap((cell, metric): Standout[] => {
      const effect = effectOf(cell);
      return effect === null ? [] : [{ segment, metric, effect }];
    }),
  );
  return found.sort((a, b) => nearest(b) - nearest(a)).slice(0, MOST);
}

function effectOf(cell: Cell): Standout['effect'] | null {
  if (cell.state !== 'value' || cell.base === null || cell.q === null || cell.q >= FALSE_DISCOVERIES)
    return null;
  // Of the tests made over rows of a report, only rates have one: see `differenceOf`.
  const value = cohensH(cell.value, cell.base.value);
  const reach = Z95 * Math.sqrt(1 / cell.n + 1 / cell.base.n);
  return { value, lo: value - reach, hi: value + reach };
}

const nearest = ({ effect: { lo, hi } }: Standout): number => Math.max(lo, -hi, 0);
