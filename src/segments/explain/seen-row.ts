import { type Column, textAt } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import type { Measure } from '../rule/rule';
import type { SeenRow } from './clause-trace';

/** A row of a table as a person recognises it. */
export function seenRow(dataset: Dataset, of: Measure['of'], row: number): SeenRow {
  const { orders, items, events } = dataset;
  switch (of) {
    case 'orders':
      return {
        of,
        time: known(orders.time[row]),
        what: textOf(orders.columns.get('orderId'), row),
        amountMinor:
          orders.isSale[row] === 1 ? known(orders.gross[row]) : known(-(orders.refunded[row] ?? 0)),
        currency: textAt(orders.currency, row),
      };
    case 'items': {
      const order = orderOfLine(items.offsets, row);
      return {
        of,
        time: known(orders.time[order]),
        what: textOf(items.columns.get('product'), row) ?? textOf(items.columns.get('sku'), row),
        amountMinor: known(items.amount[row]),
        currency: textAt(orders.currency, order),
      };
    }
    case 'events':
      return {
        of,
        time: known(events.time[row]),
        what: textAt(events.kind, row),
        amountMinor: null,
        currency: null,
      };
  }
}

/** The order whose lines take in `line`: the last that begins at or before it and has any. */
function orderOfLine(offsets: Uint32Array, line: number): number {
  let lo = 0;
  let hi = offsets.length - 2;
  while (lo < hi) {
    const mid = (lo + hi + 1) >>> 1;
    if (offsets[mid]! <= line) lo = mid;
    else hi = mid - 1;
  }
  return lo;
}

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

const textOf = (column: Column | undefined, row: number): string | null =>
  column?.type === 'text' ? textAt(column, row) : null;
