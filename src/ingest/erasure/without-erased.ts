import { type Column, NULL_CODE, type TextColumn } from '../../core/column';
import type { Mapping } from '../../core/mapping';
import type { RefusedRow } from '../../core/problem';
import { fieldColumn, type KeptTable } from '../dataset/capture-table';
import { JOIN_KEYS, type JoinKey } from '../joins/keyed-rows';
import { pickRows } from '../reshape/pick-rows';
import type { IsErased } from './erased-keys';

/**
 * 1 for rows of whom is erased, and for the lines of their orders that name nobody. `alsoRecords` are source records
 * known to be theirs by no key of their own.
 */
function rowsOfErased(kept: KeptTable, isErased: IsErased, alsoRecords: ReadonlySet<number>): Uint8Array {
  const { mapping } = kept;
  const theirs = new Uint8Array(kept.rows);
  if (mapping.table === 'reports' || mapping.table === 'spend') return theirs;
  if (alsoRecords.size > 0)
    for (let row = 0; row < kept.rows; row++) if (alsoRecords.has(kept.rowNumbers[row]!)) theirs[row] = 1;
  for (const key of JOIN_KEYS) {
    const column = textOf(kept, key);
    if (column !== null) markRows(column, theirs, (text) => isErased(key, mapping.idSpace, text));
  }
  // An export may name the buyer on an order's first line alone.
  const ids = mapping.table === 'orders' ? textOf(kept, 'orderId') : null;
  if (ids !== null && theirs.includes(1)) {
    const orders = codesOf(ids, theirs);
    for (let row = 0; row < kept.rows; row++) if (orders.has(ids.codes[row]!)) theirs[row] = 1;
  }
  return theirs;
}

/** Numbers of their orders, by which another export may know them. */
export function orderIdsOfErased(
  kept: KeptTable,
  isErased: IsErased,
  alsoRecords: ReadonlySet<number> = NONE,
): readonly string[] {
  const ids = kept.mapping.table === 'orders' ? textOf(kept, 'orderId') : null;
  if (ids === null) return [];
  return [...codesOf(ids, rowsOfErased(kept, isErased, alsoRecords))].flatMap((code) => {
    const id = (ids.dictionary[code] ?? '').trim();
    return id === '' ? [] : [id];
  });
}

function codesOf({ codes }: TextColumn, rows: Uint8Array): ReadonlySet<number> {
  const found = new Set<number>();
  for (let row = 0; row < rows.length; row++) if (rows[row] === 1) found.add(codes[row]!);
  found.delete(NULL_CODE);
  return found;
}

const NONE: ReadonlySet<number> = new Set();

/** The table without their rows, and without the texts only they had; the same table where there are none. */
export function withoutErased(
  kept: KeptTable,
  isErased: IsErased,
  alsoRecords: ReadonlySet<number> = NONE,
): KeptTable {
  const drop = rowsOfErased(kept, isErased, alsoRecords);
  const stay: number[] = [];
  const gone = new Set<number>();
  for (let row = 0; row < kept.rows; row++) {
    if (drop[row] === 0) stay.push(row);
    else gone.add(kept.rowNumbers[row]!);
  }
  if (gone.size === 0) return kept;
  const picked = pickRows(kept, Uint32Array.from(stay));
  const { passport } = kept;
  const erasedBefore = passport.notes.find(({ code }) => code === 'erased-people')?.params['count'];
  return {
    ...kept,
    ...picked,
    columns: picked.columns.map((of) => ({
      ...of,
      column: compact(of.column),
      cellCurrency: of.cellCurrency && compactText(of.cellCurrency),
      ...(of.cellOffset == null ? {} : { cellOffset: compactText(of.cellOffset) }),
    })),
    passport: {
      ...passport,
      rowsKept: passport.rowsKept - gone.size,
      rowsSetApart: passport.rowsSetApart + gone.size,
      notes: [
        ...passport.notes.filter(({ code }) => code !== 'erased-people'),
        { code: 'erased-people', params: { count: gone.size + Number(erasedBefore ?? 0) } },
      ],
      problems: passport.problems.filter(({ row }) => row === undefined || !gone.has(row)),
    },
  };
}

/** Refused rows that don't name anybody erased. */
export function refusedWithout(
  refused: readonly RefusedRow[],
  mapping: Mapping,
  isErased: IsErased,
): readonly RefusedRow[] {
  const asked = mapping.columns.flatMap(({ source, target }) => {
    const key = JOIN_KEYS.find((k) => target.kind === 'field' && target.field === k);
    return key === undefined ? [] : [{ source, key }];
  });
  return refused.filter(
    ({ cells }) => !asked.some(({ source, key }) => isErased(key, mapping.idSpace, cells[source] ?? '')),
  );
}

function textOf(kept: KeptTable, key: JoinKey): TextColumn | null {
  const column = fieldColumn(kept, key)?.column;
  return column?.type === 'text' ? column : null;
}

function markRows({ codes, dictionary }: TextColumn, rows: Uint8Array, is: (text: string) => boolean): void {
  const hit = Uint8Array.from(dictionary, (text) => (is(text) ? 1 : 0));
  if (!hit.includes(1)) return;
  for (let row = 0; row < rows.length; row++)
    if (codes[row] !== NULL_CODE && hit[codes[row]!] === 1) rows[row] = 1;
}

const compact = (column: Column): Column => (column.type === 'text' ? compactText(column) : column);

/** Without the texts that no row has. */
function compactText(column: TextColumn): TextColumn {
  const { codes, dictionary } = column;
  const to = new Int32Array(dictionary.length).fill(NULL_CODE);
  for (const code of codes) if (code !== NULL_CODE) to[code] = 0;
  const used: string[] = [];
  dictionary.forEach((text, code) => {
    if (to[code] === 0) to[code] = used.push(text) - 1;
  });
  if (used.length === dictionary.length) return column;
  return {
    type: 'text',
    codes: codes.map((code) => (code === NULL_CODE ? code : to[code]!)),
    dictionary: used,
  };
}
