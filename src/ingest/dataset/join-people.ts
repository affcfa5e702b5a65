import { NULL_CODE, type TextColumn } from '../../core/column';
import { normaliseKey, PERSON_KEYS, type PersonKey } from './person-keys';

/** Rows that may each belong to somebody: one capture's contacts, orders or events. */
export interface KeyedRows {
  readonly rows: number;
  readonly idSpace: string;
  readonly keys: ReadonlyMap<PersonKey, TextColumn>;
  /** Contacts are somebody even without any key. */
  readonly standAlone: boolean;
}

export interface JoinedPeople {
  readonly people: number;
  /** For each of the sources, the person of each row; -1 where it belongs to nobody known. */
  readonly personOf: readonly Int32Array[];
  /** People known by rows of more than one source. */
  readonly joined: number;
  /** Keys that would have made one person out of two with different ids (product.md §3.3); they joined nobody. */
  readonly ambiguous: number;
}

/** One person has one of each of these within an id space; a browser id may be many. */
const EXCLUSIVE: readonly PersonKey[] = ['personId', 'crmId', 'userId'];

/**
 * Joins rows into people, key by key from the surest to the weakest. A key joins the people it was seen with only
 * if it can join them all: where two of them have different ids of the same kind it joins none, and rows that hold
 * nothing better form a person of their own. So no chain of weak keys fuses two ids, and order of import
 * does not decide who is whose. A phone shared by two e-mail addresses joins nobody either.
 */
export function joinPeople(sources: readonly KeyedRows[]): JoinedPeople {
  const nodes = new KeyNodes(sources);
  const union = new Union(nodes);
  let ambiguous = 0;
  for (let kind = 0; kind < PERSON_KEYS.length; kind++) {
    const seenWith = nodes.seenWith(kind, union);
    ambiguous += union.joinAll(nodes.ofKind(kind), seenWith, PERSON_KEYS[kind] === 'phone');
  }
  return { ...numberPeople(sources, nodes, union), ambiguous };
}

/** Every distinct key is a node; each row names up to one of each kind. */
class KeyNodes {
  /** By kind, by source: node of each row's key through its dictionary code, null where the source lacks it. */
  readonly nodeOfCode: readonly (readonly (Int32Array | null)[])[];
  readonly size: number;
  /** Exclusive slot (kind and id space) of each node; -1 for kinds that are not. */
  readonly slot: Int32Array;
  readonly slots: number;
  readonly emailSlot: number;
  private readonly ends: readonly number[];

  constructor(private readonly sources: readonly KeyedRows[]) {
    let size = 0;
    const slotOfNode: number[] = [];
    const slots = new Map<string, number>();
    const ends: number[] = [];
    this.nodeOfCode = PERSON_KEYS.map((key) => {
      const weak = key === 'email' || key === 'phone';
      const known = new Map<string, Map<string, number>>();
      const perSource = sources.map((source) => {
        const column = source.keys.get(key);
        if (column === undefined) return null;
        const space = weak ? '' : source.idSpace;
        const nodes: Map<string, number> = known.get(space) ?? new Map();
        known.set(space, nodes);
        const slotName = `${key} ${space}`;
        if (!slots.has(slotName) && (EXCLUSIVE.includes(key) || key === 'email'))
          slots.set(slotName, slots.size);
        const slot = slots.get(slotName) ?? -1;
        const used = usedCodes(column);
        return Int32Array.from(column.dictionary, (text, code) => {
          const normal = used[code] === 1 ? normaliseKey(key, text) : null;
          if (normal === null) return -1;
          let node: number | undefined = nodes.get(normal);
          if (node === undefined) {
            node = size++;
            nodes.set(normal, node);
            slotOfNode.push(slot);
          }
          return node;
        });
      });
      ends.push(size);
      return perSource;
    });
    this.size = size;
    this.slot = Int32Array.from(slotOfNode);
    this.slots = slots.size;
    this.emailSlot = slots.get('email ') ?? -1;
    this.ends = ends;
  }

  ofKind(kind: number): { readonly from: number; readonly to: number } {
    return { from: this.ends[kind - 1] ?? 0, to: this.ends[kind] ?? 0 };
  }

  /** The people (as they stand now) each key of this kind shares a row with through surer keys. */
  seenWith(kind: number, union: Union): SeenWith {
    const { from, to } = this.ofKind(kind);
    const first = new Int32Array(to - from).fill(-1);
    const more = new Map<number, Set<number>>();
    this.sources.forEach((source, s) => {
      const own = this.nodeOfCode[kind]?.[s];
      const codes = source.keys.get(PERSON_KEYS[kind] as PersonKey)?.codes;
      if (own == null || codes === undefined) return;
      for (let surer = 0; surer < kind; surer++) {
        const theirs = this.nodeOfCode[surer]?.[s];
        const theirCodes = source.keys.get(PERSON_KEYS[surer] as PersonKey)?.codes;
        if (theirs == null || theirCodes === undefined) continue;
        // The same two keys mostly come together again and again: once is enough.
        const lastWith = new Int32Array(own.length).fill(NULL_CODE);
        for (let row = 0; row < source.rows; row++) {
          const code = codes[row]!;
          const theirCode = theirCodes[row]!;
          if (code === NULL_CODE || theirCode === NULL_CODE || lastWith[code] === theirCode) continue;
          lastWith[code] = theirCode;
          const node: number = own[code]!;
          const other = theirs[theirCode]!;
          if (node === -1 || other === -1) continue;
          const person = union.find(other);
          const at = node - from;
          if (first[at] === -1) first[at] = person;
          else if (first[at] !== person) {
            const set = more.get(node) ?? new Set();
            set.add(person);
            more.set(node, set);
          }
        }
      }
    });
    return { first, more };
  }
}

interface SeenWith {
  readonly first: Int32Array;
  readonly more: ReadonlyMap<number, ReadonlySet<number>>;
}

class Union {
  private readonly parent: Int32Array;
  /** `ids[root * slots + slot]`: the one id of that kind and space the person has; -1 for none. */
  private readonly ids: Int32Array;

  constructor(private readonly nodes: KeyNodes) {
    this.parent = new Int32Array(nodes.size);
    this.ids = new Int32Array(nodes.size * nodes.slots).fill(-1);
    for (let n = 0; n < nodes.size; n++) {
      this.parent[n] = n;
      const slot = nodes.slot[n]!;
      if (slot !== -1) this.ids[n * nodes.slots + slot] = n;
    }
  }

  find(node: number): number {
    const { parent } = this;
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  /** Joins each key with all it was seen with, or with none; answers how many joined none. */
  joinAll(range: { readonly from: number; readonly to: number }, seen: SeenWith, isPhone: boolean): number {
    let refused = 0;
    for (let node = range.from; node < range.to; node++) {
      const first = seen.first[node - range.from]!;
      if (first === -1) continue;
      const others = seen.more.get(node);
      const all = [node, first, ...(others ?? [])].map((n) => this.find(n));
      const roots = all.length === 2 && all[0] === all[1] ? [] : [...new Set(all)];
      if (!this.compatible(roots, isPhone)) {
        refused++;
        continue;
      }
      for (const root of roots) if (root !== roots[0]) this.merge(roots[0] as number, root);
    }
    return refused;
  }

  private compatible(roots: readonly number[], isPhone: boolean): boolean {
    const { slots, emailSlot } = this.nodes;
    for (let slot = 0; slot < slots; slot++) {
      // One person may have several addresses; only a shared phone is no proof across them.
      if (slot === emailSlot && !isPhone) continue;
      let id = -1;
      for (const root of roots) {
        const theirs = this.ids[root * slots + slot]!;
        if (theirs === -1) continue;
        if (id !== -1 && id !== theirs) return false;
        id = theirs;
      }
    }
    return true;
  }

  private merge(into: number, root: number): void {
    const { slots } = this.nodes;
    const keep = this.find(into);
    this.parent[root] = keep;
    for (let slot = 0; slot < slots; slot++) {
      if (this.ids[keep * slots + slot] === -1)
        this.ids[keep * slots + slot] = this.ids[root * slots + slot]!;
    }
  }
}

/** People are numbered as they first appear, contacts first as sources stand. */
function numberPeople(
  sources: readonly KeyedRows[],
  nodes: KeyNodes,
  union: Union,
): Omit<JoinedPeople, 'ambiguous'> {
  const personOfRoot = new Int32Array(nodes.size).fill(-1);
  let people = 0;
  const seenIn: number[] = [];
  let joined = 0;
  const JOINED = -2;
  const personOf = sources.map((source, s) => {
    const out = new Int32Array(source.rows).fill(-1);
    const keys = PERSON_KEYS.flatMap((key, kind) => {
      const column = source.keys.get(key);
      const map = nodes.nodeOfCode[kind]?.[s];
      return column === undefined || map == null ? [] : [{ codes: column.codes, map }];
    });
    // Surest key last, so that it has the last word; each key's person is looked up once.
    for (const { codes, map } of keys.reverse()) {
      const personOfCode = map.map((node) => (node === -1 ? -1 : union.find(node)));
      for (let row = 0; row < source.rows; row++) {
        const code = codes[row]!;
        if (code === NULL_CODE || personOfCode[code] === -1) continue;
        out[row] = personOfCode[code]!;
      }
    }
    // From here on `out` holds roots; they become people in the order they appear.
    for (let row = 0; row < source.rows; row++) {
      const root = out[row]!;
      if (root === -1) {
        if (!source.standAlone) continue;
        out[row] = people++;
        seenIn.push(s);
        continue;
      }
      let person = personOfRoot[root]!;
      if (person === -1) {
        person = people++;
        personOfRoot[root] = person;
        seenIn.push(s);
      } else if (seenIn[person] !== s && seenIn[person] !== JOINED) {
        seenIn[person] = JOINED;
        joined++;
      }
      out[row] = person;
    }
    return out;
  });
  return { people, personOf, joined };
}

function usedCodes(column: TextColumn): Uint8Array {
  const used = new Uint8Array(column.dictionary.length);
  for (const code of column.codes) if (code !== NULL_CODE) used[code] = 1;
  return used;
}
