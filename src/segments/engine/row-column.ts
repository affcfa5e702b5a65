import type { Column } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import type { Measure } from '../rule';
import { memo } from './memo';

type Table = Measure['of'];

export interface RowColumn {
  readonly column: Column;
  /** Rows of `items` can borrow a column of their order. */
  readonly rowsOf: Table;
}

/** The column behind a filter's or measure's field; null where no capture holds a value of it. */
export function rowColumn(dataset: Dataset, of: Table, field: string): RowColumn | null {
  const own = heldColumn(dataset, of, field);
  if (own !== null) return { column: own, rowsOf: of };
  const ofOrder = of === 'items' ? heldColumn(dataset, 'orders', field) : null;
  return ofOrder === null ? null : { column: ofOrder, rowsOf: 'orders' };
}

function heldColumn(dataset: Dataset, of: Table, field: string): Column | null {
  const column = tableColumn(dataset, of, field);
  if (column === null) return null;
  return memo(dataset, `held ${of} ${field}`, () => isHeld(column)) ? column : null;
}

function tableColumn(dataset: Dataset, of: Table, field: string): Column | null {
  const { orders, items, events } = dataset;
  switch (of) {
    case 'orders':
      switch (field) {
        case 'revenue':
          return { type: 'money', values: revenueOf(dataset) };
        case 'gross':
        case 'total':
        case 'value':
          return { type: 'money', values: orders.gross };
        case 'refunded':
          return { type: 'money', values: orders.refunded };
        case 'discount':
          return { type: 'money', values: orders.discount };
        case 'units':
          return { type: 'number', values: orders.units };
        case 'currency':
          return orders.currency;
        case 'time':
          return { type: 'time', values: orders.time };
        default:
          return orders.columns.get(field) ?? null;
      }
    case 'items':
      switch (field) {
        case 'revenue':
        case 'gross':
        case 'value':
        case 'amount':
          return { type: 'money', values: items.amount };
        case 'units':
        case 'quantity':
          return { type: 'number', values: items.quantity };
        default:
          return items.columns.get(field) ?? null;
      }
    case 'events':
      switch (field) {
        case 'kind':
          return events.kind;
        case 'time':
          return { type: 'time', values: events.time };
        default:
          return events.columns.get(field) ?? null;
      }
  }
}

/** After refunds, minor units by order row; what a return takes back stands on its own row. */
function revenueOf(dataset: Dataset): Float64Array {
  return memo(dataset, 'revenue', () => {
    const { gross, refunded } = dataset.orders;
    const out = new Float64Array(gross.length);
    for (let row = 0; row < out.length; row++) out[row] = gross[row]! - refunded[row]!;
    return out;
  });
}

/** Whether any row carries a value. */
export function isHeld(column: Column): boolean {
  switch (column.type) {
    case 'text':
      return column.codes.some((code) => code >= 0);
    case 'flag':
      return column.values.some((v) => v < 2);
    default:
      return column.values.some((v) => !Number.isNaN(v));
  }
}
