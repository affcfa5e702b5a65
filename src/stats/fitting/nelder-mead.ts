export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  /** False where `most` evaluations did not suffice. */
  readonly settled: boolean;
}

/**
 * The lowest point near `start` by the downhill simplex (J. A. Nelder and R. Mead, Computer Journal 7, 1965), begun
 * anew from where it ended until that changes nothing, for a simplex can collapse on a slope. NaN counts as infinite.
 */
export function nelderMead(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-10, most = 5_000 } = {},
): Minimum {
  let best = descend(of, start, step, tolerance, most);
  for (let used = best.evaluations; used < most; ) {
    const again = descend(of, best.at, step, tolerance, most - used);
    used += again.evaluations;
    const gained = best.value - again.value;
    best = { ...(again.value <= best.value ? again : best), evaluations: used };
    if (gained <= tolerance * (Math.abs(best.value) + 1)) break;
  }
  return best;
}

function descend(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  step: number,
  tolerance: number,
  most: number,
): Minimum {
  const n = start.length;
  let evaluations = 0;
  const point = (at: readonly number[]) => {
    evaluations++;
    const value = of(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const simplex = [
    point(start),
    ...start.map((_, i) => point(start.map((v, j) => (i === j ? v + step : v)))),
  ];
  const [first] = simplex;
  if (first === undefined || n === 0) return { at: start, value: of(start), evaluations: 1, settled: true };
  for (;;) {
    simplex.sort((a, b) => a.value - b.value);
    const low = simplex[0] ?? first;
    const high = simplex[n] ?? first;
    const second = simplex[n - 1] ?? first;
    const flat = high.value - low.value <= tolerance * (Math.abs(low.value) + tolerance);
    const small = low.at.every((v, i) => simplex.every((p) => Math.abs((p.at[i] ?? 0) - v) <= 1e-5));
    if ((flat && small) || evaluations >= most)
      return { at: low.at, value: low.value, evaluations, settled: evaluations < most };

    const centre = low.at.map((_, i) => simplex.slice(0, n).reduce((sum, p) => sum + (p.at[i] ?? 0), 0) / n);
    const along = (by: number) => point(centre.map((c, i) => c + by * (c - (high.at[i] ?? 0))));
    const reflected = along(1);
    if (reflected.value < low.value) {
      const further = along(2);
      simplex[n] = further.value < reflected.value ? further : reflected;
    } else if (reflected.value < second.value) simplex[n] = reflected;
    else {
      const nearer = reflected.value < high.value ? along(0.5) : along(-0.5);
      if (nearer.value < Math.min(high.value, reflected.value)) simplex[n] = nearer;
      else
        for (let k = 1; k <= n; k++)
          simplex[k] = point(low.at.map((v, i) => v + ((simplex[k]?.at[i] ?? v) - v) / 2));
    }
  }
}
