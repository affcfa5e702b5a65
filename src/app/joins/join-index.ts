import { type Column, NULL_CODE, type TextColumn } from '../../core/column';
import type { TableKind } from '../../core/fields';
import type { JoinDecision } from '../../core/join-decision';
import { PERSON_KEYS } from '../../core/person-keys';
import { type OrderSource, perOrderOf } from '../../ingest/dataset/build-orders';
import { fieldColumn, type KeptTable } from '../../ingest/dataset/capture-table';
import { joinCaptures } from '../../ingest/dataset/join-captures';
import { personColumns } from '../../ingest/dataset/person-columns';
import type { JoinedPeople } from '../../ingest/joins/join-people';
import { type Matched, matchReport } from '../../ingest/joins/match-report';
import type { Store } from '../../store/store';
import { keptTable, type StoredTable } from '../kept/kept-record';

/** All that is asked about joins, made of the captures once a data version. Columns that say nothing of it are let go. */
export interface JoinIndex {
  readonly dataVersion: number;
  readonly joined: JoinedPeople;
  readonly matched: Matched;
  /** As in `joined`. */
  readonly sources: readonly IndexedSource[];
  readonly decisions: readonly JoinDecision[];
}

/** One capture's rows, orders being one row each. */
export interface IndexedSource {
  readonly name: string;
  readonly tool: string;
  readonly table: TableKind;
  readonly rows: number;
  /** What tells people apart for whoever looks: keys as written, name, town. */
  readonly says: readonly { readonly field: string; readonly column: TextColumn }[];
  readonly time: Float64Array | null;
  /** 1-based source record of each row. */
  readonly rowNumbers: Uint32Array;
}

async function loadJoinIndex(store: Store): Promise<JoinIndex> {
  const { root, values } = await store.read((r) => r.captures.map((c) => c.table));
  const names = new Map(root.captures.map((c) => [c.id, c.name]));
  const kept = root.captures.map((record, i) => keptTable(record, values[i] as StoredTable));
  const decisions = root.joinDecisions ?? [];
  const { contacts, orders, events, joined } = joinCaptures(kept, decisions);
  const nameOf = (of: KeptTable) => names.get(of.id) ?? '';
  return {
    dataVersion: root.dataVersion,
    joined,
    matched: matchReport(joined),
    sources: [
      ...contacts.map((of) => indexed(of, nameOf(of), 'createdAt')),
      ...orders.map((of) => indexedOrders(of, nameOf(of.kept))),
      ...events.map((of) => indexed(of, nameOf(of), 'time')),
    ],
    decisions,
  };
}

/** The index of what is committed, made when it is first asked for and once a data version. */
export function joinIndexes(store: Store): () => Promise<JoinIndex> {
  let opened: { readonly version: number; readonly index: Promise<JoinIndex> } | null = null;
  return async () => {
    const { dataVersion } = await store.root();
    if (opened?.version !== dataVersion) {
      const mine = { version: dataVersion, index: loadJoinIndex(store) };
      opened = mine;
      mine.index.catch(() => {
        if (opened === mine) opened = null;
      });
    }
    return opened.index;
  };
}

const SAID = [...PERSON_KEYS, 'name', 'company', 'personCity', 'personCountry'];

function indexed(kept: KeptTable, name: string, timeField: string): IndexedSource {
  const { mapping, rows, rowNumbers } = kept;
  return { name, tool: mapping.tool, table: mapping.table, rows, rowNumbers, ...said(kept, timeField) };
}

function indexedOrders(source: OrderSource, name: string): IndexedSource {
  const { kept, grouped, groups } = source;
  const perOrder = perOrderOf(grouped, groups);
  const { says, time } = said(kept, 'time');
  const orderId = fieldColumn(kept, 'orderId')?.column;
  const all = orderId?.type === 'text' ? [...says, { field: 'orderId', column: orderId }] : says;
  const rowNumbers = new Uint32Array(source.size);
  for (let i = 0; i < source.size; i++) {
    const order = groups === null ? i : groups[i]!;
    rowNumbers[i] = kept.rowNumbers[grouped.lines.rows[grouped.lines.offsets[order]!]!]!;
  }
  return {
    name,
    tool: kept.mapping.tool,
    table: 'orders',
    rows: source.size,
    says: all.map(({ field, column }) => ({ field, column: perOrder(column) as TextColumn })),
    time:
      time === null ? null : (perOrder({ type: 'time', values: time }) as { values: Float64Array }).values,
    rowNumbers,
  };
}

function said(kept: KeptTable, timeField: string): Pick<IndexedSource, 'says' | 'time'> {
  const ofPerson = personColumns(kept);
  const time = fieldColumn(kept, timeField)?.column;
  return {
    says: SAID.flatMap((field) => {
      const column: Column | undefined = ofPerson.get(field);
      return column?.type === 'text' && hasValues(column) ? [{ field, column }] : [];
    }),
    time: time?.type === 'time' ? time.values : null,
  };
}

function hasValues({ codes }: TextColumn): boolean {
  for (const code of codes) if (code !== NULL_CODE) return true;
  return false;
}
