import { keyedHash } from '../../core/hashing/keyed-hash';
import type { Label } from '../../core/label';
import { type PageKey, type PageKeyKind, pageKeyKind, pageKeyText } from '../../core/page-key';
import { countBelow } from '../../core/sorting/count-below';
import { JOIN_KEYS } from '../../ingest/joins/keyed-rows';
import type { FirstMatch } from '../../segments/first-match';
import type { JoinIndex } from '../joins/join-index';

/** What a row may be named, and nothing of whom it names: no key can be read out of it. */
export interface BadgeIndex {
  readonly segments: readonly BadgeSegment[];
  /** Whose numberings there are ids of. */
  readonly spaces: readonly string[];
  /** Four words, made anew with each index. */
  readonly hashKey: Uint32Array;
  /** Of every key of a known person, ascending. */
  readonly hashes: Float64Array;
  /** By key: an index into `segments`, or one of the numbers below. */
  readonly places: Uint8Array;
  /** By key: bit s where its person has an id of `spaces[s]`, for the first eight. */
  readonly hasIds: Uint8Array;
}

export interface BadgeSegment {
  readonly name: Label;
  readonly colour: number;
}

export const MOST_BADGE_SEGMENTS = 40;
/** Known, and in none of the segments. */
export const IN_NONE = 0xff;
/** Known, and the data can't say which they are in. */
export const UNTOLD = 0xfe;
/** Two people share it: it names nobody. */
const NOBODYS = 0xfd;

/** Ids of no stated numbering are looked up in all of them, where they are too long to meet by chance. */
const LONG_ID = 10;

/** @param hashKey four random words */
export function badgeIndex(
  { joined }: Pick<JoinIndex, 'joined'>,
  segments: readonly BadgeSegment[],
  placed: FirstMatch,
  hashKey: Uint32Array,
): BadgeIndex {
  const { nodes, root, personOfRoot, cases } = joined;
  // A key that would have made one person out of several is neither's.
  const disputed = new Set(cases.flatMap(({ keys }) => keys));
  const hash = keyedHash(hashKey);
  const spaces: string[] = [];
  const idsOf = new Uint8Array(joined.people);
  const found: number[] = [];
  const people: number[] = [];
  for (let node = 0; node < nodes.size; node++) {
    const person = personOfRoot[root[node]!] ?? -1;
    if (person === -1 || nodes.shared.has(node) || disputed.has(node)) continue;
    const named = JOIN_KEYS[nodes.kindOf(node)];
    const kind = named === undefined || named === 'orderId' ? null : pageKeyKind(named);
    if (kind === null) continue;
    const { space, value } = nodes.key(node);
    const text = pageKeyText(kind, kind === 'id' ? space : '', value);
    if (text === null) continue;
    if (kind === 'id') {
      if (!spaces.includes(space)) spaces.push(space);
      idsOf[person]! |= 1 << spaces.indexOf(space);
    }
    found.push(hash(text));
    people.push(person);
  }
  const hashes = Float64Array.from(found).sort();
  const owners = new Int32Array(hashes.length).fill(-1);
  const places = new Uint8Array(hashes.length);
  const hasIds = new Uint8Array(hashes.length);
  const placeOf = (person: number): number => {
    const at = placed.groups.findIndex((group) => group.has(person));
    return at !== -1 ? at : placed.unknown.has(person) ? UNTOLD : IN_NONE;
  };
  for (let i = 0; i < found.length; i++) {
    const person = people[i] as number;
    // Equal hashes stand side by side; the search finds the first of them.
    const at = countBelow(hashes, found[i] as number);
    if (owners[at] === -1) {
      owners[at] = person;
      places[at] = placeOf(person);
      hasIds[at] = idsOf[person]!;
    } else if (owners[at] !== person) places[at] = NOBODYS;
  }
  return { segments, spaces, hashKey, hashes, places, hasIds };
}

/**
 * Where each row's person stands, by the surest of its keys that names anybody, as joining it would find. Null where
 * none does, where keys of one kind (two addresses in a row) name people of different segments, or where the person
 * found has another id in the tool than the row.
 */
export function badgePlaces(index: BadgeIndex): (row: readonly PageKey[]) => number | null {
  const hash = keyedHash(index.hashKey);
  const look = (kind: PageKeyKind, space: string, value: string): number => {
    const text = pageKeyText(kind, space, value);
    if (text === null) return -1;
    const wanted = hash(text);
    const at = countBelow(index.hashes, wanted);
    return index.hashes[at] === wanted ? at : -1;
  };
  return (row) => {
    let unseen = 0;
    for (const kind of ['id', 'email', 'phone'] as const) {
      const found = new Set<number>();
      for (const { space, value } of row.filter((key) => key.kind === kind)) {
        const spaces =
          kind !== 'id' ? [''] : space !== '' ? [space] : value.length >= LONG_ID ? index.spaces : [];
        for (const of of spaces) {
          const at = look(kind, of, value);
          const otherwise = at !== -1 && (index.hasIds[at]! & unseen) !== 0;
          if (at !== -1) found.add(otherwise ? NOBODYS : (index.places[at] ?? NOBODYS));
          else if (kind === 'id') unseen |= 1 << index.spaces.indexOf(of);
        }
      }
      const [only] = found;
      if (found.size > 1 || only === NOBODYS) return null;
      if (only !== undefined) return only;
    }
    return null;
  };
}
