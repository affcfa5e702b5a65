import type { Mapping } from '../../core/mapping';
import type { KeptColumn } from '../dataset/kept-table';
import type { LoadedTable, LoadPlan } from '../loaded-table';
import { keptAgain } from '../mapping/load-plan';
import { attributionTags } from './attribution-tags';
import { fillDown } from './fill-down';
import { firstOfSeveral } from './first-of-several';
import { pickRows } from './pick-rows';
import { saidColumns } from './said-columns';
import type { ShapedRows } from './shaped-rows';
import { type DaySpan, spanOf } from './span-of';
import { unfoldLines } from './unfold-lines';
import { withoutNotSet } from './without-not-set';

/** Rows as they are kept, and what was done to get there. */
export interface ReshapedRows extends ShapedRows {
  /** Rows that are no data of this table (`Reshape.only`). */
  readonly apart: ReadonlySet<number>;
  readonly filledDown: number;
  /** Lines made of rows; null where none were. */
  readonly unfolded: { readonly rows: number; readonly lines: number } | null;
  readonly notSetCells: number;
  /** Rows that named several people, of whom the first is taken. */
  readonly severalPeople: number;
  /** Rows of a column of notes that name where they came from; null where there is no such column. */
  readonly attributed: { readonly column: string; readonly rows: number } | null;
  /** Days the rows cover, by what they say themselves. */
  readonly span: DaySpan | null;
}

/** Typed columns as `mapping` wants them kept: filled down, sifted, unfolded, with `(not set)` as nothing. */
export function reshapeRows(mapping: Mapping, plan: LoadPlan, loaded: LoadedTable): ReshapedRows {
  const { reshape = {} } = mapping;
  let notSetCells = 0;
  let severalPeople = 0;
  const down = new Set(reshape.fillDown);
  const columns = keptColumns(mapping, plan, loaded).map((kept): KeptColumn => {
    if (kept.column.type !== 'text')
      return down.has(kept.mapping.source) ? { ...kept, column: fillDown(kept.column) } : kept;
    const { column: said, cells } = withoutNotSet(kept.column);
    notSetCells += cells;
    const { column, rows } = isPersonId(kept.mapping) ? firstOfSeveral(said) : { column: said, rows: 0 };
    severalPeople = Math.max(severalPeople, rows);
    if (down.has(kept.mapping.source)) return { ...kept, column: fillDown(column) };
    return column === kept.column ? kept : { ...kept, column };
  });
  let attributed: ReshapedRows['attributed'] = null;
  const known = columns.flatMap((kept): readonly KeptColumn[] => {
    const { column } = kept;
    if (kept.mapping.source !== reshape.attribution?.source || column.type !== 'text') return [kept];
    const found = attributionTags({ ...kept, column });
    attributed = { column: kept.mapping.header, rows: found.rows };
    return found.columns;
  });
  const whole: ShapedRows = { columns: known, rows: loaded.rowsKept, rowNumbers: loaded.rowNumbers };
  const only = rowsOfWords(plan, loaded, reshape.only?.is ?? null);
  const sifted = only === null ? whole : pickRows(whole, only);
  const said = reshape.said === undefined ? [] : saidColumns(mapping.table, reshape.said, sifted.rows);
  const told: ShapedRows = said.length === 0 ? sifted : { ...sifted, columns: [...sifted.columns, ...said] };
  const unfolded = reshape.lines === undefined ? null : unfoldLines(told, reshape.lines);
  return {
    ...(unfolded ?? told),
    apart: rowsApart(loaded, only),
    filledDown: down.size,
    unfolded: unfolded === null ? null : { rows: told.rows, lines: unfolded.rows },
    notSetCells,
    severalPeople,
    attributed,
    span: spanOf(mapping, plan, loaded, told),
  };
}

/** Ids of people; an address or a phone is never a list of them. */
const isPersonId = ({ target }: KeptColumn['mapping']): boolean =>
  target.kind === 'field' &&
  (target.field === 'personId' || target.field === 'crmId' || target.field === 'userId');

function keptColumns(mapping: Mapping, plan: LoadPlan, loaded: LoadedTable): readonly KeptColumn[] {
  const at = (index: number, kept: KeptColumn['mapping']): KeptColumn[] => {
    const column = loaded.columns[index];
    return column === undefined
      ? []
      : [
          {
            mapping: kept,
            column,
            cellCurrency: loaded.cellCurrencies.get(index) ?? null,
            cellOffset: loaded.cellOffsets?.get(index) ?? null,
          },
        ];
  };
  const own = mapping.columns.flatMap((m) =>
    m.target.kind === 'left-out'
      ? []
      : at(
          plan.columns.findIndex((p) => p.source === m.source),
          m,
        ),
  );
  const places = plan.columns.flatMap(({ role }, index) => (role === 'again' ? [index] : []));
  return [...own, ...keptAgain(mapping).flatMap((m, i) => at(places[i] ?? -1, m))];
}

/** Rows whose word in the column to tell them by is one of these; null where all are. */
function rowsOfWords(
  plan: LoadPlan,
  loaded: LoadedTable,
  words: readonly string[] | null,
): Uint32Array | null {
  const column =
    loaded.columns[
      plan.columns.findIndex(({ role, reading }) => role === 'apart' && reading.kind === 'text')
    ];
  if (words === null || column?.type !== 'text') return null;
  const wanted = new Set(words);
  const isWanted = column.dictionary.map((text) => wanted.has(text.trim()));
  const rows: number[] = [];
  for (let row = 0; row < loaded.rowsKept; row++) if (isWanted[column.codes[row]!] === true) rows.push(row);
  return Uint32Array.from(rows);
}

/** Their source records. */
function rowsApart(loaded: LoadedTable, only: Uint32Array | null): ReadonlySet<number> {
  if (only === null) return new Set();
  const apart = new Set(loaded.rowNumbers);
  for (const row of only) apart.delete(loaded.rowNumbers[row]!);
  return apart;
}
