/**
 * Starting centres far from one another: each next one is a point drawn with chance proportional to its squared distance
 * from the nearest already drawn (D. Arthur, S. Vassilvitskii, k-means++, SODA 2007). Row-major, `k` × `dimensions`; fewer
 * rows where the points have fewer different places.
 */
export function spreadStarts(
  points: Float64Array,
  dimensions: number,
  k: number,
  random: () => number,
): Float64Array {
  const d = dimensions;
  const n = points.length / d;
  const starts = new Float64Array(k * d);
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let next = Math.floor(random() * n);
  let drawn = 0;
  while (drawn < k && n > 0) {
    starts.set(points.subarray(next * d, next * d + d), drawn * d);
    let total = 0;
    for (let i = 0; i < n; i++) {
      let square = 0;
      for (let j = 0; j < d; j++) {
        const off = points[i * d + j]! - starts[drawn * d + j]!;
        square += off * off;
      }
      if (square < nearest[i]!) nearest[i] = square;
      total += nearest[i]!;
    }
    drawn++;
    if (!(total > 0)) break;
    let left = random() * total;
    next = 0;
    for (let i = 0; i < n; i++) {
      if (nearest[i] === 0) continue;
      next = i;
      left -= nearest[i]!;
      if (left < 0) break;
    }
  }
  return starts.slice(0, drawn * d);
}
