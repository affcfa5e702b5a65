import { type Column, NULL_CODE, type TextColumn } from '../../core/column';
import type { ItemsTable, OrdersTable } from '../../core/dataset';
import { CUSTOM_PREFIX, FIELDS } from '../../core/fields';
import type { SaidOfPeople } from './build-people';
import { BUILD_WORK } from './build-work';
import { fieldColumn, type KeptTable } from './capture-table';
import { ColumnPieces } from './column-pieces';
import { type GroupedOrders, groupOrders } from './group-orders';
import { firstFilled, gather, isOrderLevel, sumOfLines } from './order-lines';
import { personColumns, personKeyColumns } from './person-columns';
import type { PersonKey } from './person-keys';
import { personTimeOrder } from './person-time-order';

/** One capture's orders, those that no later capture holds again. */
export interface OrderSource {
  readonly kept: KeptTable;
  readonly grouped: GroupedOrders;
  /** Which of the grouped orders stand; null for all of them. */
  readonly groups: Uint32Array | null;
  readonly size: number;
  readonly keys: ReadonlyMap<PersonKey, TextColumn>;
}

/**
 * The same order id in a later capture is the same order as it stands later: the earlier one gives way. Yields the
 * work done after each capture.
 */
export function* orderSources(captures: readonly KeptTable[]): Generator<number, readonly OrderSource[]> {
  const grouped: GroupedOrders[] = [];
  for (const kept of captures) {
    grouped.push(groupOrders(kept));
    yield kept.rows * BUILD_WORK.group;
  }
  const standing = grouped.map((): Uint32Array | null => null);
  for (const idSpace of new Set(captures.map((c) => c.mapping.idSpace))) {
    const sharing = captures.flatMap((c, i) =>
      c.mapping.idSpace === idSpace && grouped[i]?.orderId != null ? [i] : [],
    );
    if (sharing.length < 2) continue;
    const seen = new Set<string>();
    for (const i of sharing.reverse()) {
      const ids = grouped[i]?.orderId as TextColumn;
      const isNew = ids.dictionary.map((id) => !seen.has(id));
      const groups: number[] = [];
      for (let o = 0; o < ids.codes.length; o++) {
        const code = ids.codes[o]!;
        if (code === NULL_CODE || isNew[code]) groups.push(o);
        if (code !== NULL_CODE) seen.add(ids.dictionary[code]!);
      }
      if (groups.length < ids.codes.length) standing[i] = Uint32Array.from(groups);
    }
  }
  return captures.map((kept, i): OrderSource => {
    const own = grouped[i] as GroupedOrders;
    const groups = standing[i] ?? null;
    const perOrder = perOrderOf(own, groups);
    const keys = new Map<PersonKey, TextColumn>();
    for (const [key, column] of personKeyColumns(kept)) keys.set(key, perOrder(column) as TextColumn);
    return { kept, grouped: own, groups, size: groups?.length ?? own.lines.orders, keys };
  });
}

/** Sorts all captures' orders by person and time, with their lines beside them. Yields the work done, column by column. */
export function* buildOrders(
  sources: readonly OrderSource[],
  personOf: readonly Int32Array[],
  people: number,
): Generator<number, SaidOfPeople & { readonly table: OrdersTable; readonly items: ItemsTable }> {
  const size = sources.reduce((sum, s) => sum + s.size, 0);
  const unsortedTime = new Float64Array(size);
  const unsortedPerson = new Int32Array(size);
  const starts: number[] = [];
  let start = 0;
  sources.forEach((source, s) => {
    starts.push(start);
    unsortedTime.set(standing(source, source.grouped.time), start);
    unsortedPerson.set(personOf[s] as Int32Array, start);
    start += source.size;
  });

  const { offsets, members } = personTimeOrder(unsortedPerson, unsortedTime, people);
  yield size * BUILD_WORK.sort;
  const place = new Int32Array(size);
  for (let i = 0; i < size; i++) place[members[i]!] = i;
  // Rows of nobody stand last.
  const person = new Int32Array(size).fill(-1, offsets[people]!);
  for (let p = 0; p < people; p++) person.fill(p, offsets[p], offsets[p + 1]);
  const places = sources.map((source, s) => place.subarray(starts[s], (starts[s] ?? 0) + source.size));

  const numbers = (of: (g: GroupedOrders) => Float64Array) => {
    const out = new Float64Array(size);
    sources.forEach((source, s) => {
      scatter(standing(source, of(source.grouped)), places[s] as Int32Array, out);
    });
    return out;
  };
  const isSale = new Uint8Array(size);
  sources.forEach(({ grouped, groups }, s) => {
    const to = places[s] as Int32Array;
    const from = grouped.isSale;
    for (let i = 0; i < to.length; i++) isSale[to[i]!] = from[groups === null ? i : groups[i]!]!;
  });

  const said = new ColumnPieces();
  const ofOrder = new ColumnPieces();
  const ofItem = new ColumnPieces();
  const linePlaces = placeLines(sources, places, size);
  sources.forEach((source, s) => {
    const to = places[s] as Int32Array;
    const perOrder = perOrderOf(source.grouped, source.groups);
    for (const [id, column] of personColumns(source.kept)) said.add(id, { column: perOrder(column), to });
    const lines = linePlaces.of[s] ?? null;
    for (const { id, column, level } of orderColumns(source)) {
      if (level !== 'line') ofOrder.add(id, { column: perOrder(column), to });
      else if (lines !== null) ofItem.add(id, { column, to: lines });
      if (level === 'line' && id === 'profit') {
        const sums = sumOfLines((column as { values: Float64Array }).values, source.grouped.lines);
        const perGroup: Column = { type: 'money', values: sums };
        ofOrder.add(id, { column: source.groups === null ? perGroup : gather(perGroup, source.groups), to });
      }
    }
  });
  const currency = new ColumnPieces();
  sources.forEach((source, s) => {
    const own = source.grouped.currency;
    const column = source.groups === null ? own : gather(own, source.groups);
    currency.add('currency', { column, to: places[s] as Int32Array });
  });

  const itemAmounts = new Float64Array(linePlaces.size).fill(Number.NaN);
  const itemQuantities = new Float64Array(linePlaces.size).fill(Number.NaN);
  sources.forEach(({ grouped }, s) => {
    const to = linePlaces.of[s];
    if (grouped.items === null || to == null) return;
    scatter(grouped.items.amount, to, itemAmounts);
    scatter(grouped.items.quantity, to, itemQuantities);
  });

  return {
    personOf: person,
    said: yield* said.assemble(size),
    table: {
      size,
      offsets,
      person,
      time: numbers((g) => g.time),
      gross: numbers((g) => g.gross),
      refunded: numbers((g) => g.refunded),
      discount: numbers((g) => g.discount),
      units: numbers((g) => g.units),
      isSale,
      currency: ((yield* currency.assemble(size)).get('currency') ?? emptyText()) as TextColumn,
      columns: yield* ofOrder.assemble(size),
    },
    items: {
      size: linePlaces.size,
      offsets: linePlaces.offsets,
      quantity: itemQuantities,
      amount: itemAmounts,
      columns: yield* ofItem.assemble(linePlaces.size),
    },
  };
}

const emptyText = (): TextColumn => ({ type: 'text', codes: new Int32Array(), dictionary: [] });

/** Fields that the order table holds as columns of its own, or that only lead to them. */
const IN_THE_TABLE = new Set([
  'time',
  'total',
  'lineTotal',
  'refunded',
  'discount',
  'currency',
  'quantity',
  'cancelledAt',
  ...Object.keys(FIELDS.people),
]);
const ALWAYS_OF_LINE = new Set(['sku', 'product', 'category', 'unitPrice']);
const ALWAYS_OF_ORDER = new Set([
  'orderId',
  'status',
  'paymentMethod',
  'channel',
  'orderCountry',
  'coupon',
  'shippingMethod',
  'shipping',
  'tax',
]);

function orderColumns(
  source: OrderSource,
): readonly { readonly id: string; readonly column: Column; readonly level: 'order' | 'line' }[] {
  const { kept, grouped } = source;
  const level = (id: string, column: Column) => {
    if (ALWAYS_OF_LINE.has(id)) return 'line';
    if (ALWAYS_OF_ORDER.has(id) || isOrderLevel(column, grouped.lines)) return 'order';
    return 'line';
  };
  const fields = Object.keys(FIELDS.orders)
    .filter((id) => !IN_THE_TABLE.has(id))
    .flatMap((id) => {
      const column = fieldColumn(kept, id)?.column;
      return column === undefined ? [] : [{ id, column, level: level(id, column) } as const];
    });
  const custom = kept.columns.flatMap(({ mapping, column }) => {
    if (mapping.target.kind !== 'custom' || mapping.target.of !== 'row') return [];
    const id = `${CUSTOM_PREFIX}${mapping.header}`;
    return [{ id, column, level: level(id, column) } as const];
  });
  return [...fields, ...custom];
}

/** Where each line stands among the items; lines of replaced orders, and captures without items, nowhere. */
function placeLines(
  sources: readonly OrderSource[],
  places: readonly Int32Array[],
  orders: number,
): {
  readonly size: number;
  readonly offsets: Uint32Array;
  readonly of: readonly (Int32Array | null)[];
} {
  const hasLines = sources.map((source) => source.grouped.items !== null || hasLineColumns(source));
  const offsets = new Uint32Array(orders + 1);
  if (sources.every(({ grouped, groups }, s) => hasLines[s] && grouped.lines.single && groups === null)) {
    // An order a row, and all of them: each line stands where its order does.
    for (let o = 0; o <= orders; o++) offsets[o] = o;
    return { size: orders, offsets, of: places };
  }
  sources.forEach(({ grouped, groups }, s) => {
    if (!hasLines[s]) return;
    const to = places[s] as Int32Array;
    for (let i = 0; i < to.length; i++) {
      const order = groups === null ? i : groups[i]!;
      offsets[to[i]! + 1] = grouped.lines.offsets[order + 1]! - grouped.lines.offsets[order]!;
    }
  });
  for (let o = 0; o < orders; o++) offsets[o + 1]! += offsets[o]!;
  const of = sources.map(({ grouped, groups, kept }, s) => {
    if (!hasLines[s]) return null;
    const out = new Int32Array(kept.rows).fill(-1);
    const to = places[s] as Int32Array;
    for (let i = 0; i < to.length; i++) {
      const order = groups === null ? i : groups[i]!;
      let next = offsets[to[i]!]!;
      for (let at = grouped.lines.offsets[order]!; at < grouped.lines.offsets[order + 1]!; at++)
        out[grouped.lines.rows[at]!] = next++;
    }
    return out;
  });
  return { size: offsets[orders] ?? 0, offsets, of };
}

function hasLineColumns(source: OrderSource): boolean {
  return orderColumns(source).some(({ level }) => level === 'line');
}

/** A column of a capture's rows as one of its standing orders. */
export function perOrderOf(grouped: GroupedOrders, groups: Uint32Array | null): (column: Column) => Column {
  return (column) => {
    const perGroup = firstFilled(column, grouped.lines);
    return groups === null ? perGroup : gather(perGroup, groups);
  };
}

function standing(source: OrderSource, values: Float64Array): Float64Array {
  const { groups } = source;
  if (groups === null) return values;
  const out = new Float64Array(groups.length);
  for (let i = 0; i < out.length; i++) out[i] = values[groups[i]!]!;
  return out;
}

function scatter(values: Float64Array, to: Int32Array, out: Float64Array): void {
  for (let i = 0; i < to.length; i++) if (to[i]! >= 0) out[to[i]!] = values[i]!;
}
