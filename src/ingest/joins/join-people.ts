import { NULL_CODE } from '../../core/column';
import type { JoinDecision, PersonKeyRef } from '../../core/join-decision';
import { type KeyNodes, keyNodes } from './key-nodes';
import { JOIN_KEYS, type KeyedRows } from './keyed-rows';
import { type Clash, PeopleUnion } from './people-union';

export interface JoinedPeople {
  readonly people: number;
  /** For each of the sources, the person of each row; -1 where it belongs to nobody known. */
  readonly personOf: readonly Int32Array[];
  /** People known by rows of more than one series of captures. */
  readonly joined: number;
  /** Cases that wait to be settled. */
  readonly ambiguous: number;
  readonly cases: readonly JoinCase[];
  readonly nodes: KeyNodes;
  /** Series of each of the sources, and after them of the rows that tell who bought an order. */
  readonly series: readonly string[];
  /** By key: one number for all keys of a person. */
  readonly root: Int32Array;
  /** By root: the person; -1 where no row is theirs. */
  readonly personOfRoot: Int32Array;
  /** For each of the sources, the surest key of each row, as a node; -1 where it has none. */
  readonly surest: readonly Int32Array[];
  /** Ids of decisions that say the opposite of a later one, and so do nothing. */
  readonly overruled: ReadonlySet<string>;
}

/** Keys that would have made one person out of several; they joined nobody. */
export interface JoinCase {
  /** One key; or several of one kind that would do so only together, a chain. */
  readonly keys: readonly number[];
  /** A key of each of the people they would have fused. */
  readonly people: readonly number[];
  readonly clash: Clash;
  /** Only their addresses tell them apart: a phone of two e-mails. */
  readonly byEmail: boolean;
}

export interface JoinOptions {
  /** Oldest first. */
  readonly decisions?: readonly JoinDecision[];
  /** Rows that tell who bought an order known to several exports. They join people and are nobody themselves. */
  readonly orders?: readonly KeyedRows[];
}

/**
 * Joins rows into people, kind of key by kind of key from the surest to the weakest; a row's surest key says whose it
 * is, its other keys that they are that person's too. A key joins the people it was seen with only if it can join
 * them all, and keys that can one by one but not all together join none of them. So no chain of keys fuses two ids,
 * and the order of import does not decide who is whose. What was settled by hand goes before all of it.
 */
export function joinPeople(sources: readonly KeyedRows[], options: JoinOptions = {}): JoinedPeople {
  const { decisions = [], orders = [] } = options;
  const shared = decisions.flatMap((d) => (d.kind === 'shared' ? [d.key] : []));
  const named = decisions.flatMap((d): readonly PersonKeyRef[] =>
    d.kind === 'people' ? d.groups.flat() : [d.key],
  );
  const nodes = keyNodes([...sources, ...orders], named, shared);
  const union = new PeopleUnion(nodes);
  const overruled = applyDecisions(decisions, nodes, union);

  const surest = sources.map((source) => new Int32Array(source.rows).fill(-1));
  const ofOrders = orders.map((source) => new Int32Array(source.rows).fill(-1));
  const refused: JoinCase[] = [];
  for (let kind = 0; kind < JOIN_KEYS.length; kind++) {
    const orderId = JOIN_KEYS[kind] === 'orderId';
    const seen = orderId ? null : seenWith(kind, sources, 0, surest, nodes, union);
    const told = seenWith(kind, orders, sources.length, ofOrders, nodes, union);
    const together = orderId ? told : seen;
    if (together !== null) refused.push(...joinKind(kind, together, nodes, union));
  }
  // What a weaker kind has joined since is no question any more.
  const cases = refused.flatMap((found): readonly JoinCase[] => {
    const people = [...new Set(found.people.map((node) => union.find(node)))];
    return people.length > 1 ? [{ ...found, people }] : [];
  });
  return {
    ...numberPeople(sources, surest, nodes, union),
    ambiguous: cases.reduce((sum, { clash }) => sum + (clash === 'ids' ? 1 : 0), 0),
    cases,
    nodes,
    series: [...sources, ...orders].map((source) => source.series),
    surest,
    overruled,
  };
}

/** The latest first, so that what contradicts it finds it there. */
function applyDecisions(
  decisions: readonly JoinDecision[],
  nodes: KeyNodes,
  union: PeopleUnion,
): ReadonlySet<string> {
  const overruled = new Set<string>();
  for (let d = decisions.length - 1; d >= 0; d--) {
    const decision = decisions[d] as JoinDecision;
    if (decision.kind !== 'people') continue;
    const groups = decision.groups.map((group) => [
      ...new Set(group.map((ref) => union.find(nodes.nodeOf(ref)))),
    ]);
    const all = groups.flat();
    const twice = new Set(all).size < all.length;
    if (twice || groups.some((roots) => union.saidApart(roots))) {
      overruled.add(decision.id);
      continue;
    }
    for (const roots of groups) union.merge(roots);
    if (groups.length > 1) {
      const people = groups.flatMap(([root]) => (root === undefined ? [] : [union.find(root)]));
      union.keepApart(people, d);
    }
  }
  return overruled;
}

/** By key of the kind: people (roots as they stood then) it shares a row with, -1 for none; rarely more than two. */
interface SeenWith {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly more: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Who each key of this kind shares rows with, by the rows' surer keys; rows without any now have this for theirs. */
function seenWith(
  kind: number,
  sources: readonly KeyedRows[],
  offset: number,
  surest: readonly Int32Array[],
  nodes: KeyNodes,
  union: PeopleUnion,
): SeenWith {
  const from = nodes.ends[kind - 1] ?? 0;
  const first = new Int32Array((nodes.ends[kind] ?? 0) - from).fill(-1);
  const second = first.slice();
  const more = new Map<number, Set<number>>();
  const key = JOIN_KEYS[kind]!;
  sources.forEach((source, s) => {
    const ofCode = nodes.ofCode[kind]?.[s + offset];
    const codes = source.keys.get(key)?.codes;
    if (ofCode == null || codes === undefined) return;
    const known = surest[s] as Int32Array;
    // The same two keys mostly come together again and again: once is enough.
    const lastWith = new Int32Array(ofCode.length).fill(-1);
    for (let row = 0; row < source.rows; row++) {
      const code = codes[row]!;
      if (code === NULL_CODE) continue;
      const node: number = ofCode[code]!;
      if (node === -1) continue;
      const surer = known[row]!;
      if (surer === -1) {
        known[row] = node;
        continue;
      }
      if (lastWith[code] === surer) continue;
      lastWith[code] = surer;
      const person = union.find(surer);
      const at = node - from;
      if (first[at] === -1) first[at] = person;
      else if (first[at] === person || second[at] === person) continue;
      else if (second[at] === -1) second[at] = person;
      else {
        const set = more.get(node) ?? new Set();
        set.add(person);
        more.set(node, set);
      }
    }
  });
  return { first, second, more };
}

/** Joins the keys of one kind with whom they were seen, and answers those that joined nobody. */
function joinKind(kind: number, seen: SeenWith, nodes: KeyNodes, union: PeopleUnion): readonly JoinCase[] {
  const from = nodes.ends[kind - 1] ?? 0;
  const to = nodes.ends[kind] ?? 0;
  // One phone is no proof across addresses; elsewhere somebody may have several.
  const withEmail = JOIN_KEYS[kind] === 'phone';
  const rootsOf = (node: number): readonly number[] => {
    const roots = [union.find(node)];
    const add = (seenWith: number) => {
      const root = seenWith === -1 ? -1 : union.find(seenWith);
      if (root !== -1 && !roots.includes(root)) roots.push(root);
    };
    add(seen.first[node - from]!);
    add(seen.second[node - from]!);
    const more = seen.more.get(node);
    return more === undefined ? roots : [...new Set([...roots, ...[...more].map((n) => union.find(n))])];
  };
  const refused: (Chain & { readonly clash: Clash })[] = [];
  const possible: number[] = [];
  /** How many possible links each root is in, up to 2. */
  const links = new Uint8Array(nodes.size);
  for (let node = from; node < to; node++) {
    const first = seen.first[node - from]!;
    if (first === -1 || nodes.shared.has(node)) continue;
    if (seen.second[node - from] === -1 && union.isBare(node, withEmail)) {
      union.merge([first, node]);
      continue;
    }
    const roots = rootsOf(node);
    if (roots.length === 1) continue;
    const clash = union.clash(roots, withEmail);
    if (clash !== null) refused.push({ members: [node], roots, clash });
    else {
      possible.push(node);
      for (const root of roots) if (links[root]! < 2) links[root]!++;
    }
  }
  const chained: Link[] = [];
  for (const node of possible) {
    const roots = rootsOf(node);
    if (roots.every((root) => links[root] === 1)) union.merge(roots);
    else chained.push({ node, roots });
  }
  for (const { members, roots } of chains(chained)) {
    const clash = union.clash(roots, withEmail);
    if (clash === null) union.merge(roots);
    else refused.push({ members, roots, clash });
  }
  return refused.map((r): JoinCase => {
    const own = new Set(r.members.filter((node) => union.isBare(node, false)));
    return {
      keys: r.members,
      people: r.roots.filter((root) => !own.has(root)),
      clash: r.clash,
      byEmail: withEmail && union.clash(r.roots, false) === null,
    };
  });
}

interface Link {
  readonly node: number;
  readonly roots: readonly number[];
}

interface Chain {
  readonly members: readonly number[];
  readonly roots: readonly number[];
}

/** Links that have a person in common, and so would all make one. */
function chains(links: readonly Link[]): readonly Chain[] {
  const parent = new Map<number, number>();
  const find = (at: number): number => {
    let root = at;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(at, root);
    return root;
  };
  for (const { roots } of links) {
    const [first, ...others] = roots;
    for (const other of others) parent.set(find(other), find(first as number));
  }
  const found = new Map<number, { members: number[]; roots: Set<number> }>();
  for (const { node, roots } of links) {
    const at = find(roots[0] as number);
    const chain = found.get(at) ?? { members: [], roots: new Set() };
    found.set(at, chain);
    chain.members.push(node);
    for (const root of roots) chain.roots.add(root);
  }
  return [...found.values()].map(({ members, roots }) => ({ members, roots: [...roots] }));
}

/** People are numbered as they first appear, contacts first as sources stand. */
function numberPeople(
  sources: readonly KeyedRows[],
  surest: readonly Int32Array[],
  nodes: KeyNodes,
  union: PeopleUnion,
): Pick<JoinedPeople, 'people' | 'personOf' | 'joined' | 'root' | 'personOfRoot'> {
  const personOfRoot = new Int32Array(nodes.size).fill(-1);
  const root = Int32Array.from({ length: nodes.size }, (_, node) => union.find(node));
  const seriesIds = new Map<string, number>();
  let people = 0;
  const seenIn: number[] = [];
  let joined = 0;
  const JOINED = -2;
  const personOf = sources.map((source, s) => {
    const series = seriesIds.get(source.series) ?? seriesIds.size;
    seriesIds.set(source.series, series);
    const known = surest[s] as Int32Array;
    const out = new Int32Array(source.rows).fill(-1);
    for (let row = 0; row < source.rows; row++) {
      const node = known[row]!;
      if (node === -1) {
        if (!source.standAlone) continue;
        out[row] = people++;
        seenIn.push(series);
        continue;
      }
      const of = root[node]!;
      let person = personOfRoot[of]!;
      if (person === -1) {
        person = people++;
        personOfRoot[of] = person;
        seenIn.push(series);
      } else if (seenIn[person] !== series && seenIn[person] !== JOINED) {
        seenIn[person] = JOINED;
        joined++;
      }
      out[row] = person;
    }
    return out;
  });
  return { people, personOf, joined, root, personOfRoot };
}
