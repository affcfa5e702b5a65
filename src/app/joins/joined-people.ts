import type { PersonKeyRef } from '../../core/join-decision';
import type { JoinedOn } from '../../ingest/joins/match-report';
import type { CandidateView, JoinedPersonRow, JoinedPersonView } from '../../protocol/api/joins';
import { candidateViews, nodesOfRoots } from './candidates';
import type { JoinIndex } from './join-index';

const PARTS_SHOWN = 24;

/** People known to several exports, in the order they were first met. */
export function joinedPeople(
  index: JoinIndex,
  ask: {
    readonly query: string;
    readonly on: JoinedOn | null;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly total: number; readonly people: readonly JoinedPersonRow[] } {
  const { joined, matched } = index;
  const wanted = ask.query.trim() === '' ? null : peopleWith(index, ask.query.trim().toLowerCase());
  const page: number[] = [];
  let total = 0;
  for (let person = 0; person < joined.people; person++) {
    if (wanted !== null && !wanted.has(person)) continue;
    const on = matched.on(person);
    if (on.length === 0 || (ask.on !== null && !on.includes(ask.on))) continue;
    if (total >= ask.offset && page.length < ask.limit) page.push(person);
    total++;
  }
  const rootOf = new Map<number, number>();
  const wantedPeople = new Set(page);
  joined.personOfRoot.forEach((person, root) => {
    if (wantedPeople.has(person)) rootOf.set(person, root);
  });
  const nodesOf = nodesOfRoots(index, new Set(rootOf.values()));
  const views = candidateViews(
    index,
    page.map((person) => ({ nodes: nodesOf.get(rootOf.get(person) ?? -1) ?? [], keyOnly: false })),
  );
  return {
    total,
    people: page.flatMap((person, i): readonly JoinedPersonRow[] => {
      const view = views[i];
      return view == null
        ? []
        : [{ ref: view.ref, name: view.name, on: matched.on(person), sources: matched.sources(person) }];
    }),
  };
}

function peopleWith({ joined }: JoinIndex, query: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (let node = 0; node < joined.nodes.size; node++) {
    const person = joined.personOfRoot[joined.root[node]!]!;
    if (person !== -1 && joined.nodes.text(node).toLowerCase().includes(query)) found.add(person);
  }
  return found;
}

/** One person taken apart: rows by the key that says whose they are, and the keys that hold them together. */
export function joinedPerson(index: JoinIndex, key: PersonKeyRef): JoinedPersonView | null {
  const { joined, matched } = index;
  const asked = joined.nodes.nodeOf(key);
  const root = asked === -1 ? -1 : joined.root[asked]!;
  const person = root === -1 ? -1 : joined.personOfRoot[root]!;
  if (person === -1) return null;
  const nodes = nodesOfRoots(index, new Set([root])).get(root) ?? [];
  const parts = candidateViews(
    index,
    nodes.map((node) => ({ nodes: [node], keyOnly: false })),
  ).filter((part): part is CandidateView => part !== null);
  const [whole] = candidateViews(index, [{ nodes, keyOnly: false }]);
  if (whole == null) return null;
  return {
    ref: whole.ref,
    name: whole.name,
    on: matched.on(person),
    sources: matched.sources(person),
    parts: parts.slice(0, PARTS_SHOWN),
    partsTotal: parts.length,
    links: nodes.flatMap((node) => {
      const sources = matched.sourcesOfKey(node);
      const { key: kind, value } = joined.nodes.key(node);
      return sources.length > 1 ? [{ key: kind, value, sources }] : [];
    }),
  };
}
