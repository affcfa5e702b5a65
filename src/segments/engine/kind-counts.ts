import { memo } from './memo';
import { rowRanges } from './row-ranges';
import type { Scope } from './scope';

export interface KindCounts {
  /** Kinds in the dictionary, and one for none stated, which comes first. */
  readonly kinds: number;
  /** Person p's events of kind code c up to the as-of, at `p * kinds + c + 1`. */
  readonly counts: Uint32Array;
}

/** One pass over events for all that asks who has ever done something of a kind. */
export function kindCounts(scope: Scope): KindCounts {
  return memo(scope.dataset, `kind counts ${scope.asOf}`, () => {
    const { from, to } = rowRanges(scope, 'events', { kind: 'lifetime' });
    const { codes, dictionary } = scope.dataset.events.kind;
    const kinds = dictionary.length + 1;
    const counts = new Uint32Array(to.length * kinds);
    for (let p = 0; p < to.length; p++) {
      const own = p * kinds + 1;
      for (let row = from[p]!; row < to[p]!; row++) counts[own + codes[row]!]!++;
    }
    return { kinds, counts };
  });
}
