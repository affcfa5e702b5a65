import { quantile } from '../percentile-scores';

const STEPS = 40;

/** Bounds people can read, spread as the values are: whole where they are counted, two significant figures else. */
export function niceCuts(sorted: Float64Array, isWhole: boolean): Float64Array {
  const cuts = new Set<number>();
  for (let step = 1; step < STEPS; step++) {
    const value = twoFigures(quantile(sorted, step / STEPS));
    cuts.add(isWhole ? Math.round(value) : value);
  }
  return Float64Array.from(cuts).sort();
}

function twoFigures(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(2));
}
