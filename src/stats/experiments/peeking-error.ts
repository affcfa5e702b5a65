import { normal } from '../distributions/normal';
import { Z95 } from '../proportions/wilson-interval';

/**
 * How often a test at 5 % finds a difference where there is none, when looked at `looks` times after equal numbers of
 * people and stopped at the first find. P. Armitage, C. K. McPherson and B. C. Rowe (1969), J. R. Stat. Soc. A 132:235:
 * the density of sums not yet stopped, carried from look to look by Simpson's rule.
 */
export function peekingError(looks: number): number {
  const points = 400;
  let limit = Z95;
  let grid = nodes(limit, points);
  let density = grid.map((x) => normal.density(x));
  for (let look = 2; look <= looks; look++) {
    const step = (2 * limit) / points;
    const next = Z95 * Math.sqrt(look);
    const to = nodes(next, points);
    density = to.map((y) => {
      let sum = 0;
      for (let i = 0; i <= points; i++)
        sum += simpson(i, points) * density[i]! * normal.density(y - grid[i]!);
      return (sum * step) / 3;
    });
    grid = to;
    limit = next;
  }
  const step = (2 * limit) / points;
  const going = density.reduce((sum, f, i) => sum + simpson(i, points) * f, 0) * (step / 3);
  return 1 - going;
}

function nodes(limit: number, points: number): Float64Array {
  return Float64Array.from({ length: points + 1 }, (_, i) => limit * ((2 * i) / points - 1));
}

function simpson(i: number, points: number): number {
  return i === 0 || i === points ? 1 : i % 2 === 1 ? 4 : 2;
}
