import { textAt } from '../../core/column';
import type { PersonKeyRef } from '../../core/join-decision';
import type { CandidateView, JoinRowView } from '../../protocol/api/joins';
import type { IndexedSource, JoinIndex } from './join-index';

const ROWS_SHOWN = 5;
const KEYS_SHOWN = 12;

/** Rows that are looked into together: those of a person, or those a key says whose they are. */
export interface Candidate {
  /** All keys that are theirs, as nodes. */
  readonly nodes: readonly number[];
  readonly keyOnly: boolean;
}

/** What is known of each candidate, found in one walk over the rows. Those without any row are left out. */
export function candidateViews(
  index: JoinIndex,
  candidates: readonly Candidate[],
): readonly (CandidateView | null)[] {
  const { nodes, surest } = index.joined;
  const ofNode = new Map<number, number>();
  candidates.forEach((candidate, c) => {
    for (const node of candidate.nodes) ofNode.set(node, c);
  });
  const found = candidates.map((): { total: number; rows: JoinRowView[]; name: string | null } => ({
    total: 0,
    rows: [],
    name: null,
  }));
  surest.forEach((known, s) => {
    const source = index.sources[s] as IndexedSource;
    // A few rows of each source, so that one with a thousand orders doesn't hide the contact.
    const before = found.map((f) => f.rows.length);
    for (let row = 0; row < known.length; row++) {
      const c = known[row] === -1 ? undefined : ofNode.get(known[row]!);
      if (c === undefined) continue;
      const to = found[c]!;
      to.total++;
      if (to.rows.length - before[c]! < ROWS_SHOWN) {
        const view = rowView(source, row);
        to.rows.push(view);
        to.name ??= view.says.find(({ field }) => field === 'name')?.text ?? null;
      }
    }
  });
  return candidates.map((candidate, c): CandidateView | null => {
    const { total, rows, name } = found[c]!;
    if (total === 0) return null;
    const refs = candidate.nodes.map((node) => refOf(index, node)).filter((ref) => ref !== null);
    return {
      ref: surestOf(candidate.nodes.map((node) => nodes.key(node)).filter(isPersonKey)),
      name,
      keyOnly: candidate.keyOnly,
      keys: refs.slice(0, KEYS_SHOWN),
      rows,
      rowsTotal: total,
    };
  });
}

/** By root, the keys of the people asked for, the surest first. */
export function nodesOfRoots(
  { joined }: JoinIndex,
  roots: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>([...roots].map((root) => [root, []]));
  joined.root.forEach((root, node) => {
    found.get(root)?.push(node);
  });
  return found;
}

export function refOf({ joined }: JoinIndex, node: number): PersonKeyRef | null {
  const key = joined.nodes.key(node);
  return isPersonKey(key) ? key : null;
}

type AnyKey = ReturnType<JoinIndex['joined']['nodes']['key']>;
const isPersonKey = (key: AnyKey): key is PersonKeyRef => key.key !== 'orderId';

/** Keys come the surest first; of one kind the least by name, so that the next capture names the same. */
function surestOf(keys: readonly PersonKeyRef[]): PersonKeyRef {
  const [first] = keys;
  const ofKind = keys.filter((key) => key.key === first?.key);
  const name = ({ space, value }: PersonKeyRef) => `${space}\u0000${value}`;
  return ofKind.reduce((a, b) => (name(b) < name(a) ? b : a));
}

function rowView(source: IndexedSource, row: number): JoinRowView {
  const at = source.time?.[row] ?? Number.NaN;
  return {
    capture: source.name,
    table: source.table,
    row: source.rowNumbers[row]!,
    says: source.says.flatMap(({ field, column }) => {
      const text = textAt(column, row);
      return text === null ? [] : [{ field, text }];
    }),
    at: Number.isNaN(at) ? null : at,
  };
}
