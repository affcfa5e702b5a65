import type { Column } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import type { Measure } from '../rule/rule';
import { memo } from './memo';

type Table = Measure['of'];

export interface RowColumn {
  readonly column: Column;
  /** Rows of `items` can borrow a column of their order. */
  readonly rowsOf: Table;
}

/** The column behind a filter's or measure's field; null where no capture holds it. */
export function rowColumn(dataset: Dataset, of: Table, field: string): RowColumn | null {
  const own = tableColumn(dataset, of, field);
  if (own !== null) return { column: own, rowsOf: of };
  const ofOrder = of === 'items' ? tableColumn(dataset, 'orders', field) : null;
  return ofOrder === null ? null : { column: ofOrder, rowsOf: 'orders' };
}

/** As `rowColumn`, where at least one row has a value. */
export function filledRowColumn(dataset: Dataset, of: Table, field: string): RowColumn | null {
  const found = rowColumn(dataset, of, field);
  if (found === null) return null;
  return memo(dataset, `filled ${of} ${field}`, () => isFilled(found.column)) ? found : null;
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
          return ifFilled(dataset, { type: 'money', values: orders.discount });
        case 'units':
          return ifFilled(dataset, { type: 'number', values: orders.units });
        case 'currency':
          return dataset.converted?.orderCurrency ?? orders.currency;
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
        case 'currency':
          return dataset.converted?.eventCurrency ?? events.columns.get(field) ?? null;
        default:
          return events.columns.get(field) ?? null;
      }
  }
}

/** Columns every dataset has: nothing in them is nothing held. */
function ifFilled(dataset: Dataset, column: Column & { readonly values: Float64Array }): Column | null {
  return memo(dataset, `filled ${column.values === dataset.orders.units ? 'units' : 'discount'}`, () =>
    isFilled(column),
  )
    ? column
    : null;
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
export function isFilled(column: Column): boolean {
  switch (column.type) {
    case 'text':
      return column.codes.some((code) => code >= 0);
    case 'flag':
      return column.values.some((v) => v < 2);
    default:
      return column.values.some((v) => !Number.isNaN(v));
  }
}
