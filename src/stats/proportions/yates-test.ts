import { chiSquare } from '../distributions/chi-square';

/**
 * p of two proportions being one, chi-square brought half a case nearer to none: F. Yates (1934), Suppl. J. R. Stat. Soc.
 * 1:217. It keeps close to Fisher's exact test, which holds for any labels dealt at random, at a fraction of its work.
 */
export function yatesTest(x1: number, n1: number, x2: number, n2: number): number {
  const n = n1 + n2;
  const hits = x1 + x2;
  const spread = n1 * n2 * hits * (n - hits);
  if (!(spread > 0)) return 1;
  const away = Math.max(0, Math.abs(x1 * n2 - x2 * n1) - n / 2);
  return chiSquare.upperTail(((away * away) / spread) * n, 1);
}
