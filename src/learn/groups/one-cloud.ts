/**
 * Points of one normal cloud with the covariance of the given ones: what they would look like if there were no groups
 * (Y. Liu et al., SigClust, JASA 103, 2008). Row-major, as many as given.
 */
export function oneCloud(points: Float64Array, dimensions: number, random: () => number): Float64Array {
  const d = dimensions;
  const n = points.length / d;
  const root = choleskyOf(covariance(points, d, n), d);
  const out = new Float64Array(n * d);
  const draw = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    for (let t = 0; t < d; t++) draw[t] = normal(random);
    for (let t = 0; t < d; t++) {
      let sum = 0;
      for (let u = 0; u <= t; u++) sum += root[t * d + u]! * draw[u]!;
      out[i * d + t] = sum;
    }
  }
  return out;
}

function covariance(points: Float64Array, d: number, n: number): Float64Array {
  const means = new Float64Array(d);
  for (let i = 0; i < n; i++) for (let t = 0; t < d; t++) means[t]! += points[i * d + t]! / n;
  const out = new Float64Array(d * d);
  for (let i = 0; i < n; i++)
    for (let t = 0; t < d; t++)
      for (let u = 0; u <= t; u++)
        out[t * d + u]! += ((points[i * d + t]! - means[t]!) * (points[i * d + u]! - means[u]!)) / n;
  return out;
}

/** Lower triangle L with L Lᵀ the given one; a direction nothing varies in stays 0. */
function choleskyOf(lower: Float64Array, d: number): Float64Array {
  const out = new Float64Array(d * d);
  for (let t = 0; t < d; t++)
    for (let u = 0; u <= t; u++) {
      let sum = lower[t * d + u]!;
      for (let v = 0; v < u; v++) sum -= out[t * d + v]! * out[u * d + v]!;
      if (t === u) out[t * d + u] = Math.sqrt(Math.max(0, sum));
      else out[t * d + u] = out[u * d + u]! > 1e-9 ? sum / out[u * d + u]! : 0;
    }
  return out;
}

/** By G. E. P. Box and M. E. Muller, 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
