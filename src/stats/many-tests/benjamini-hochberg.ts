/**
 * p values corrected for having asked all the questions at once: among those with q < 0.05, at most 5 % are expected
 * to be chance. Y. Benjamini and Y. Hochberg (1995), J. R. Stat. Soc. B 57:289. Same order as given.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[b] as number) - (p[a] as number));
  const q = new Array<number>(p.length);
  let least = 1;
  order.forEach((index, at) => {
    least = Math.min(least, ((p[index] as number) * p.length) / (p.length - at));
    q[index] = least;
  });
  return q;
}
