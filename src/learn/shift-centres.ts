/**
 * Moves each centre to the mean of its points and says how far it went. `centres` and `sums` are row-major; a centre
 * without points stays.
 */
export function shiftCentres(
  centres: Float64Array,
  sums: Float64Array,
  sizes: Uint32Array,
  dimensions: number,
  ways: Float64Array,
): void {
  for (let c = 0; c < sizes.length; c++) {
    const size = sizes[c]!;
    let square = 0;
    for (let j = 0, at = c * dimensions; size > 0 && j < dimensions; j++, at++) {
      const mean = sums[at]! / size;
      const off = mean - centres[at]!;
      square += off * off;
      centres[at] = mean;
    }
    ways[c] = Math.sqrt(square);
  }
}
