import { type Column, FLAG_UNKNOWN, textAt } from '../core/column';
import type { Dataset } from '../core/dataset';
import { OWN_COLUMNS, type SqlTables, sqlTables } from '../segments/sql/sql-tables';
import { type CsvCell, csvWriter } from './csv-writer';
import type { ExportedFile } from './exported-file';
import { CSV_MIME } from './layout';
import { majorUnits } from './major-units';

/**
 * Everything held at person grain as four plain tables (docs/export.md), joined by `person` and `order_row`, which are
 * numbers of this export alone. Amounts are in major units of the row's own currency, and of `currency` where a row has
 * none; times are the source's own clock; an empty cell is unknown.
 */
export function tableFiles(dataset: Dataset, currency: string | null): readonly ExportedFile[] {
  const tables = sqlTables(dataset);
  const { people, orders, items, events } = dataset;
  const currencyOfOrder = (row: number) => textAt(orders.currency, row);
  const orderOfLine = new Uint32Array(items.size);
  for (let o = 0; o < orders.size; o++) orderOfLine.fill(o, items.offsets[o]!, items.offsets[o + 1]!);
  const eventCurrency = events.columns.get('currency');
  const person = (row: number): CsvCell => (row < 0 ? null : row);

  return [
    file('people', tables, people.columns, people.size, {
      own: (row) => [row, textAt(people.label, row)],
      currency: () => currency,
    }),
    file('orders', tables, orders.columns, orders.size, {
      own(row) {
        const money = (values: Float64Array) => amount(values[row] ?? Number.NaN, currencyOfOrder(row));
        return [
          row,
          person(orders.person[row] ?? -1),
          moment(orders.time[row] ?? Number.NaN),
          orders.isSale[row] === 1 ? 'true' : 'false',
          money(orders.gross),
          money(orders.refunded),
          money(orders.discount),
          number(orders.units[row] ?? Number.NaN),
          currencyOfOrder(row),
        ];
      },
      currency: currencyOfOrder,
    }),
    file('items', tables, items.columns, items.size, {
      own: (row) => [
        orderOfLine[row] ?? null,
        number(items.quantity[row] ?? Number.NaN),
        amount(items.amount[row] ?? Number.NaN, currencyOfOrder(orderOfLine[row] ?? 0)),
      ],
      currency: (row) => currencyOfOrder(orderOfLine[row] ?? 0),
    }),
    file('events', tables, events.columns, events.size, {
      own: (row) => [
        person(events.person[row] ?? -1),
        moment(events.time[row] ?? Number.NaN),
        textAt(events.kind, row),
      ],
      currency: (row) => (eventCurrency?.type === 'text' ? textAt(eventCurrency, row) : null) ?? currency,
    }),
  ];
}

function file(
  name: keyof SqlTables,
  tables: SqlTables,
  columns: ReadonlyMap<string, Column>,
  rows: number,
  of: {
    readonly own: (row: number) => readonly CsvCell[];
    readonly currency: (row: number) => string | null;
  },
): ExportedFile {
  const csv = csvWriter({ dialect: 'standard', locale: 'en' });
  const named = [...tables[name]].flatMap(([field, { name: header }]) => {
    const column = columns.get(field);
    return column === undefined ? [] : [{ header, column }];
  });
  csv.row([...OWN_COLUMNS[name], ...named.map(({ header }) => header)]);
  for (let row = 0; row < rows; row++) {
    csv.row([...of.own(row), ...named.map(({ column }) => cell(column, row, of.currency(row)))]);
  }
  return { name: `${name}.csv`, mime: CSV_MIME, bytes: csv.bytes() };
}

function cell(column: Column, row: number, currency: string | null): CsvCell {
  switch (column.type) {
    case 'text':
      return textAt(column, row);
    case 'flag': {
      const value = column.values[row] ?? FLAG_UNKNOWN;
      return value === FLAG_UNKNOWN ? null : value === 1 ? 'true' : 'false';
    }
    case 'time':
      return moment(column.values[row] ?? Number.NaN);
    case 'money':
      return amount(column.values[row] ?? Number.NaN, currency);
    case 'number':
      return number(column.values[row] ?? Number.NaN);
  }
}

const number = (value: number): CsvCell => (Number.isNaN(value) ? null : value);

function amount(minor: number, currency: string | null): CsvCell {
  const digits = Number.isNaN(minor) ? null : majorUnits(minor, currency);
  return digits === null ? null : { digits };
}

/** `2024-02-29 13:05:09.123`. */
function moment(at: number): CsvCell {
  if (Number.isNaN(at)) return null;
  return new Date(at).toISOString().slice(0, 23).replace('T', ' ');
}
