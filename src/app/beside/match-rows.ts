import { NULL_CODE, type TextColumn } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { normaliseKey, PERSON_KEYS, type PersonKey } from '../../core/person-keys';
import { fieldColumn, type KeptTable } from '../../ingest/dataset/capture-table';
import { personKeyColumns } from '../../ingest/dataset/person-columns';
import type { JoinedPeople } from '../../ingest/joins/join-people';
import type { ListedBy } from '../../protocol/api/beside';

export type RowMatch =
  | { readonly is: 'known'; readonly by: ListedBy; readonly person: number }
  | { readonly is: 'not-held' | 'ambiguous' | 'contradicted' | 'without-key' };

/** What the rows of a table can be matched on. */
export function keysOfTable(kept: KeptTable): readonly ListedBy[] {
  const order = fieldColumn(kept, 'orderId')?.column.type === 'text' ? (['orderId'] as const) : [];
  return [...personKeyColumns(kept).keys(), ...order];
}

/** Ids a person has one of within an id space, so that another is somebody else's (see `keyNodes`). */
const ONE_EACH: ReadonlySet<PersonKey> = new Set(['personId', 'crmId', 'userId']);

/**
 * Whom each row of a table names among the people held, as joining it would find: the surest of its keys that anybody
 * has says it, unless that person has another of a surer key. Nobody held is joined or changed by it.
 * @param orderSpace The one id space of all orders held; null where they are of several.
 */
export function matchRows(
  kept: KeptTable,
  joined: JoinedPeople,
  dataset: Dataset,
  orderSpace: string | null,
): readonly RowMatch[] {
  const { nodes, root, personOfRoot } = joined;
  const columns = [...personKeyColumns(kept)].sort(
    ([a], [b]) => PERSON_KEYS.indexOf(a) - PERSON_KEYS.indexOf(b),
  );
  const undecided = new Set(joined.cases.flatMap(({ keys }) => keys));
  const spaceOf = (key: PersonKey) => (key === 'email' || key === 'phone' ? '' : kept.mapping.idSpace);
  const held = heldKeys(joined);
  const buyerOf = orderSpace === kept.mapping.idSpace ? buyers(dataset) : null;
  const orderIds = fieldColumn(kept, 'orderId')?.column;

  const ofRow = (row: number): RowMatch => {
    const unseen: PersonKey[] = [];
    let ambiguous = false;
    for (const [key, column] of columns) {
      const text = textOf(column, row);
      const value = text === null ? null : normaliseKey(key, text);
      if (value === null) continue;
      const node = nodes.nodeOf({ key, space: spaceOf(key), value });
      const person = node === -1 ? -1 : personOfRoot[root[node]!]!;
      if (node !== -1 && (undecided.has(node) || nodes.shared.has(node))) {
        ambiguous = true;
        continue;
      }
      if (person === -1) {
        unseen.push(key);
        continue;
      }
      const otherwise = unseen.some(
        (surer) =>
          (ONE_EACH.has(surer) || (surer === 'email' && key === 'phone')) &&
          held(root[node]!).has(`${surer} ${spaceOf(surer)}`),
      );
      return otherwise ? { is: 'contradicted' } : { is: 'known', by: key, person };
    }
    const order = orderIds?.type === 'text' ? textOf(orderIds, row)?.trim() : undefined;
    const buyer = order === undefined || order === '' ? undefined : buyerOf?.get(order);
    if (buyer !== undefined)
      return buyer === null ? { is: 'ambiguous' } : { is: 'known', by: 'orderId', person: buyer };
    if (ambiguous) return { is: 'ambiguous' };
    return { is: unseen.length > 0 || (order ?? '') !== '' ? 'not-held' : 'without-key' };
  };
  return Array.from({ length: kept.rows }, (_, row) => ofRow(row));
}

const textOf = ({ codes, dictionary }: TextColumn, row: number): string | null => {
  const code = codes[row] ?? NULL_CODE;
  return code === NULL_CODE ? null : (dictionary[code] ?? null);
};

/** By root, which keys of which numberings a person has; made at the first question. */
function heldKeys({ nodes, root }: JoinedPeople): (of: number) => ReadonlySet<string> {
  let byRoot: Map<number, Set<string>> | null = null;
  return (of) => {
    if (byRoot === null) {
      byRoot = new Map();
      for (let node = 0; node < nodes.size; node++) {
        const { key, space } = nodes.key(node);
        const keys = byRoot.get(root[node]!) ?? new Set();
        keys.add(`${key} ${space}`);
        byRoot.set(root[node]!, keys);
      }
    }
    return byRoot.get(of) ?? new Set();
  };
}

/** Who placed each order; null where several did. */
function buyers({ orders }: Dataset): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  const ids = orders.columns.get('orderId');
  if (ids?.type !== 'text') return found;
  for (let row = 0; row < orders.size; row++) {
    const id = textOf(ids, row)?.trim() ?? '';
    const person = orders.person[row]!;
    if (id === '' || person === -1) continue;
    const before = found.get(id);
    found.set(id, before === undefined || before === person ? person : null);
  }
  return found;
}
