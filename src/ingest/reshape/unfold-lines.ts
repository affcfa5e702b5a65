import { type Column, FLAG_UNKNOWN, NULL_CODE, type TextColumn } from '../../core/column';
import type { ColumnMapping, Reshape } from '../../core/mapping';
import { minorUnits } from '../../core/minor-units';
import type { KeptColumn } from '../dataset/kept-table';
import { jsonLines } from './json-lines';
import type { OrderLine } from './order-line';
import { packedLines } from './packed-lines';
import type { ShapedRows } from './shaped-rows';

/** Parts of a line that are amounts, numbers or words, by the field they become. */
const PARTS = {
  sku: 'text',
  product: 'text',
  category: 'text',
  quantity: 'number',
  unitPrice: 'money',
  lineTotal: 'money',
} as const satisfies Record<keyof OrderLine, Column['type']>;

/**
 * An order whose cell lists what it is made of, as one row for each line: all that is said of the order stands on the
 * first, its number on every one. A row whose cell is no such list stays as it is, its words as the product's name.
 * Null where the table has no such column or its orders have no numbers.
 */
export function unfoldLines(table: ShapedRows, how: NonNullable<Reshape['lines']>): ShapedRows | null {
  const list = table.columns.find((c) => c.mapping.source === how.source && c.column.type === 'text');
  const id = table.columns.find((c) => isField(c, 'orderId'));
  if (list === undefined || list.column.type !== 'text' || id === undefined) return null;
  const { codes, dictionary } = list.column;
  const read = how.as === 'packed' ? packedLines : jsonLines;
  const made = dictionary.map((text) => read(text));
  if (made.every((lines) => lines === null)) return null;
  const takesBack = refundRows(table);
  const linesOf = (row: number): readonly OrderLine[] => {
    const code = codes[row]!;
    if (code === NULL_CODE || takesBack?.[row] === 1) return [NOTHING];
    return made[code] ?? [{ ...NOTHING, product: dictionary[code] ?? null }];
  };

  let size = 0;
  for (let row = 0; row < table.rows; row++) size += linesOf(row).length;
  const from = new Uint32Array(size);
  const isFirst = new Uint8Array(size);
  const lines: OrderLine[] = [];
  for (let row = 0; row < table.rows; row++) {
    isFirst[lines.length] = 1;
    for (const line of linesOf(row)) {
      from[lines.length] = row;
      lines.push(line);
    }
  }

  const taken = new Set<string>(partsIn(lines));
  const columns = table.columns.flatMap((kept): readonly KeptColumn[] => {
    if (kept === list) return partsIn(lines).map((part) => partColumn(kept, part, lines));
    const repeats = kept === id;
    const spread: KeptColumn = {
      ...kept,
      column: spreadColumn(kept.column, from, repeats ? null : isFirst),
      cellCurrency: kept.cellCurrency && (spreadColumn(kept.cellCurrency, from, isFirst) as TextColumn),
      cellOffset:
        kept.cellOffset == null ? null : (spreadColumn(kept.cellOffset, from, isFirst) as TextColumn),
    };
    // What the row says of the whole order under a line's name (`Items sold`) is kept as its own.
    const { target } = kept.mapping;
    return target.kind === 'field' && taken.has(target.field)
      ? [{ ...spread, mapping: { ...kept.mapping, target: { kind: 'custom', of: 'row' } } }]
      : [spread];
  });
  return { columns, rows: size, rowNumbers: Uint32Array.from(from, (row) => table.rowNumbers[row]!) };
}

/** Rows that only take back: what they list was not bought once more. Null where there are none. */
function refundRows(table: ShapedRows): Uint8Array | null {
  const valuesOf = (field: string) => {
    const column = table.columns.find((c) => isField(c, field))?.column;
    return column?.type === 'money' ? column.values : null;
  };
  const refunded = valuesOf('refunded');
  const total = valuesOf('total');
  if (refunded === null || total === null) return null;
  return Uint8Array.from(refunded, (value, row) =>
    value !== 0 && !Number.isNaN(value) && Number.isNaN(total[row]) ? 1 : 0,
  );
}

const NOTHING: OrderLine = {
  sku: null,
  product: null,
  category: null,
  quantity: null,
  unitPrice: null,
  lineTotal: null,
};

const isField = ({ mapping: { target } }: KeptColumn, field: string): boolean =>
  target.kind === 'field' && target.field === field;

function partsIn(lines: readonly OrderLine[]): readonly (keyof OrderLine)[] {
  return (Object.keys(PARTS) as (keyof OrderLine)[]).filter((part) =>
    lines.some((line) => line[part] !== null),
  );
}

function partColumn(list: KeptColumn, part: keyof OrderLine, lines: readonly OrderLine[]): KeptColumn {
  const type = PARTS[part];
  const mapping: ColumnMapping = {
    source: list.mapping.source,
    header: `${list.mapping.header} › ${part}`,
    target: { kind: 'field', field: part },
    reading:
      type === 'money'
        ? { kind: 'money', decimal: '.', group: '', currency: null }
        : type === 'number'
          ? { kind: 'number', decimal: '.', group: '', unit: 'plain' }
          : { kind: 'text' },
  };
  if (type === 'text')
    return {
      mapping,
      column: textColumn(lines.map((line) => line[part] as string | null)),
      cellCurrency: null,
    };
  const scale = type === 'money' ? minorUnits(null) : 1;
  const values = Float64Array.from(lines, (line) => {
    const value = line[part] as number | null;
    // Rounded far below a minor unit only to undo what `× 100` does to 0.07.
    return value === null ? Number.NaN : Math.round(value * scale * 1e6) / 1e6;
  });
  return { mapping, column: { type, values }, cellCurrency: null };
}

function textColumn(texts: readonly (string | null)[]): TextColumn {
  const at = new Map<string, number>();
  const codes = Int32Array.from(texts, (text) => {
    if (text === null) return NULL_CODE;
    const code = at.get(text) ?? at.size;
    at.set(text, code);
    return code;
  });
  return { type: 'text', codes, dictionary: [...at.keys()] };
}

/** Row `i` from row `from[i]`; where `only` is given, nothing on rows it does not mark. */
function spreadColumn(column: Column, from: Uint32Array, only: Uint8Array | null): Column {
  const none = (i: number) => only !== null && only[i] === 0;
  if (column.type === 'text')
    return {
      ...column,
      codes: Int32Array.from(from, (row, i) => (none(i) ? NULL_CODE : column.codes[row]!)),
    };
  if (column.type === 'flag')
    return {
      type: 'flag',
      values: Uint8Array.from(from, (row, i) => (none(i) ? FLAG_UNKNOWN : column.values[row]!)),
    };
  return {
    type: column.type,
    values: Float64Array.from(from, (row, i) => (none(i) ? Number.NaN : column.values[row]!)),
  };
}
