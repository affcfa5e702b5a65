/**
 * p values corrected so that the chance of even one false find among all questions stays under 5 %, whatever depends
 * on what. S. Holm (1979), Scand. J. Stat. 6:65. Same order as given.
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[a] as number) - (p[b] as number));
  const corrected = new Array<number>(p.length);
  let most = 0;
  order.forEach((index, at) => {
    most = Math.max(most, Math.min(1, (p[index] as number) * (p.length - at)));
    corrected[index] = most;
  });
  return corrected;
}
