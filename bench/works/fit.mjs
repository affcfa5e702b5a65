/** Student's t at 97.5 %, by degrees of freedom from 1 on. */
const T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306];

/**
 * How a time grows with rows: the exponent of a power through the points (least squares of the logarithms, with its 95 %
 * interval), the one between the last two points, and the line that comes nearest to each of them by its share.
 * @param {readonly { rows: number, ms: number }[]} points three or more
 */
export function growthOf(points) {
  const { slope, deviation, r2 } = leastSquares(
    points.map(({ rows, ms }) => ({ x: Math.log(rows), y: Math.log(ms), weight: 1 })),
  );
  const reach = T[points.length - 3] * deviation;
  const [before, last] = points.slice(-2);
  const line = leastSquares(points.map(({ rows, ms }) => ({ x: rows, y: ms, weight: 1 / ms ** 2 })));
  return {
    exponent: { value: slope, lo: slope - reach, hi: slope + reach },
    atTheEnd: Math.log(last.ms / before.ms) / Math.log(last.rows / before.rows),
    r2,
    line: { interceptMs: line.intercept, nsPerRow: line.slope * 1e6 },
  };
}

function leastSquares(points) {
  const sum = (of) => points.reduce((total, point) => total + point.weight * of(point), 0);
  const weight = sum(() => 1);
  const [mx, my] = [sum(({ x }) => x) / weight, sum(({ y }) => y) / weight];
  const sxx = sum(({ x }) => (x - mx) ** 2);
  const slope = sum(({ x, y }) => (x - mx) * (y - my)) / sxx;
  const intercept = my - slope * mx;
  const left = sum(({ x, y }) => (y - intercept - slope * x) ** 2);
  return {
    slope,
    intercept,
    deviation: Math.sqrt(left / (points.length - 2) / sxx),
    r2: 1 - left / sum(({ y }) => (y - my) ** 2),
  };
}
