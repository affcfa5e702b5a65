/**
 * Moves each centre to the mean of its points and adds the way it went to its `drift`; answers the longest way.
 * `centres` and `sums` are row-major; a centre without points stays.
 */
export function shiftCentres(
  centres: Float64Array,
  sums: Float64Array,
  sizes: Uint32Array,
  dimensions: number,
  drift: Float64Array,
): number {
  let longest = 0;
  for (let c = 0; c < sizes.length; c++) {
    const size = sizes[c]!;
    if (size === 0) continue;
    let square = 0;
    for (let j = 0, at = c * dimensions; j < dimensions; j++, at++) {
      const mean = sums[at]! / size;
      const off = mean - centres[at]!;
      square += off * off;
      centres[at] = mean;
    }
    const way = Math.sqrt(square);
    drift[c]! += way;
    if (way > longest) longest = way;
  }
  return longest;
}
