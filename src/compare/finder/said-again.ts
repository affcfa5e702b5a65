import { correlation } from '../../stats/groups/correlation';
import type { Candidate } from './candidate';
import { COPY } from './findings';

/** As many people as it takes to know an r of 0.9 from one of 0.89. */
const LOOKED_AT = 20_000;
/** Of those asked one thing, this part must have been asked the other too. */
const OVERLAP = 0.8;

/**
 * Weaker answers that say what a stronger one does (|r| ≥ 0.9), by the stronger one; strongest first is expected. Yields
 * between two of them.
 */
export function* saidAgain(
  candidates: readonly Candidate[],
): Generator<undefined, ReadonlyMap<Candidate, readonly Candidate[]>> {
  const said = new Map<Candidate, Candidate[]>();
  const kept: { readonly candidate: Candidate; readonly values: Float64Array; readonly n: number }[] = [];
  for (const candidate of candidates) {
    const { kind, values: all } = candidate.trait();
    // Only those looked at are held on to, side by side.
    const values = everyNth(all, Math.max(1, Math.floor(all.length / LOOKED_AT)));
    const { n } = correlation(values, values);
    // A ratio is of sums, and has no value of each person; report rows have none at all.
    const same =
      kind === 'ratio' || n === 0
        ? undefined
        : kept.find((other) => {
            const found = correlation(other.values, values);
            return Math.abs(found.r) >= COPY && found.n >= OVERLAP * Math.max(n, other.n);
          });
    if (same === undefined) {
      said.set(candidate, []);
      if (kind !== 'ratio') kept.push({ candidate, values, n });
    } else said.get(same.candidate)?.push(candidate);
    yield;
  }
  return said;
}

function everyNth(values: Float64Array, step: number): Float64Array {
  if (step === 1) return values;
  const out = new Float64Array(Math.ceil(values.length / step));
  for (let i = 0; i < out.length; i++) out[i] = values[i * step]!;
  return out;
}
