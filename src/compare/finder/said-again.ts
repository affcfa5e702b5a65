import { correlation } from '../../stats/correlation';
import type { Candidate } from './candidate';
import { COPY } from './findings';

/** As many people as it takes to know an r of 0.9 from one of 0.89. */
const LOOKED_AT = 20_000;
/** Of those asked one thing, this part must have been asked the other too. */
const OVERLAP = 0.8;

/** Weaker answers that say what a stronger one does (|r| ≥ 0.9), by the stronger one; strongest first is expected. */
export function saidAgain(candidates: readonly Candidate[]): ReadonlyMap<Candidate, readonly Candidate[]> {
  const said = new Map<Candidate, Candidate[]>();
  const kept: { readonly candidate: Candidate; readonly values: Float64Array; readonly n: number }[] = [];
  for (const candidate of candidates) {
    const trait = candidate.trait();
    const step = Math.max(1, Math.floor(trait.values.length / LOOKED_AT));
    const { n } = correlation(trait.values, trait.values, step);
    // A ratio is of sums, and has no value of each person; report rows have none at all.
    const same =
      trait.kind === 'ratio' || n === 0
        ? undefined
        : kept.find((other) => {
            const found = correlation(other.values, trait.values, step);
            return Math.abs(found.r) >= COPY && found.n >= OVERLAP * Math.max(n, other.n);
          });
    if (same === undefined) {
      said.set(candidate, []);
      if (trait.kind !== 'ratio') kept.push({ candidate, values: trait.values, n });
    } else said.get(same.candidate)?.push(candidate);
  }
  return said;
}
