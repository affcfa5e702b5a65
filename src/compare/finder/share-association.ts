import type { Answer } from './findings';

/** |r| of having a value with being on one of two sides: the mean square contingency of a table of four cells. */
export function shareAssociation({ a, b }: Answer): number | null {
  if (a.hits === null || b.hits === null) return null;
  const hits = a.hits + b.hits;
  const spread = a.n * b.n * hits * (a.n + b.n - hits);
  return spread > 0 ? Math.abs(a.hits * (b.n - b.hits) - b.hits * (a.n - a.hits)) / Math.sqrt(spread) : 0;
}
