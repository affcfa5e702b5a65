/**
 * How well points sit in their groups, −1 to 1: the mean over points of (b − a) ÷ max(a, b), a the mean distance to the
 * others of their own group and b that to the nearest other group; 0 of who is alone in a group (P. J. Rousseeuw,
 * Silhouettes, J. Comput. Appl. Math. 20, 1987). `between` is n × n, `of` says each point's group out of `groups`.
 * 0 where there are fewer than two groups.
 */
export function silhouette(between: Float32Array, of: Int32Array, groups: number): number {
  const n = of.length;
  const sizes = new Uint32Array(groups);
  for (let i = 0; i < n; i++) sizes[of[i]!]!++;
  if (sizes.filter((size) => size > 0).length < 2) return 0;
  const sums = new Float64Array(groups);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const own = of[i]!;
    if (sizes[own] === 1) continue;
    sums.fill(0);
    for (let j = 0; j < n; j++) sums[of[j]!]! += between[i * n + j]!;
    const a = sums[own]! / (sizes[own]! - 1);
    let b = Number.POSITIVE_INFINITY;
    for (let g = 0; g < groups; g++) if (g !== own && sizes[g]! > 0) b = Math.min(b, sums[g]! / sizes[g]!);
    const most = Math.max(a, b);
    if (most > 0) total += (b - a) / most;
  }
  return total / n;
}
