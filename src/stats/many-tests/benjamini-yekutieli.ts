import { benjaminiHochberg } from './benjamini-hochberg';

/**
 * As Benjamini–Hochberg, but holding whatever depends on what, at the price of a factor of about ln n.
 * Y. Benjamini and D. Yekutieli (2001), Ann. Stat. 29:1165. Same order as given.
 */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  const harmonic = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  return benjaminiHochberg(p.map((value) => value * harmonic));
}
