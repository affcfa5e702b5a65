import type { JoinedPeople } from './join-people';
import { JOIN_KEYS, type JoinKey } from './keyed-rows';

/** What made one person of rows of two series: a key both of them hold, or a decision. */
export type JoinedOn = JoinKey | 'hand';
export const JOINED_ON: readonly JoinedOn[] = [...JOIN_KEYS, 'hand'];

/** Why keys joined nobody. */
export type CaseReason =
  /** One key seen with several ids of one kind. */
  | 'two-ids'
  /** A phone seen with several e-mails. */
  | 'shared-phone'
  /** Keys that are harmless one by one, and would fuse different ids together. */
  | 'chain'
  /** An order that two tools give to people with different ids. */
  | 'order';

export interface MatchReport {
  readonly people: number;
  /** Known to more than one series of captures. */
  readonly matched: number;
  /** By key, people whom two of their series know by it; somebody may be matched on several. */
  readonly on: readonly {
    readonly key: JoinedOn;
    readonly people: number;
    /** Those matched on nothing else. */
    readonly only: number;
  }[];
  readonly open: Readonly<Record<CaseReason, number>>;
  readonly sources: readonly MatchedSource[];
  /** Each two series, by their places in `sources`, that have people in common or could have. */
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly people: number;
    /** By the surest key both hold. */
    readonly on: readonly { readonly key: JoinKey; readonly people: number }[];
    /** Joined through a third series or by hand: no key of theirs stands in both. */
    readonly through: number;
  }[];
}

export interface MatchedSource {
  readonly series: string;
  readonly rows: number;
  /** Rows of nobody known. */
  readonly rowsOfNobody: number;
  readonly people: number;
  /** Of them, those that another series knows too. */
  readonly matched: number;
}

export interface Matched {
  readonly report: MatchReport;
  /** On what a person is matched; empty for one that stands alone. */
  on(person: number): readonly JoinedOn[];
  /** Places in `report.sources`, ascending. */
  sources(person: number): readonly number[];
  sourcesOfKey(node: number): readonly number[];
}

/** Counts what `joinPeople` did, from its keys; a million rows take some tens of milliseconds. */
export function matchReport(joined: JoinedPeople): Matched {
  const { nodes, personOf, people } = joined;
  const series = [...new Set(joined.series)];
  const at = joined.series.map((name) => series.indexOf(name));
  const inPeople = new SeriesSets(people, series.length);
  const rows = new Float64Array(series.length);
  const ofNobody = new Float64Array(series.length);
  personOf.forEach((persons, s) => {
    const own = at[s] as number;
    rows[own]! += persons.length;
    for (let row = 0; row < persons.length; row++) {
      if (persons[row] === -1) ofNobody[own]!++;
      else inPeople.add(persons[row]!, own);
    }
  });
  const inNodes = new SeriesSets(nodes.size, series.length);
  for (const perSource of nodes.ofCode) {
    perSource.forEach((ofCode, s) => {
      for (const node of ofCode ?? []) if (node !== -1) inNodes.add(node, at[s] as number);
    });
  }

  const pairs = new Map<number, { readonly people: Uint8Array; readonly on: Float64Array; size: number }>();
  const pairOf = (a: number, b: number) => {
    const found = pairs.get(a * series.length + b);
    if (found !== undefined) return found;
    const made = { people: new Uint8Array(people), on: new Float64Array(JOIN_KEYS.length), size: 0 };
    pairs.set(a * series.length + b, made);
    return made;
  };
  const matchedOn = new Uint16Array(people);
  const hand = JOINED_ON.indexOf('hand');
  let kind = 0;
  // Surest keys come first, so the first that two series share is the one a pair is counted under.
  for (let node = 0; node < nodes.size; node++) {
    while (node >= (nodes.ends[kind] ?? Infinity)) kind++;
    const person = joined.personOfRoot[joined.root[node]!]!;
    if (person === -1) continue;
    const common = inNodes.common(node, inPeople, person);
    if (common.length < 2) continue;
    matchedOn[person]! |= 1 << kind;
    for (const [a, b] of twos(common)) {
      const pair = pairOf(a, b);
      if (pair.people[person] === 1) continue;
      pair.people[person] = 1;
      pair.on[kind]!++;
      pair.size++;
    }
  }

  const ofSeries = new Float64Array(series.length);
  const matchedOfSeries = new Float64Array(series.length);
  const on = new Float64Array(JOINED_ON.length);
  const only = new Float64Array(JOINED_ON.length);
  let matched = 0;
  for (let person = 0; person < people; person++) {
    const known = inPeople.list(person);
    for (const s of known) ofSeries[s]!++;
    if (known.length < 2) continue;
    matched++;
    for (const s of known) matchedOfSeries[s]!++;
    for (const [a, b] of twos(known)) {
      const pair = pairOf(a, b);
      if (pair.people[person] === 0) pair.size++;
    }
    matchedOn[person] ||= 1 << hand;
    const bits = matchedOn[person]!;
    for (let k = 0; k < JOINED_ON.length; k++) {
      if ((bits & (1 << k)) === 0) continue;
      on[k]!++;
      if (bits === 1 << k) only[k]!++;
    }
  }
  const report: MatchReport = {
    people,
    matched,
    on: JOINED_ON.flatMap((key, k) => (on[k] === 0 ? [] : [{ key, people: on[k]!, only: only[k]! }])),
    open: openCases(joined),
    sources: series.map((name, s) => ({
      series: name,
      rows: rows[s]!,
      rowsOfNobody: ofNobody[s]!,
      people: ofSeries[s]!,
      matched: matchedOfSeries[s]!,
    })),
    pairs: [...pairs].map(([pair, found]) => ({
      a: Math.floor(pair / series.length),
      b: pair % series.length,
      people: found.size,
      on: JOIN_KEYS.flatMap((key, k) => (found.on[k] === 0 ? [] : [{ key, people: found.on[k]! }])),
      through: found.size - found.on.reduce((sum, n) => sum + n, 0),
    })),
  };
  return {
    report,
    on: (person) => JOINED_ON.filter((_, k) => (matchedOn[person]! & (1 << k)) !== 0),
    sources: (person) => inPeople.list(person),
    sourcesOfKey: (node) => inNodes.list(node),
  };
}

export function caseReason({ nodes }: JoinedPeople, found: JoinedPeople['cases'][number]): CaseReason {
  if (JOIN_KEYS[nodes.kindOf(found.keys[0] as number)] === 'orderId' && found.keys.length === 1)
    return 'order';
  if (found.keys.length > 1) return 'chain';
  return found.byEmail ? 'shared-phone' : 'two-ids';
}

function openCases(joined: JoinedPeople): Record<CaseReason, number> {
  const open: Record<CaseReason, number> = { 'two-ids': 0, 'shared-phone': 0, chain: 0, order: 0 };
  for (const found of joined.cases) if (found.clash === 'ids') open[caseReason(joined, found)]++;
  return open;
}

function twos(of: readonly number[]): readonly (readonly [number, number])[] {
  return of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b] as const));
}

/** For each of many things, the series it is in. */
class SeriesSets {
  private readonly words: number;
  private readonly bits: Int32Array;

  constructor(size: number, series: number) {
    this.words = Math.max(1, Math.ceil(series / 32));
    this.bits = new Int32Array(size * this.words);
  }

  add(of: number, series: number): void {
    this.bits[of * this.words + (series >> 5)]! |= 1 << (series & 31);
  }

  list(of: number): readonly number[] {
    return this.common(of, this, of);
  }

  /** Ascending. */
  common(of: number, other: SeriesSets, ofOther: number): readonly number[] {
    const found: number[] = [];
    for (let w = 0; w < this.words; w++) {
      let both = this.bits[of * this.words + w]! & other.bits[ofOther * this.words + w]!;
      while (both !== 0) {
        const low = 31 - Math.clz32(both & -both);
        found.push(w * 32 + low);
        both &= both - 1;
      }
    }
    return found.length === 0 ? NONE : found;
  }
}

const NONE: readonly number[] = [];
