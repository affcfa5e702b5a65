import type { PersonKeyRef } from '../../../../core/join-decision';
import type { CandidateView } from '../../../../protocol/engine-api';

/** Rows of somebody not known: in no group, so nothing is said of them. */
export const OWN = '';

/** People of one letter are one; null where that says nothing of any two. */
export function groupsOf(
  people: readonly Pick<CandidateView, 'ref'>[],
  letters: readonly string[],
): readonly (readonly PersonKeyRef[])[] | null {
  const groups = new Map<string, PersonKeyRef[]>();
  people.forEach(({ ref }, i) => {
    const letter = letters[i] ?? OWN;
    if (letter !== OWN) groups.set(letter, [...(groups.get(letter) ?? []), ref]);
  });
  const all = [...groups.values()];
  return all.flat().length > 1 ? all : null;
}
