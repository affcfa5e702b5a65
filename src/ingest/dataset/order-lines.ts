import { type Column, isNull, NULL_CODE, type TextColumn } from '../../core/column';
import { countingSort } from '../../core/sorting/counting-sort';

/** Which rows of a table make one order. Orders stand in the order of their first row, lines in row order. */
export interface OrderLines {
  readonly orders: number;
  /** Rows of order o are `rows[offsets[o]]` up to `rows[offsets[o + 1]]`. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** True where every row is an order of its own: columns then need no regrouping. */
  readonly single: boolean;
}

/** Rows with the same order id are one order, wherever they stand; a row without an id is an order of its own. */
export function orderLines(orderId: TextColumn | null, rows: number): OrderLines {
  const orderOf = new Int32Array(rows);
  let orders = 0;
  if (orderId === null) orders = rows;
  else {
    const orderOfCode = new Int32Array(orderId.dictionary.length).fill(-1);
    for (let row = 0; row < rows; row++) {
      const code = orderId.codes[row]!;
      if (code === NULL_CODE) {
        orderOf[row] = orders++;
        continue;
      }
      if (orderOfCode[code] === -1) orderOfCode[code] = orders++;
      orderOf[row] = orderOfCode[code]!;
    }
  }
  if (orders === rows) {
    const offsets = new Uint32Array(rows + 1);
    for (let i = 0; i <= rows; i++) offsets[i] = i;
    return { orders, offsets, rows: offsets.subarray(0, rows), single: true };
  }
  const { offsets, members } = countingSort(orderOf, orders);
  return { orders, offsets, rows: members, single: false };
}

/** One value an order: that of its first row where it is filled. */
export function firstFilled(column: Column, lines: OrderLines): Column {
  if (lines.single) return column;
  const { orders, offsets, rows } = lines;
  const pick = new Uint32Array(orders);
  for (let o = 0; o < orders; o++) {
    const first = offsets[o]!;
    const end = offsets[o + 1]!;
    let at = first;
    while (at < end && isNull(column, rows[at]!)) at++;
    pick[o] = rows[at === end ? first : at]!;
  }
  return gather(column, pick);
}

/** The column's values at `rows`, in that order. */
export function gather(column: Column, rows: Uint32Array): Column {
  const size = rows.length;
  switch (column.type) {
    case 'text': {
      const codes = new Int32Array(size);
      for (let i = 0; i < size; i++) codes[i] = column.codes[rows[i]!]!;
      return { ...column, codes };
    }
    case 'flag': {
      const values = new Uint8Array(size);
      for (let i = 0; i < size; i++) values[i] = column.values[rows[i]!]!;
      return { type: 'flag', values };
    }
    default: {
      const values = new Float64Array(size);
      for (let i = 0; i < size; i++) values[i] = column.values[rows[i]!]!;
      return { type: column.type, values };
    }
  }
}

/**
 * Whether a column says something of the order rather than of the line: no order has two different values in it.
 * Settled from the whole column, because one order with two equal lines proves nothing.
 */
export function isOrderLevel(column: Column, lines: OrderLines): boolean {
  if (lines.single) return true;
  const values = column.type === 'text' ? column.codes : column.values;
  const { orders, offsets, rows } = lines;
  for (let o = 0; o < orders; o++) {
    let seen = -1;
    for (let at = offsets[o]!; at < offsets[o + 1]!; at++) {
      const row = rows[at]!;
      if (isNull(column, row)) continue;
      if (seen === -1) seen = row;
      else if (values[row] !== values[seen]) return false;
    }
  }
  return true;
}

/** Sum of the filled lines of each order; NaN where none is filled. */
export function sumOfLines(values: Float64Array, lines: OrderLines): Float64Array {
  if (lines.single) return values;
  const { orders, offsets, rows } = lines;
  const out = new Float64Array(orders);
  for (let o = 0; o < orders; o++) {
    let sum = Number.NaN;
    for (let at = offsets[o]!; at < offsets[o + 1]!; at++) {
      const v = values[rows[at]!]!;
      if (!Number.isNaN(v)) sum = !Number.isNaN(sum) ? sum + v : v;
    }
    out[o] = sum;
  }
  return out;
}
