import { type Column, NULL_CODE, type TextColumn } from '../../core/column';
import { CUSTOM_PREFIX, FIELDS } from '../../core/fields';
import { fieldColumn, type KeptTable } from './capture-table';
import { PERSON_KEYS, type PersonKey } from './person-keys';

/** The kept columns that say whose each row is. */
export function personKeyColumns(kept: KeptTable): ReadonlyMap<PersonKey, TextColumn> {
  return new Map(
    PERSON_KEYS.flatMap((key) => {
      const found = fieldColumn(kept, key);
      return found?.column.type === 'text' ? [[key, found.column] as const] : [];
    }),
  );
}

/** What the kept rows say of people, by field id or `custom:<header>`; first and last name become `name`. */
export function personColumns(kept: KeptTable): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const id of Object.keys(FIELDS.people)) {
    const found = fieldColumn(kept, id);
    if (found !== null && id !== 'firstName' && id !== 'lastName') columns.set(id, found.column);
  }
  const first = fieldColumn(kept, 'firstName')?.column;
  const last = fieldColumn(kept, 'lastName')?.column;
  if (!columns.has('name')) {
    if (first?.type === 'text' && last?.type === 'text') columns.set('name', fullName(first, last));
    else if (first !== undefined || last !== undefined) columns.set('name', (first ?? last) as Column);
  }
  for (const { mapping, column } of kept.columns) {
    const { target } = mapping;
    if (target.kind !== 'custom') continue;
    if (target.of === 'person' || kept.mapping.table === 'people')
      columns.set(`${CUSTOM_PREFIX}${mapping.header}`, column);
  }
  return columns;
}

function fullName(first: TextColumn, last: TextColumn): TextColumn {
  const codes = new Int32Array(first.codes.length).fill(NULL_CODE);
  const pairs = new Map<number, number>();
  const names = new Map<string, number>();
  const base = last.dictionary.length + 1;
  for (let row = 0; row < codes.length; row++) {
    const a = first.codes[row]!;
    const b = last.codes[row]!;
    if (a === NULL_CODE && b === NULL_CODE) continue;
    const pair = (a + 1) * base + b + 1;
    let code = pairs.get(pair);
    if (code === undefined) {
      const name = [first.dictionary[a], last.dictionary[b]].filter((part) => part !== undefined).join(' ');
      code = names.get(name) ?? names.size;
      names.set(name, code);
      pairs.set(pair, code);
    }
    codes[row] = code;
  }
  return { type: 'text', codes, dictionary: [...names.keys()] };
}
