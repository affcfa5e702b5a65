import type { Minimum } from './nelder-mead';

export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

/**
 * The lowest point near `start` by the BFGS method (J. Nocedal and S. Wright, Numerical Optimization, 2006, 6.1), steps
 * halved until they go down enough. Settled where no part of the gradient is above `tolerance` of the value. NaN counts
 * as infinite, and an infinite point is stepped back from.
 */
export function quasiNewton(
  of: (at: readonly number[]) => Slope,
  start: readonly number[],
  { tolerance = 1e-9, most = 200 } = {},
): Minimum {
  const n = start.length;
  let evaluations = 1;
  let at = [...start];
  let here = of(at);
  let inverse = identity(n);
  let fresh = true;
  const flat = ({ value, gradient }: Slope, within = tolerance) =>
    gradient.every((g) => Math.abs(g) <= within * (Math.abs(value) + 1));
  while (!flat(here) && evaluations < most) {
    const { value, gradient } = here;
    let way = inverse.map((row) => -dot(row, gradient));
    if (!(dot(way, gradient) < 0)) {
      inverse = identity(n);
      fresh = true;
      way = gradient.map((g) => -g);
    }
    // A first step by the bare gradient says nothing of how far.
    const length = Math.hypot(...way);
    let step = fresh ? Math.min(1, 1 / length) : 1;
    const down = dot(way, gradient);
    let next = at;
    let there = here;
    for (; step > 1e-12 && evaluations < most; step /= 2) {
      next = at.map((v, i) => v + step * (way[i] ?? 0));
      there = of(next);
      evaluations++;
      if (there.value <= value + 1e-4 * step * down) break;
    }
    if (!(there.value < value)) {
      if (fresh) break;
      inverse = identity(n);
      fresh = true;
      continue;
    }
    const moved = next.map((v, i) => v - (at[i] ?? 0));
    const turned = there.gradient.map((g, i) => g - (gradient[i] ?? 0));
    const curve = dot(moved, turned);
    if (curve > 0) {
      if (fresh) inverse = identity(n).map((row) => row.map((v) => (v * curve) / dot(turned, turned)));
      inverse = updated(inverse, moved, turned, curve);
      fresh = false;
    }
    at = next;
    here = there;
  }
  // Rounding stops the last steps on a long ridge.
  return { at, value: here.value, evaluations, settled: flat(here, 100 * tolerance) };
}

function updated(
  inverse: readonly (readonly number[])[],
  moved: readonly number[],
  turned: readonly number[],
  curve: number,
): number[][] {
  const along = inverse.map((row) => dot(row, turned));
  const scale = (curve + dot(turned, along)) / (curve * curve);
  return inverse.map((row, i) =>
    row.map((v, j) => {
      const [mi, mj] = [moved[i] ?? 0, moved[j] ?? 0];
      return v + scale * mi * mj - ((along[i] ?? 0) * mj + mi * (along[j] ?? 0)) / curve;
    }),
  );
}

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
