import { seededRandom } from '../../core/seeded-random';
import type { Bootstrap } from './bootstrap';

/** P(Poisson(1) ≤ k). */
const CUMULATIVE: readonly number[] = (() => {
  const out: number[] = [];
  let sum = 0;
  for (let k = 0, mass = Math.exp(-1); k < 12; k++, mass /= k) {
    sum += mass;
    out.push(sum);
  }
  return out;
})();

/**
 * Totals of several columns over people, when the people come again as often as chance has it: each with a weight of
 * Poisson(1), so that how many there are varies too, as it does in a total. J. A. Hanley and B. MacGibbon (2006),
 * Comput. Methods Programs Biomed. 83:57. Replicates of all columns belong together, in the order drawn; sort before
 * taking intervals. The same seed draws the same weights.
 */
export function poissonTotals(of: {
  readonly columns: readonly Float64Array[];
  readonly replicates: number;
  readonly seed: number;
}): readonly Float64Array[] {
  const { columns, replicates } = of;
  const people = columns[0]?.length ?? 0;
  const random = seededRandom(of.seed);
  const drawn = columns.map(() => new Float64Array(replicates));
  for (let r = 0; r < replicates; r++) {
    for (let i = 0; i < people; i++) {
      const u = random();
      let weight = 0;
      while (weight < CUMULATIVE.length && u > CUMULATIVE[weight]!) weight++;
      if (weight === 0) continue;
      for (let c = 0; c < columns.length; c++) drawn[c]![r]! += weight * columns[c]![i]!;
    }
  }
  return drawn;
}

/** One column's replicates as `bcaInterval` takes them. */
export function bootstrapOfTotal(column: Float64Array, drawn: Float64Array): Bootstrap {
  let [value, squares, cubes] = [0, 0, 0];
  for (const x of column) {
    value += x;
    squares += x * x;
    cubes += x * x * x;
  }
  return {
    value,
    replicates: drawn.slice().sort(),
    standardError: Math.sqrt(squares),
    // A person's influence on a total is what they add to it.
    acceleration: squares > 0 ? cubes / (6 * squares ** 1.5) : 0,
  };
}
