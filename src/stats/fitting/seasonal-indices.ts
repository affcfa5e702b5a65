/**
 * How high each part of a cycle (12 months, 7 days) usually stands against the trend, 1 being as high: each value over
 * the centred moving average of a whole cycle, averaged over cycles, their mean brought to 1. Classical multiplicative
 * decomposition: M. G. Kendall and A. Stuart (1983), as R's decompose. `values` follow one another without gaps, the
 * first being part 0. Null without every part of the cycle inside two of them, or where the average is not above nought.
 */
export function seasonalIndices(values: ArrayLike<number>, cycle: number): number[] | null {
  const half = Math.floor(cycle / 2);
  const sums = new Float64Array(cycle);
  const counts = new Float64Array(cycle);
  for (let i = half; i < values.length - half; i++) {
    let sum = 0;
    for (let j = i - half; j <= i + half; j++) sum += values[j]!;
    // An even cycle reaches half into the parts at both ends.
    if (cycle % 2 === 0) sum -= 0.5 * (values[i - half]! + values[i + half]!);
    if (!(sum > 0)) return null;
    sums[i % cycle]! += (values[i]! * cycle) / sum;
    counts[i % cycle]!++;
  }
  if (cycle < 2 || counts.some((count) => count === 0)) return null;
  const means = Array.from(sums, (sum, part) => sum / counts[part]!);
  const mean = means.reduce((a, b) => a + b, 0) / cycle;
  return mean > 0 ? means.map((index) => index / mean) : null;
}
