import type { Column, TextColumn } from '../../src/core/column';
import type { Mapping } from '../../src/core/mapping';
import type { Passport } from '../../src/core/passport';
import type { Reading } from '../../src/core/reading';
import type { KeptColumn, KeptTable } from '../../src/ingest/dataset/capture-table';
import { emailOf, KINDS, type Shop } from './shop';

interface Header {
  readonly header: string;
  readonly field: string;
  readonly reading: Reading;
  readonly column: Column;
}

const TEXT: Reading = { kind: 'text' };
const AMOUNT: Reading = { kind: 'money', decimal: '.', group: '', currency: null };
const MOMENT: Reading = { kind: 'date', order: 'ymd', time: true };

/**
 * The shop's orders and events as their CSVs are once typed, in seven and three columns: for sizes at which writing
 * the files and reading them again would take longer than all that is measured.
 */
export function shopCaptures({ customers, orders, events }: Shop): readonly KeptTable[] {
  const rows = orders.customer.length;
  const kept = [
    capture('orders', 'orders', [
      { header: 'Order ID', field: 'orderId', reading: { kind: 'id' }, column: numbered(rows) },
      { header: 'Email', field: 'email', reading: TEXT, column: emails(orders.customer, customers) },
      { header: 'Order date', field: 'time', reading: MOMENT, column: { type: 'time', values: orders.at } },
      { header: 'Total', field: 'total', reading: AMOUNT, column: amounts(orders.total) },
      { header: 'Discount', field: 'discount', reading: AMOUNT, column: amounts(orders.discount) },
      { header: 'Refunded', field: 'refunded', reading: AMOUNT, column: amounts(orders.refunded) },
      {
        header: 'Currency',
        field: 'currency',
        reading: TEXT,
        column: { type: 'text', codes: new Int32Array(rows), dictionary: ['PLN'] },
      },
    ]),
  ];
  if (events.customer.length > 0)
    kept.push(
      capture('events', 'events', [
        { header: 'Email', field: 'email', reading: TEXT, column: emails(events.customer, customers) },
        { header: 'Event time', field: 'time', reading: MOMENT, column: { type: 'time', values: events.at } },
        {
          header: 'Event',
          field: 'kind',
          reading: TEXT,
          column: { type: 'text', codes: Int32Array.from(events.kind), dictionary: [...KINDS] },
        },
      ]),
    );
  return kept;
}

function capture(id: string, table: 'orders' | 'events', headers: readonly Header[]): KeptTable {
  const columns = headers.map(
    ({ header, field, reading, column }, source): KeptColumn => ({
      mapping: { source, header, target: { kind: 'field', field }, reading },
      column,
      cellCurrency: null,
    }),
  );
  const [first] = headers;
  const rows = first?.column.type === 'text' ? first.column.codes.length : 0;
  const mapping: Mapping = {
    table,
    tool: 'generic',
    recogniser: 'generic',
    columns: columns.map((c) => c.mapping),
    currency: null,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: '',
  };
  const rowNumbers = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) rowNumbers[row] = row + 1;
  return { id, mapping, passport: passportOf(id, rows), rows, columns, rowNumbers };
}

const passportOf = (captureId: string, rows: number): Passport => ({
  captureId,
  tool: 'generic',
  recogniser: 'generic',
  source: { kind: 'file', name: `${captureId}.csv`, bytes: rows, encoding: 'utf-8' },
  title: null,
  account: null,
  property: null,
  dateRange: null,
  capturedAt: Date.UTC(2026, 0, 1),
  timeZone: 'as-written',
  clock: { written: 'wall', stated: null, said: null, shown: null },
  rowsSeen: rows,
  rowsKept: rows,
  rowsRefused: 0,
  rowsSetApart: 0,
  columnsLeftOut: [],
  notes: [],
  reconciliation: [],
  problems: [],
  changes: null,
});

function numbered(rows: number): TextColumn {
  const codes = new Int32Array(rows);
  const dictionary = new Array<string>(rows);
  for (let row = 0; row < rows; row++) {
    codes[row] = row;
    dictionary[row] = `#${100_000 + row}`;
  }
  return { type: 'text', codes, dictionary };
}

/** Everybody in the order of their first row, as typing gives. */
function emails(customer: Int32Array, customers: number): TextColumn {
  const codes = new Int32Array(customer.length);
  const codeOf = new Int32Array(customers).fill(-1);
  const dictionary: string[] = [];
  for (let row = 0; row < codes.length; row++) {
    const c = customer[row]!;
    if (codeOf[c] === -1) codeOf[c] = dictionary.push(emailOf(c)) - 1;
    codes[row] = codeOf[c]!;
  }
  return { type: 'text', codes, dictionary };
}

function amounts(minor: Int32Array): Column {
  return { type: 'money', values: Float64Array.from(minor) };
}
