import { NULL_CODE, type TextColumn } from '../../core/column';
import type { PersonKeyRef } from '../../core/join-decision';
import { normaliseKey } from '../../core/person-keys';
import { JOIN_KEYS, type JoinKey, type KeyedRows } from './keyed-rows';

/** One person has one of each of these within an id space; a browser id may be many. */
const EXCLUSIVE: ReadonlySet<JoinKey> = new Set(['personId', 'crmId', 'userId', 'email']);

/** Every distinct key is a node, numbered kind by kind; each row names up to one of each kind. */
export interface KeyNodes {
  readonly size: number;
  /** Nodes of kind k are `ends[k - 1]` up to `ends[k]`. */
  readonly ends: readonly number[];
  /** By kind, by source: node of each row's key through its dictionary code, null where the source lacks it. */
  readonly ofCode: readonly (readonly (Int32Array | null)[])[];
  /** Which of the slots (a kind within an id space, of which a person has one) a node fills; -1 for none. */
  readonly slot: Int32Array;
  readonly slots: number;
  /** Two addresses may be one person's, so this slot counts only where a phone would join them; -1 without. */
  readonly emailSlot: number;
  /** Keys that several people use, as somebody has said. */
  readonly shared: ReadonlySet<number>;
  kindOf(node: number): number;
  /** The normalised text of the key. */
  text(node: number): string;
  key(node: number): { readonly key: JoinKey; readonly space: string; readonly value: string };
  /** -1 where no row and no decision names it. */
  nodeOf(ref: PersonKeyRef): number;
}

/**
 * @param named Keys that decisions name: nodes too, so that what was said of them holds where no row does any more.
 * @param sharedKeys Contacts that several people use: a node in each series of captures, not one for all.
 */
export function keyNodes(
  sources: readonly KeyedRows[],
  named: readonly PersonKeyRef[],
  sharedKeys: readonly PersonKeyRef[],
): KeyNodes {
  const values: string[] = [];
  const runs: { readonly until: number; readonly space: string; readonly slot: number }[] = [];
  const slots = new Map<string, number>();
  const ends: number[] = [];
  const shared = new Set<number>();
  const byKind: Map<string, NodesByValue>[] = [];

  const ofCode = JOIN_KEYS.map((kind) => {
    const contact = kind === 'email' || kind === 'phone';
    const isShared = new Set(
      sharedKeys.filter((s) => s.key === kind).map((s) => sharedName(s.space, s.value)),
    );
    const spaces = new Map<string, NodesByValue>();
    byKind.push(spaces);
    const nodesIn = (space: string): NodesByValue => {
      const found = spaces.get(space) ?? new NodesByValue(values);
      spaces.set(space, found);
      return found;
    };
    /** Notes the space of the nodes made since the last call. */
    const endRun = (space: string): void => {
      if (values.length === (runs.at(-1)?.until ?? 0)) return;
      const name = `${kind}\u0000${space}`;
      if (EXCLUSIVE.has(kind) && !slots.has(name)) slots.set(name, slots.size);
      runs.push({ until: values.length, space, slot: slots.get(name) ?? -1 });
    };
    const perSource = sources.map((source) => {
      const column = source.keys.get(kind);
      if (column === undefined) return null;
      const space = contact ? '' : source.idSpace;
      const normal = normalised(kind, column);
      const parted = new Map<number, string>();
      if (isShared.size > 0) {
        normal.values.forEach((value, code) => {
          if (value === null || !isShared.has(sharedName(space, value))) return;
          parted.set(code, value);
          normal.values[code] = null;
        });
      }
      const nodes = nodesIn(space).add(normal.values, normal.distinct);
      endRun(space);
      for (const [code, value] of parted) {
        // Beside the ids of that name, not among the contacts that hold everywhere.
        const own = nodesIn(contact ? `\u0001${source.series}` : space);
        nodes[code] = own.nodeFor(value);
        shared.add(nodes[code]!);
      }
      endRun(contact ? '' : space);
      return nodes;
    });
    for (const { key, space, value } of named) {
      if (key !== kind) continue;
      const node = nodesIn(space).nodeFor(value);
      if (isShared.has(sharedName(space, value))) shared.add(node);
      endRun(space);
    }
    ends.push(values.length);
    return perSource;
  });

  const slot = new Int32Array(values.length);
  let from = 0;
  for (const run of runs) {
    slot.fill(run.slot, from, run.until);
    from = run.until;
  }
  const kindOf = (node: number): number => {
    let kind = 0;
    while (node >= (ends[kind] ?? Infinity)) kind++;
    return kind;
  };
  return {
    size: values.length,
    ends,
    ofCode,
    slot,
    slots: slots.size,
    emailSlot: slots.get('email\u0000') ?? -1,
    shared,
    kindOf,
    text: (node) => values[node] as string,
    key: (node) => ({
      key: JOIN_KEYS[kindOf(node)] as JoinKey,
      space: runs.find((run) => node < run.until)?.space ?? '',
      value: values[node] as string,
    }),
    nodeOf: ({ key, space, value }) => byKind[JOIN_KEYS.indexOf(key)]?.get(space)?.find(value) ?? -1,
  };
}

const sharedName = (space: string, value: string): string => `${space}\u0000${value}`;

/** The nodes of one kind and id space. A first dictionary of distinct values is looked up by nobody yet: no Map. */
class NodesByValue {
  private byValue: Map<string, number> | null = null;
  private readonly unmapped: number[] = [];

  constructor(private readonly values: string[]) {}

  add(given: readonly (string | null)[], distinct: boolean): Int32Array {
    const nodes = new Int32Array(given.length).fill(-1);
    const first = this.byValue === null && this.unmapped.length === 0;
    for (let code = 0; code < nodes.length; code++) {
      const value = given[code] ?? null;
      if (value === null) continue;
      if (first && distinct) {
        nodes[code] = this.values.push(value) - 1;
        this.unmapped.push(nodes[code]!);
      } else nodes[code] = this.nodeFor(value);
    }
    return nodes;
  }

  find(value: string): number | undefined {
    return this.map().get(value);
  }

  nodeFor(value: string): number {
    const known = this.map().get(value);
    if (known !== undefined) return known;
    const node = this.values.push(value) - 1;
    this.map().set(value, node);
    return node;
  }

  private map(): Map<string, number> {
    if (this.byValue !== null) return this.byValue;
    this.byValue = new Map(this.unmapped.map((node) => [this.values[node] as string, node]));
    return this.byValue;
  }
}

/** Each used value of a column as a key; `distinct` where none was rewritten, so that no two became one. */
function normalised(
  kind: JoinKey,
  column: TextColumn,
): { readonly values: (string | null)[]; readonly distinct: boolean } {
  const { codes, dictionary } = column;
  const used = new Uint8Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] !== NULL_CODE) used[codes[row]!] = 1;
  let distinct = true;
  const values = dictionary.map((text, code) => {
    if (used[code] === 0) return null;
    const value = kind === 'orderId' ? text.trim() || null : normaliseKey(kind, text);
    if (value !== text && value !== null) distinct = false;
    return value;
  });
  return { values, distinct };
}
