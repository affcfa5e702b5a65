/** Euclidean distances between all rows, n × n; `points` is row-major. */
export function distances(points: Float64Array, dimensions: number): Float32Array {
  const d = dimensions;
  const n = points.length / d;
  const out = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let square = 0;
      for (let t = 0; t < d; t++) {
        const off = points[i * d + t]! - points[j * d + t]!;
        square += off * off;
      }
      const distance = Math.sqrt(square);
      out[i * n + j] = distance;
      out[j * n + i] = distance;
    }
  }
  return out;
}
