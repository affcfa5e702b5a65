import { columnLength, isNull, NULL_CODE, type TextColumn, textAt } from '../../core/column';
import type { ColumnMapping } from '../../core/mapping';
import { normaliseKey, PERSON_KEYS } from '../../core/person-keys';
import type { KeptTable } from '../dataset/capture-table';
import { groupOrders } from '../dataset/group-orders';
import { firstFilled, isOrderLevel } from '../dataset/order-lines';
import { personKeyColumns } from '../dataset/person-columns';
import { columnField, linesField, type RecordField } from './record-field';

/** A capture as the things it tells of: orders by their id, contacts by their surest key, report rows by dimension. */
export interface Records {
  readonly unit: 'orders' | 'people' | 'rows';
  readonly size: number;
  /** What a thing is known again by; null where only all it says tells it from others. */
  readonly ids: readonly (string | null)[];
  /** The id as it is read. */
  label(record: number): string | null;
  /** Of each record, where the source gives it. */
  readonly time: Float64Array | null;
  readonly fields: readonly RecordField[];
  /** 1-based source record. */
  row(record: number): number;
}

export function recordsOf(kept: KeptTable): Records {
  switch (kept.mapping.table) {
    case 'orders':
      return ordersOf(kept);
    case 'people':
      return peopleOf(kept);
    case 'events':
      return { ...rowsOf(kept), ids: new Array<null>(kept.rows).fill(null), label: () => null };
    case 'reports':
    case 'spend':
      return reportRows(kept);
  }
}

/** What a column goes to: a field, a dimension, or its own header. */
export function targetName({ target, header }: ColumnMapping): string {
  switch (target.kind) {
    case 'field':
      return `field ${target.field}`;
    case 'dimension':
    case 'metric':
      return `${target.kind} ${target.id ?? header}`;
    default:
      return `custom ${header}`;
  }
}

/** The currency an amount of this column is in; null where nothing says. */
function currencyIn(kept: KeptTable, column: KeptTable['columns'][number]): (row: number) => string | null {
  const { reading } = column.mapping;
  const stated = (reading.kind === 'money' ? reading.currency : null) ?? kept.mapping.currency;
  const beside = kept.columns.find(
    ({ mapping: { target } }) => target.kind === 'field' && target.field === 'currency',
  );
  const own = beside?.column.type === 'text' ? beside.column : null;
  return (row) =>
    (column.cellCurrency === null ? null : textAt(column.cellCurrency, row)) ??
    (own === null ? null : textAt(own, row)) ??
    stated;
}

/** Two columns of one target stay two fields. */
function named(
  kept: KeptTable,
): readonly { readonly name: string; readonly column: KeptTable['columns'][number] }[] {
  const seen = new Map<string, number>();
  return kept.columns.map((column) => {
    const name = targetName(column.mapping);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { name: nth === 1 ? name : `${name} ${nth}`, column };
  });
}

function rowsOf(kept: KeptTable): Omit<Records, 'ids' | 'label'> {
  const time = kept.columns.find(
    ({ mapping: { target } }) => target.kind === 'field' && target.field === 'time',
  );
  return {
    unit: 'rows',
    size: kept.rows,
    time: time?.column.type === 'time' ? time.column.values : null,
    fields: named(kept).map(({ name, column }) =>
      columnField(name, column.mapping.header, column.column, currencyIn(kept, column)),
    ),
    row: (record) => kept.rowNumbers[record]!,
  };
}

function ordersOf(kept: KeptTable): Records {
  const grouped = groupOrders(kept);
  const { orderId, lines, time } = grouped;
  if (orderId === null)
    return { ...rowsOf(kept), unit: 'orders', ids: new Array<null>(kept.rows).fill(null), label: () => null };
  const firstRow = (order: number): number => lines.rows[lines.offsets[order]!]!;
  const ids = Array.from(orderId.codes, (code) => (code === NULL_CODE ? null : orderId.dictionary[code]!));
  return {
    unit: 'orders',
    size: lines.orders,
    ids,
    label: (order) => ids[order] ?? null,
    time,
    fields: named(kept)
      .filter(({ name }) => name !== 'field orderId')
      .map(({ name, column: of }) => {
        const ofRow = currencyIn(kept, of);
        const currency = (order: number) => ofRow(firstRow(order));
        const { header } = of.mapping;
        // The lines after an order's first that leave its totals blank say nothing else of them.
        return isOrderLevel(of.column, lines)
          ? columnField(name, header, firstFilled(of.column, lines), currency)
          : linesField(name, header, of.column, lines, currency);
      }),
    row: (order) => kept.rowNumbers[firstRow(order)]!,
  };
}

function peopleOf(kept: KeptTable): Records {
  const ids: (string | null)[] = new Array<string | null>(kept.rows).fill(null);
  const labels: (string | null)[] = new Array<string | null>(kept.rows).fill(null);
  const keys = personKeyColumns(kept);
  for (const key of PERSON_KEYS) {
    const column = keys.get(key);
    if (column === undefined) continue;
    const normal = column.dictionary.map((text) => normaliseKey(key, text));
    for (let row = 0; row < kept.rows; row++) {
      const code = column.codes[row]!;
      const value = code === NULL_CODE || ids[row] !== null ? null : (normal[code] ?? null);
      if (value === null) continue;
      ids[row] = `${key} ${value}`;
      labels[row] = column.dictionary[code]!;
    }
  }
  return { ...rowsOf(kept), unit: 'people', time: null, ids, label: (row) => labels[row] ?? null };
}

const SPEND_MEASURES = new Set(['cost', 'clicks', 'impressions', 'conversions', 'conversionValue']);

function reportRows(kept: KeptTable): Records {
  const dimensions = kept.columns.filter(({ mapping: { target }, column }) =>
    target.kind === 'dimension'
      ? true
      : target.kind === 'field'
        ? !SPEND_MEASURES.has(target.field)
        : target.kind === 'custom' && column.type === 'text',
  );
  const day = dimensions.find(({ column }) => column.type === 'time')?.column;
  const cell = ({ column }: (typeof dimensions)[number], row: number): string =>
    isNull(column, row)
      ? ''
      : column.type === 'text'
        ? ((column as TextColumn).dictionary[column.codes[row]!] ?? '')
        : column.type === 'time'
          ? new Date(column.values[row]!).toISOString().slice(0, 10)
          : String(column.values[row]);
  const ids = Array.from({ length: kept.rows }, (_, row) =>
    dimensions.length === 0 ? null : dimensions.map((d) => cell(d, row)).join('\u0000'),
  );
  return {
    ...rowsOf(kept),
    time: day?.type === 'time' && columnLength(day) === kept.rows ? day.values : null,
    ids,
    label: (row) =>
      ids[row]
        ?.split('\u0000')
        .filter((part) => part !== '')
        .join(' · ') ?? null,
  };
}
