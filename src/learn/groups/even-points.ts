/** Rows at even distances, `most` of them at most; row-major. */
export function evenPoints<Rows extends Float64Array | Uint8Array>(
  points: Rows,
  dimensions: number,
  most: number,
): Rows {
  const n = points.length / dimensions;
  if (n <= most) return points;
  const out = points.slice(0, most * dimensions) as Rows;
  for (let i = 0; i < most; i++) {
    const row = Math.floor((i * n) / most) * dimensions;
    out.set(points.subarray(row, row + dimensions), i * dimensions);
  }
  return out;
}
