/** ψ(x), the derivative of ln Γ, for x > 0; NaN elsewhere. Asymptotic from 10 up (DLMF 5.11.2), below by ψ(x + 1) = ψ(x) + 1/x. */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shift = 0;
  let at = x;
  while (at < 10) shift -= 1 / at++;
  const inv = 1 / (at * at);
  const series =
    inv *
    (1 / 12 - inv * (1 / 120 - inv * (1 / 252 - inv * (1 / 240 - inv * (1 / 132 - (inv * 691) / 32_760)))));
  return shift + Math.log(at) - 1 / (2 * at) - series;
}
