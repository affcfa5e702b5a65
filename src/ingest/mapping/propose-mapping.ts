import { FIELDS, type TableKind } from '../../core/fields';
import type { ColumnMapping, Mapping } from '../../core/mapping';
import { type ColumnView, columnViews } from '../readings/column-view';
import { statedCurrency } from '../readings/stated-currency';
import type { TableSurvey } from '../survey';
import { type Assignment, assignFields } from './assign-fields';
import { eventKindOf } from './event-kind';
import { headerWords } from './header-words';
import { asCustom, asField } from './map-column';
import { ownIdSpace } from './own-id-space';
import { proposeReport, reportFitness } from './propose-report';
import { looksLikeSpend, proposeSpend } from './propose-spend';

const CANCELLED = [
  'cancelled',
  'canceled',
  'void',
  'voided',
  'failed',
  'declined',
  'expired',
  'rejected',
  'anulowane',
  'anulowany',
  'anulowana',
  'anulowano',
  'odrzucone',
  'odrzucony',
  'nieopłacone',
  'storniert',
  'storno',
  'abgebrochen',
];
/** Sold and given back whole; where a refund column says how much, that column is believed. */
const REFUNDED = [
  'refunded',
  'returned',
  'zwrócone',
  'zwrócony',
  'zwrot',
  'zwrócono',
  'erstattet',
  'retoure',
];

/**
 * What a table of anything most likely is, by the names of its columns and by what stands in them; or how it would be
 * kept `as` what a person says it is.
 */
export function proposeMapping(table: TableSurvey, as: TableKind | null = null): Mapping {
  const views = columnViews(table);
  const people = assignFields('people', views);
  const orders = withoutHeader(table, views) ?? assignFields('orders', views);
  const events = assignFields('events', views);

  const ranked = (
    [
      ['orders', ordersFitness(orders, views)],
      ['events', eventsFitness(events, orders, views)],
      ['people', peopleFitness(people, orders)],
      ['reports', reportFitness(table, views, people, orders)],
    ] as const
  ).toSorted((a, b) => b[1] - a[1]);
  if (as === 'spend') return proposeSpend(table);
  switch (as ?? ranked[0]?.[0]) {
    case 'orders':
      return ordersMapping(table, views, orders);
    case 'events':
      return personMapping('events', table, withKind(events));
    case 'people':
      return personMapping('people', table, people);
    case 'reports':
      // What ads cost is of use beside orders only as what it is; whoever says it is a report is believed.
      return as === null && looksLikeSpend(table) ? proposeSpend(table) : proposeReport(views);
    default:
      return proposeReport(views);
  }
}

const KEYS = ['personId', 'crmId', 'userId', 'clientId', 'email', 'phone'];
const ITEMS = ['sku', 'product', 'quantity', 'unitPrice', 'lineTotal'];
const ORDER_DETAILS = [
  'status',
  'paymentMethod',
  'coupon',
  'discount',
  'discountRate',
  'shipping',
  'tax',
  'shippingMethod',
  'channel',
  'refunded',
  'orderCountry',
];
/** Of a visit or a message rather than of an order. */
const VISIT =
  /^(visit|session|hit|page ?views?|time on (site|page)|bounces?|visit (id|number)|session (id|number|quality dim)|channel grouping|page (title|path.*|url)|url|referrer|user agent|device|browser|ecommerce action .*|social engagement type|opened|clicked|delivered|event .*|campaign id|message id)$/;

/** How sure a field is, less where few rows hold it. */
function weight(fields: Assignment, field: string): number {
  const found = fields.get(field);
  return found === undefined ? 0 : found.score * Math.min(1, found.view.fill * 2);
}

function sum(fields: Assignment, of: readonly string[]): number {
  return of.reduce((total, field) => total + weight(fields, field), 0);
}

function keyWeight(fields: Assignment): number {
  return Math.max(...KEYS.map((key) => weight(fields, key)));
}

/** True when each person stands once, as far as the survey can tell. */
function keysAreUnique(fields: Assignment): boolean {
  const keys = KEYS.flatMap((key) => fields.get(key)?.view ?? []).filter((view) => view.fill > 0.5);
  return keys.some((view) => view.repeats === 'no');
}

function hasAmount(orders: Assignment): number {
  const lines = Math.min(weight(orders, 'quantity'), weight(orders, 'unitPrice'));
  const amount = Math.max(weight(orders, 'total'), weight(orders, 'lineTotal'), lines);
  // Totals on the first line of each order leave most rows empty; without an order number nothing explains the gaps.
  const filled = Math.max(
    ...['total', 'lineTotal', 'unitPrice'].map((field) => orders.get(field)?.view.fill ?? 0),
  );
  const quantityFill = orders.get('quantity')?.view.fill ?? 1;
  const gaps = Math.max(orders.get('total')?.view.fill ?? 0, Math.min(filled, quantityFill)) < 0.5;
  return gaps && weight(orders, 'orderId') < 0.5 ? 0 : amount;
}

/** With nothing better, whom an order is made out to is who bought: a name that comes back. */
function buyerName(orders: Assignment): number {
  return orders.get('name')?.view.repeats === 'no' ? 0 : weight(orders, 'name');
}

function ordersFitness(orders: Assignment, views: readonly ColumnView[]): number {
  const amount = hasAmount(orders);
  if (weight(orders, 'time') === 0 || amount === 0) return Number.NEGATIVE_INFINITY;
  const id = weight(orders, 'orderId');
  const key = Math.max(keyWeight(orders), 0.7 * buyerName(orders));
  let score = 2 * id + 1.5 * amount + weight(orders, 'time') + 0.8 * key;
  score += 0.4 * sum(orders, ITEMS) + 0.3 * sum(orders, ORDER_DETAILS);
  const listed = id === 0 && sum(orders, ITEMS) === 0;
  if (listed && keysAreUnique(orders)) score -= 2.5;
  if (id === 0 && key === 0) score -= 1.5;
  if (id < 0.5) score -= 0.4 * visitColumns(views);
  return score;
}

function visitColumns(views: readonly ColumnView[]): number {
  return Math.min(4, views.filter((v) => VISIT.test(headerWords(v.column.rawHeader))).length);
}

function eventsFitness(events: Assignment, orders: Assignment, views: readonly ColumnView[]): number {
  const time = weight(events, 'time');
  const key = keyWeight(events);
  const named = Math.max(weight(events, 'name'), weight(events, 'kind'));
  if (time === 0 || (key === 0 && named === 0)) return Number.NEGATIVE_INFINITY;
  const visits = visitColumns(views);
  let score = 2 * named + time + key + 0.5 * visits;
  score -= 2 * weight(orders, 'orderId') + sum(orders, ['quantity', 'unitPrice', 'lineTotal']);
  if (key === 0) score -= 1;
  if (keysAreUnique(events)) score -= 2;
  if (named < 0.5 && visits === 0) score -= 1.5;
  return score;
}

const FACTS = Object.keys(FIELDS.people).filter((field) => !KEYS.includes(field));

function peopleFitness(people: Assignment, orders: Assignment): number {
  const keys = KEYS.map((key) => weight(people, key)).toSorted((a, b) => b - a);
  let score = 1.5 * (keys[0] ?? 0) + 0.6 * keys.slice(1).reduce((a, b) => a + b, 0);
  score += Math.min(2.5, 0.35 * sum(people, FACTS));
  const best = KEYS.map((key) => people.get(key)).find((found) => (found?.score ?? 0) > 0.5)?.view;
  if (best?.repeats === 'yes') score -= 4 * Math.min(0.5, 1 - (best.uniqueness ?? 0));
  score -= 2 * weight(orders, 'orderId') + sum(orders, ['quantity', 'unitPrice', 'lineTotal', 'sku']);
  return score;
}

/** A lone "event" column whose values are kinds of events says what happened, not what it was called. */
function withKind(events: Assignment): Assignment {
  const name = events.get('name');
  if (name === undefined || events.has('kind')) return events;
  const known = name.view.values.filter((value) => eventKindOf(value) !== null).length;
  if (known * 2 < name.view.values.length || known === 0) return events;
  const fields = new Map(events);
  fields.delete('name');
  return fields.set('kind', name);
}

function personMapping(kind: 'people' | 'events', table: TableSurvey, fields: Assignment): Mapping {
  return {
    ...common(table, fieldColumns(kind, table, fields)),
    table: kind,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
  };
}

function fieldColumns(
  kind: 'people' | 'orders' | 'events',
  table: TableSurvey,
  fields: Assignment,
): ColumnMapping[] {
  const fieldAt = new Map([...fields].map(([field, { view }]) => [view.column.index, field]));
  return table.columns.map((column) => {
    const field = fieldAt.get(column.index);
    return (field === undefined ? null : asField(kind, field, column)) ?? asCustom(column);
  });
}

function common(
  table: TableSurvey,
  columns: readonly ColumnMapping[],
): Pick<Mapping, 'tool' | 'recogniser' | 'columns' | 'currency' | 'idSpace'> {
  return {
    tool: 'generic',
    recogniser: table.headerRow === null ? 'generic-without-header' : 'generic',
    columns,
    currency: statedCurrency(columns, columnViews(table)),
    idSpace: ownIdSpace(table, columns),
  };
}

function ordersMapping(table: TableSurvey, views: readonly ColumnView[], found: Assignment): Mapping {
  const fields = new Map(found);
  const move = (from: string, to: string) => {
    const had = fields.get(from);
    if (had === undefined || fields.has(to)) return;
    fields.delete(from);
    fields.set(to, had);
  };

  if (!KEYS.some((key) => fields.has(key)) && buyerName(fields) > 0) move('name', 'personId');
  if (!KEYS.some((key) => fields.has(key))) move('personCountry', 'orderCountry');
  customerTypeByValues(views, fields);

  const rows = rowsOf(table, fields);
  if (rows === 'line' && !saysOrder(fields.get('total')?.view) && differsWithinOrder(table, fields, 'total'))
    move('total', 'lineTotal');
  if (rows === 'order') move('lineTotal', 'total');

  const hasStatus = fields.has('status');
  return {
    ...common(table, fieldColumns('orders', table, fields)),
    table: 'orders',
    cancels: {
      orderIdPrefix: cancelPrefix(fields),
      statuses: hasStatus ? CANCELLED : [],
      ...(hasStatus && !fields.has('refunded') ? { refunds: REFUNDED } : {}),
    },
    orderRows: rows,
  };
}

/** `C536379` beside `536379` takes the invoice back; among ids that carry letters anyway, a C means nothing. */
function cancelPrefix(fields: Assignment): string | null {
  const ids = fields.get('orderId')?.view.values ?? [];
  const numbered = ids.filter((id) => /^C?\d+$/.test(id));
  return ids.length > 0 && numbered.length === ids.length && fields.has('quantity') ? 'C' : null;
}

const KINDS_OF_CUSTOMER =
  /^(consumer|corporate|home office|b2b|b2c|retail|wholesale|business|individual|private|company|smb|enterprise|firma|osoba prywatna|osoba fizyczna|indywidualny|biznes|hurt|detal|privat|gewerblich)$/i;

function customerTypeByValues(
  views: readonly ColumnView[],
  fields: Map<string, { view: ColumnView; score: number }>,
) {
  if (fields.has('customerType')) return;
  const taken = new Set([...fields.values()].map(({ view }) => view));
  const view = views.find(
    (v) => !taken.has(v) && v.values.length > 0 && v.values.every((value) => KINDS_OF_CUSTOMER.test(value)),
  );
  if (view !== undefined) fields.set('customerType', { view, score: 0.7 });
}

function saysOrder(view: ColumnView | undefined): boolean {
  return /\b(order|invoice|grand|transaction|zamowieni\w*|faktur\w*|transakcji|bestell\w*|rechnung\w*|gesamt\w*)\b/.test(
    headerWords(view?.column.rawHeader ?? ''),
  );
}

/** Sample rows grouped by their order id, where it has one; only orders of several rows tell anything. */
function sampleOrders(table: TableSurvey, fields: Assignment): string[][][] {
  const id = fields.get('orderId')?.view.column.index;
  if (id === undefined) return [];
  const groups = new Map<string, string[][]>();
  for (const row of table.sample) {
    const key = (row[id] ?? '').trim();
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), [...row]]);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}

function cellsOf(rows: readonly (readonly string[])[], view: ColumnView): string[] {
  return rows.map((row) => (row[view.column.index] ?? '').trim());
}

function differsWithinOrder(table: TableSurvey, fields: Assignment, field: string): boolean {
  const view = fields.get(field)?.view;
  if (view === undefined) return false;
  const groups = sampleOrders(table, fields);
  return groups.length === 0 || groups.some((rows) => new Set(cellsOf(rows, view)).size > 1);
}

function rowsOf(table: TableSurvey, fields: Assignment): Mapping['orderRows'] {
  const id = fields.get('orderId')?.view;
  if (id === undefined) return 'order';
  const total = fields.get('total')?.view;
  const groups = sampleOrders(table, fields);
  if (total !== undefined && groups.length > 0) {
    const firstOnly = groups.every((rows) => {
      const [first, ...rest] = cellsOf(rows, total);
      return first !== '' && rest.every((cell) => cell === '');
    });
    if (firstOnly) return 'first-line';
  }
  if (id.repeats === 'no') return 'order';
  if (id.repeats === 'yes') return 'line';
  return ITEMS.some((field) => fields.has(field)) ? 'line' : 'order';
}

/** A log with no header at all: a day, an amount, somebody's number. Null where that is not what it is. */
function withoutHeader(table: TableSurvey, views: readonly ColumnView[]): Assignment | null {
  if (table.headerRow !== null) return null;
  const day = views.find((v) => v.column.reading.kind === 'date' && v.fill > 0.9);
  const numbers = views.filter(
    (v) => v.column.reading.kind === 'number' || v.column.reading.kind === 'money',
  );
  const amount =
    views.find((v) => v.column.reading.kind === 'money') ?? numbers.findLast((v) => v.looks.fractions);
  const person =
    views.find((v) => v.looks.email) ??
    views.find(
      (v) =>
        v !== day &&
        v !== amount &&
        v.repeats === 'yes' &&
        v.looks.code &&
        v.column.index < (day?.column.index ?? 0),
    );
  if (day === undefined || amount === undefined || person === undefined) return null;
  const fields = new Map([
    ['time', { view: day, score: 0.6 }],
    ['total', { view: amount, score: 0.6 }],
    [person.looks.email ? 'email' : 'personId', { view: person, score: 0.6 }],
  ]);
  const count = numbers.find(
    (v) =>
      v !== amount &&
      v !== person &&
      v.column.index > day.column.index &&
      !v.looks.fractions &&
      v.repeats === 'yes',
  );
  if (count !== undefined) fields.set('quantity', { view: count, score: 0.6 });
  return fields;
}
