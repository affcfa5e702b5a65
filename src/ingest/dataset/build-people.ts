import { type Column, NULL_CODE, type TextColumn } from '../../core/column';
import type { PeopleTable } from '../../core/dataset';
import { CUSTOM_PREFIX } from '../../core/fields';
import type { KeptTable } from './capture-table';
import { ColumnPieces } from './column-pieces';
import { personColumns } from './person-columns';

/** What rows of another table, sorted by time within a person, say of people. */
export interface SaidOfPeople {
  readonly personOf: Int32Array;
  readonly said: ReadonlyMap<string, Column>;
}

/**
 * A contact list's word goes before what orders and events say; within each, the last row's does. Yields the work
 * done, column by column.
 */
export function* buildPeople(
  size: number,
  contacts: readonly KeptTable[],
  personOf: readonly Int32Array[],
  others: readonly SaidOfPeople[],
): Generator<number, PeopleTable> {
  const pieces = new ColumnPieces();
  for (const { said, personOf: to } of others)
    for (const [id, column] of said) pieces.add(id, { column, to });
  contacts.forEach((kept, i) => {
    for (const [id, column] of personColumns(kept)) pieces.add(id, { column, to: personOf[i] as Int32Array });
  });

  const columns = yield* pieces.assemble(size);
  const listed = new Uint8Array(size);
  for (const people of personOf) for (const person of people) if (person >= 0) listed[person] = 1;
  return { size, label: labels(size, columns), columns, currencies: currenciesOf(contacts, others), listed };
}

/** What others say of people in amounts is theirs to know the currency of: only a contact list's own is taken. */
function currenciesOf(
  contacts: readonly KeptTable[],
  others: readonly SaidOfPeople[],
): ReadonlyMap<string, string | null> {
  const out = new Map<string, string | null>();
  const unsure = new Set(others.flatMap(({ said }) => [...said.keys()]));
  for (const kept of contacts)
    for (const { mapping, column, cellCurrency } of kept.columns) {
      if (column.type !== 'money' || mapping.target.kind !== 'custom') continue;
      const id = `${CUSTOM_PREFIX}${mapping.header}`;
      const { reading } = mapping;
      const stated = (reading.kind === 'money' ? reading.currency : null) ?? kept.mapping.currency;
      const cells = cellCurrency?.dictionary ?? [];
      const own = cells.length === 1 ? (cells[0] ?? null) : stated;
      if (cells.length > 1 || (out.has(id) && out.get(id) !== own)) unsure.add(id);
      out.set(id, own);
    }
  for (const id of unsure) out.delete(id);
  return out;
}

const LABEL_FIELDS = ['personId', 'crmId', 'email', 'userId', 'clientId', 'phone', 'name'];

/** The best id held; a contact without any is called by its place. */
function labels(size: number, columns: ReadonlyMap<string, Column>): TextColumn {
  // Mostly one id is everybody's: its column is the labels.
  for (const id of LABEL_FIELDS) {
    const column = columns.get(id);
    if (column?.type !== 'text') continue;
    if (!column.codes.includes(NULL_CODE)) return column;
    break;
  }
  const codes = new Int32Array(size).fill(NULL_CODE);
  const dictionary: string[] = [];
  const at = new Map<string, number>();
  const codeOf = (text: string) => {
    const known = at.get(text);
    if (known !== undefined) return known;
    at.set(text, dictionary.length);
    return dictionary.push(text) - 1;
  };
  for (const id of LABEL_FIELDS) {
    const column = columns.get(id);
    if (column?.type !== 'text') continue;
    const map = new Int32Array(column.dictionary.length).fill(NULL_CODE);
    for (let p = 0; p < size; p++) {
      const code = column.codes[p]!;
      if (codes[p] !== NULL_CODE || code === NULL_CODE) continue;
      if (map[code] === NULL_CODE) map[code] = codeOf(column.dictionary[code]!);
      codes[p] = map[code]!;
    }
  }
  for (let p = 0; p < size; p++) if (codes[p] === NULL_CODE) codes[p] = codeOf(`#${p + 1}`);
  return { type: 'text', codes, dictionary };
}
