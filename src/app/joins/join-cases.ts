import { keyName, type PersonKeyRef } from '../../core/join-decision';
import type { JoinCase } from '../../ingest/joins/join-people';
import { caseReason } from '../../ingest/joins/match-report';
import type { CandidateView, JoinCaseView } from '../../protocol/api/joins';
import { type Candidate, candidateViews, nodesOfRoots } from './candidates';
import type { JoinIndex } from './join-index';

const PEOPLE_SHOWN = 12;

/** The cases in a settled order: by the name of their first key, so that a page stays where it is. */
export function joinCases(
  index: JoinIndex,
  {
    state,
    offset,
    limit,
  }: { readonly state: 'open' | 'settled'; readonly offset: number; readonly limit: number },
): { readonly total: number; readonly cases: readonly JoinCaseView[] } {
  const { joined } = index;
  const wanted = joined.cases
    .filter(({ clash }) => (clash === 'ids') === (state === 'open'))
    .map((found) => ({ found, id: caseId(index, found) }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const page = wanted.slice(offset, offset + limit);

  const roots = new Set(
    page.flatMap(({ found }) => [...found.people, ...found.keys].map((n) => joined.root[n]!)),
  );
  const nodesOf = nodesOfRoots(index, roots);
  const asked: { readonly of: number; readonly candidate: Candidate }[] = [];
  page.forEach(({ found }, of) => {
    const people = found.people.slice(0, PEOPLE_SHOWN).map((node) => joined.root[node]!);
    const bare = [...new Set(found.keys.map((node) => joined.root[node]!))].filter(
      (r) => !people.includes(r),
    );
    for (const root of people)
      asked.push({ of, candidate: { nodes: nodesOf.get(root) ?? [], keyOnly: false } });
    for (const root of bare) asked.push({ of, candidate: { nodes: nodesOf.get(root) ?? [], keyOnly: true } });
  });
  const views = candidateViews(
    index,
    asked.map(({ candidate }) => candidate),
  );
  return {
    total: wanted.length,
    cases: page.map(
      ({ found, id }, of): JoinCaseView => ({
        id,
        reason: caseReason(joined, found),
        keys: found.keys.slice(0, PEOPLE_SHOWN).map((node) => joined.nodes.key(node)),
        people: asked.flatMap((a, i): readonly CandidateView[] =>
          a.of === of ? [views[i] ?? []].flat() : [],
        ),
        peopleTotal: found.people.length,
      }),
    ),
  };
}

/** Named by its keys, as decisions are. */
function caseId({ joined }: JoinIndex, { keys }: JoinCase): string {
  return keys
    .map((node) => keyName(joined.nodes.key(node) as PersonKeyRef))
    .sort()
    .slice(0, 3)
    .join('\u0001');
}
