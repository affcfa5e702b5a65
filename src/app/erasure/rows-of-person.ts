import type { JoinDecision } from '../../core/join-decision';
import type { KeptTable } from '../../ingest/dataset/capture-table';
import { joinCaptures } from '../../ingest/dataset/join-captures';
import type { ErasedKey } from '../../ingest/erasure/erased-keys';

export interface RowsOfPerson {
  /** Theirs alone: what several people share, or what waits to be settled, names nobody. */
  readonly keys: readonly ErasedKey[];
  /** By capture: 1-based source records. */
  readonly records: ReadonlyMap<string, ReadonlySet<number>>;
}

/** All that is held of one person, by their number in the dataset made of these captures. */
export function rowsOfPerson(
  captures: readonly KeptTable[],
  decisions: readonly JoinDecision[],
  person: number,
): RowsOfPerson {
  const { contacts, orders, events, joined } = joinCaptures(captures, decisions);
  const { nodes, root, personOfRoot, cases } = joined;
  const disputed = new Set(cases.flatMap(({ keys }) => keys));
  const keys: ErasedKey[] = [];
  for (let node = 0; node < nodes.size; node++) {
    if (personOfRoot[root[node]!] !== person || nodes.shared.has(node) || disputed.has(node)) continue;
    const key = nodes.key(node);
    if (key.key !== 'orderId') keys.push(key);
  }
  const records = new Map<string, Set<number>>();
  const recordsOf = (id: string): Set<number> => {
    const found = records.get(id) ?? new Set();
    records.set(id, found);
    return found;
  };
  const personOf = [...joined.personOf];
  const plain = (kept: KeptTable, of: Int32Array | undefined) =>
    of?.forEach((who, row) => {
      if (who === person) recordsOf(kept.id).add(kept.rowNumbers[row]!);
    });
  for (const kept of contacts) plain(kept, personOf.shift());
  for (const { kept, grouped, groups } of orders) {
    const { offsets, rows } = grouped.lines;
    personOf.shift()?.forEach((who, i) => {
      if (who !== person) return;
      const order = groups === null ? i : groups[i]!;
      for (let line = offsets[order]!; line < offsets[order + 1]!; line++)
        recordsOf(kept.id).add(kept.rowNumbers[rows[line]!]!);
    });
  }
  for (const kept of events) plain(kept, personOf.shift());
  return { keys, records };
}
