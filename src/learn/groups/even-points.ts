/** Rows at even distances, `most` of them at most; row-major. */
export function evenPoints(points: Float64Array, dimensions: number, most: number): Float64Array {
  const n = points.length / dimensions;
  if (n <= most) return points;
  const out = new Float64Array(most * dimensions);
  for (let i = 0; i < most; i++) {
    const row = Math.floor((i * n) / most) * dimensions;
    out.set(points.subarray(row, row + dimensions), i * dimensions);
  }
  return out;
}
