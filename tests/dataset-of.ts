import type { Column, ColumnType, TextColumn } from '../src/core/column';
import { FLAG_UNKNOWN, NULL_CODE } from '../src/core/column';
import type {
  Dataset,
  EventsTable,
  ItemsTable,
  OrdersTable,
  PeopleTable,
  ReportColumn,
  ReportTable,
} from '../src/core/dataset';
import type { Field } from '../src/core/fields';
import { FIELDS } from '../src/core/fields';
import { minorUnits } from '../src/core/minor-units';
import { parseIso } from '../src/core/time/calendar';

/** Dates are ISO strings (`2024-02-29`, `2024-02-29T13:05`), amounts major units; null or absent is unknown. */
export type Value = string | number | boolean | null | undefined;

export interface PersonRow {
  /** What orders and events name the person by; also the label unless `label` is given. */
  readonly id: string;
  readonly label?: string;
  /** Any field of `people`, or `custom:<header>` typed by its values. */
  readonly [field: string]: Value;
}

export interface ItemRow {
  readonly quantity?: number | null;
  /** Major units of the order's currency. */
  readonly amount?: number | null;
  readonly [field: string]: Value;
}

export interface OrderRow {
  /** A person's id (made and not `listed` where no person row has it); null belongs to nobody. */
  readonly person: string | null;
  readonly time: string | null;
  /** Before refunds, after discount. */
  readonly total?: number | null;
  /** 0 unless given. */
  readonly refunded?: number;
  /** Unknown unless given. */
  readonly discount?: number | null;
  readonly units?: number | null;
  /** True unless given; a return carries its worth in `refunded`. */
  readonly sale?: boolean;
  /** `USD` unless given; null is no currency stated. */
  readonly currency?: string | null;
  readonly items?: readonly ItemRow[];
  readonly [field: string]: Value | readonly ItemRow[];
}

export interface EventRow {
  readonly person: string | null;
  readonly time: string | null;
  readonly kind: string;
  readonly [field: string]: Value;
}

export interface ReportRows {
  readonly captureId: string;
  readonly title?: string;
  readonly dimensions: Readonly<Record<string, readonly (string | null)[]>>;
  /** Plain numbers as the report shows them; money in major units of `currency`, rates as fractions. */
  readonly metrics: Readonly<
    Record<string, { readonly unit: ReportColumn['unit']; readonly values: readonly (number | null)[] }>
  >;
  readonly currency?: string | null;
  /** Each row's own, of all amounts, which are then in hundredths of it. */
  readonly rowCurrency?: readonly string[];
}

/** A valid `Dataset` out of plain rows, in any order: sorted as the build sorts, typed as `FIELDS` says. */
export function datasetOf(rows: {
  readonly people?: readonly PersonRow[];
  readonly orders?: readonly OrderRow[];
  readonly events?: readonly EventRow[];
  readonly reports?: readonly ReportRows[];
  readonly version?: number;
}): Dataset {
  const { people = [], orders = [], events = [], reports = [] } = rows;
  const index = new Map<string, number>();
  const labels: string[] = [];
  const meet = (id: string, label = id) => {
    if (index.has(id)) return;
    index.set(id, labels.length);
    labels.push(label);
  };
  for (const row of people) {
    if (index.has(row.id)) throw new Error(`two people called ${row.id}`);
    meet(row.id, row.label);
  }
  for (const row of [...orders, ...events]) if (row.person !== null) meet(row.person);
  const size = labels.length;

  const peopleRows: readonly (PersonRow | undefined)[] = labels.map((_, i) => people[i]);
  const peopleTable: PeopleTable = {
    size,
    label: textColumn(labels),
    columns: columnsOf(peopleRows, ['id', 'label'], FIELDS.people, () => null),
    listed: Uint8Array.from(labels, (_, i) => (i < people.length ? 1 : 0)),
  };

  const sortedOrders = byPersonAndTime(orders, index);
  const lines = sortedOrders.flatMap((o) =>
    (o.items ?? []).map((item) => ({ item, currency: currencyOf(o) })),
  );
  const items: ItemsTable = {
    size: lines.length,
    offsets: Uint32Array.from(running(sortedOrders.map((o) => (o.items ?? []).length))),
    quantity: floats(lines.map(({ item }) => item.quantity)),
    amount: floats(lines.map(({ item, currency }) => minor(item.amount, currency))),
    columns: columnsOf(
      lines.map(({ item }) => item),
      ['quantity', 'amount'],
      FIELDS.orders,
      (row) => lines[row]?.currency ?? null,
    ),
  };
  const ordersTable: OrdersTable = {
    size: sortedOrders.length,
    offsets: offsetsOf(sortedOrders, index),
    person: personsOf(sortedOrders, index),
    time: floats(sortedOrders.map((o) => time(o.time))),
    gross: floats(
      sortedOrders.map((o) => (o.sale === false && o.total == null ? 0 : minor(o.total, currencyOf(o)))),
    ),
    refunded: floats(sortedOrders.map((o) => minor(o.refunded ?? 0, currencyOf(o)))),
    discount: floats(sortedOrders.map((o) => minor(o.discount, currencyOf(o)))),
    units: floats(sortedOrders.map((o) => o.units)),
    isSale: Uint8Array.from(sortedOrders, (o) => (o.sale === false ? 0 : 1)),
    currency: textColumn(sortedOrders.map(currencyOf)),
    columns: columnsOf(
      sortedOrders as readonly Readonly<Record<string, unknown>>[],
      ['person', 'time', 'total', 'refunded', 'discount', 'units', 'sale', 'currency', 'items'],
      FIELDS.orders,
      (row) => currencyOf(sortedOrders[row] as OrderRow),
    ),
  };

  const sortedEvents = byPersonAndTime(events, index);
  const eventsTable: EventsTable = {
    size: sortedEvents.length,
    offsets: offsetsOf(sortedEvents, index),
    person: personsOf(sortedEvents, index),
    time: floats(sortedEvents.map((e) => time(e.time))),
    kind: textColumn(sortedEvents.map((e) => e.kind)),
    columns: columnsOf(sortedEvents, ['person', 'time', 'kind'], FIELDS.events, (row) => {
      const currency = sortedEvents[row]?.['currency'];
      return typeof currency === 'string' ? currency : null;
    }),
  };

  const times = [...ordersTable.time, ...eventsTable.time].filter((t) => !Number.isNaN(t));
  return {
    version: rows.version ?? 1,
    people: peopleTable,
    orders: ordersTable,
    items,
    events: eventsTable,
    reports: reports.map(reportOf),
    passports: [],
    coverage:
      times.length === 0
        ? null
        : { from: times.reduce((a, b) => Math.min(a, b)), to: times.reduce((a, b) => Math.max(a, b)) },
  };
}

const currencyOf = (order: OrderRow): string | null =>
  order.currency === undefined ? 'USD' : order.currency;

function minor(amount: number | null | undefined, currency: string | null): number {
  // Rounded far below a minor unit only to undo what `× 100` does to 0.07.
  return amount == null ? Number.NaN : Math.round(amount * minorUnits(currency) * 1e6) / 1e6;
}

function time(text: string | null): number {
  if (text === null) return Number.NaN;
  const at = parseIso(text);
  if (at === null) throw new Error(`not an ISO time: ${text}`);
  return at;
}

function floats(values: readonly (number | null | undefined)[]): Float64Array {
  return Float64Array.from(values, (v) => v ?? Number.NaN);
}

/** Rows of nobody last, undated rows last within their person, and otherwise as they stand. */
function byPersonAndTime<T extends { readonly person: string | null; readonly time: string | null }>(
  rows: readonly T[],
  index: ReadonlyMap<string, number>,
): T[] {
  const key = (row: T) =>
    row.person === null ? Number.POSITIVE_INFINITY : (index.get(row.person) as number);
  const at = (row: T) => (row.time === null ? Number.POSITIVE_INFINITY : time(row.time));
  return [...rows].sort((a, b) =>
    key(a) === key(b) ? (at(a) === at(b) ? 0 : at(a) - at(b)) : key(a) - key(b),
  );
}

function personsOf(
  rows: readonly { readonly person: string | null }[],
  index: ReadonlyMap<string, number>,
): Int32Array {
  return Int32Array.from(rows, (row) => (row.person === null ? -1 : (index.get(row.person) as number)));
}

function offsetsOf(
  rows: readonly { readonly person: string | null }[],
  index: ReadonlyMap<string, number>,
): Uint32Array {
  const counts = new Array<number>(index.size).fill(0);
  for (const p of personsOf(rows, index)) if (p >= 0) counts[p] = (counts[p] as number) + 1;
  return Uint32Array.from(running(counts));
}

function running(counts: readonly number[]): number[] {
  const out = [0];
  for (const n of counts) out.push((out[out.length - 1] as number) + n);
  return out;
}

function textColumn(values: readonly (string | null | undefined)[]): TextColumn {
  const codes = new Int32Array(values.length);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  values.forEach((value, row) => {
    if (value == null || value === '') {
      codes[row] = NULL_CODE;
      return;
    }
    let code = known.get(value);
    if (code === undefined) {
      code = dictionary.push(value) - 1;
      known.set(value, code);
    }
    codes[row] = code;
  });
  return { type: 'text', codes, dictionary };
}

/** One column for each further key of the rows; held as soon as one row names it, even with null. */
function columnsOf(
  rows: readonly (Readonly<Record<string, unknown>> | undefined)[],
  besides: readonly string[],
  fields: Readonly<Record<string, Field>>,
  currencyAt: (row: number) => string | null,
): Map<string, Column> {
  const ids = new Set(rows.flatMap((row) => Object.keys(row ?? {})));
  for (const id of besides) ids.delete(id);
  return new Map(
    [...ids].map((id) => {
      const values = rows.map((row) => (row?.[id] ?? null) as Value);
      const custom = id.startsWith('custom:');
      const field = fields[id];
      if (field === undefined && !custom) throw new Error(`no such field: ${id}`);
      return [id, columnOf(values, field?.type ?? typeOf(values), currencyAt)];
    }),
  );
}

function typeOf(values: readonly Value[]): ColumnType {
  const one = values.find((v) => v != null);
  return typeof one === 'number' ? 'number' : typeof one === 'boolean' ? 'flag' : 'text';
}

function columnOf(
  values: readonly Value[],
  type: ColumnType,
  currencyAt: (row: number) => string | null,
): Column {
  switch (type) {
    case 'text':
      return textColumn(values.map((v) => (v == null ? null : String(v))));
    case 'flag':
      return { type, values: Uint8Array.from(values, (v) => (v == null ? FLAG_UNKNOWN : v ? 1 : 0)) };
    case 'time':
      return { type, values: floats(values.map((v) => time(v == null ? null : String(v)))) };
    case 'money':
      return {
        type,
        values: floats(values.map((v, i) => minor(v == null ? null : Number(v), currencyAt(i)))),
      };
    case 'number':
      return { type, values: floats(values.map((v) => (v == null ? null : Number(v)))) };
  }
}

function reportOf(rows: ReportRows): ReportTable {
  const { captureId, title = captureId, rowCurrency } = rows;
  const currency = rowCurrency === undefined ? (rows.currency ?? null) : null;
  const dimensions = Object.entries(rows.dimensions).map(
    ([id, values]): ReportColumn => ({
      id,
      header: id,
      column: textColumn(values),
      unit: 'text',
      currency: null,
    }),
  );
  const metrics = Object.entries(rows.metrics).map(([id, { unit, values }]): ReportColumn => {
    const money = unit === 'money';
    const numbers = floats(values.map((v) => (money ? minor(v, currency) : v)));
    return {
      id,
      header: id,
      column: { type: money ? 'money' : 'number', values: numbers },
      unit,
      currency: money ? currency : null,
      ...(money && rowCurrency !== undefined ? { rowCurrency: textColumn(rowCurrency) } : {}),
    };
  });
  const first = dimensions[0] ?? metrics[0];
  const size =
    first === undefined
      ? 0
      : first.column.type === 'text'
        ? first.column.codes.length
        : first.column.values.length;
  return { captureId, title, size, dimensions, metrics };
}
