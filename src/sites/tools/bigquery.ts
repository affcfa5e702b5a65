import type { ColumnMapping, Mapping } from '../../core/mapping';
import { headerWords } from '../../ingest/mapping/header-words';
import { asCustom, asField, asLeftOut } from '../../ingest/mapping/map-column';
import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { inCurrency } from '../in-currency';
import { inStatedCurrency } from '../in-stated-currency';
import { listedLines } from '../listed-lines';
import { namedColumns } from '../named-columns';

/** Names of the schema, whichever way its nesting was written out: `geo.country`, `geo_country`. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['event name'],
  clientId: ['user pseudo id'],
  userId: ['user id'],
  personCountry: ['geo country'],
  personRegion: ['geo region'],
  personCity: ['geo city'],
  language: ['device language'],
  acquisitionSource: ['traffic source source'],
  acquisitionMedium: ['traffic source medium'],
  acquisitionCampaign: ['traffic source name'],
  channel: [
    'session traffic source last click cross channel campaign default channel group',
    'collected traffic source manual source',
  ],
};
/** In dollars, whatever the shop counts in. */
const VALUE = 'event value in usd';
/** A row for each parameter or item, with what the event is on the first alone. */
const REPEATED = /^(?:event params|user properties) key$|^items item /;

const words = (table: TableSurvey): readonly string[] => table.columns.map((c) => headerWords(c.rawHeader));

function map(table: TableSurvey): Mapping {
  const headers = words(table);
  const filled = (name: string) => {
    const at = headers.indexOf(name);
    return at !== -1 && (table.columns[at]?.filled ?? 0) > 0;
  };
  // The moment in microseconds where it is there, else the day.
  const time = filled('event timestamp') ? 'event timestamp' : 'event date';
  const taken = new Set<string>();
  const columns = table.columns.map((column, i): ColumnMapping => {
    const header = headers[i] ?? '';
    const field =
      header === time
        ? 'time'
        : header === VALUE
          ? 'value'
          : Object.keys(FIELDS).find((key) => FIELDS[key]?.includes(header));
    if (field === undefined || taken.has(field)) {
      return header === 'event date' || header === 'event timestamp' ? asLeftOut(column) : asCustom(column);
    }
    const mapped = asField('events', field, column);
    if (mapped === null) return asCustom(column);
    taken.add(field);
    const money = mapped.reading.kind === 'money' && field === 'value';
    return money ? (inCurrency([mapped], 'USD')[0] ?? mapped) : mapped;
  });
  return {
    table: 'events',
    tool: 'bigquery',
    recogniser: 'bigquery-ga4-events',
    columns,
    currency: null,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    // Browsers have the ids here that the user explorer shows.
    idSpace: 'ga4',
  };
}

/** GA4's `events_*` tables as flat rows. */
const events: ExportRecogniser = {
  id: 'bigquery-ga4-events',
  tool: 'bigquery',
  label: { en: 'GA4 events from BigQuery', pl: 'Zdarzenia GA4 z BigQuery' },
  claim(table) {
    const headers = words(table);
    const has = (name: string) => headers.includes(name);
    if (!has('event name') || !has('user pseudo id') || !(has('event timestamp') || has('event date')))
      return 0;
    // With a row for each parameter, an event would count as many times as it has them.
    if (table.part === 'purchase') return 0;
    return headers.some((h) => REPEATED.test(h)) ? 0.45 : 1;
  },
  map,
  parts(table) {
    const kinds = table.columns[words(table).indexOf('event name')];
    const ids = ORDER_FIELDS['orderId']?.some((name) => words(table).includes(name));
    const sample = table.sample.map((row) => row[kinds?.index ?? -1] ?? '');
    const bought = [...(kinds?.examples ?? []), ...sample].some((name) => PURCHASES.has(name.trim()));
    // Where only a few names were seen, purchases may stand further down; where all were, there are none.
    const unseen = (kinds?.distinct ?? 0) > new Set(kinds?.examples).size;
    if (ids !== true || !(bought || unseen)) return null;
    return [
      { part: 'event', title: 'event' },
      { part: 'purchase', title: 'purchase' },
    ];
  },
};

/** A purchase's own figures, of the event or of its parameters. */
const ORDER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  orderId: ['ecommerce transaction id', 'event params transaction id'],
  total: ['ecommerce purchase revenue', 'event params value', 'ecommerce purchase revenue in usd'],
  currency: ['event params currency'],
  shipping: ['ecommerce shipping value', 'event params shipping'],
  tax: ['ecommerce tax value', 'event params tax'],
  coupon: ['event params coupon'],
  refunded: ['ecommerce refund value'],
};

const PURCHASES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'purchase',
  'in_app_purchase',
  'ecommerce_purchase',
]);

/** Events that are purchases, as orders with what was bought. */
function mapPurchases(table: TableSurvey): Mapping {
  const events = map(table);
  const headers = words(table);
  const filledAt = (names: readonly string[]) =>
    names
      .map((name) => headers.indexOf(name))
      .find((at) => at !== -1 && (table.columns[at]?.filled ?? 0) > 0);
  const byColumn = new Map(
    Object.entries(ORDER_FIELDS).flatMap(([field, names]) => {
      const at = filledAt(names);
      return at === undefined ? [] : [[at, field] as const];
    }),
  );
  const kinds = headers.indexOf('event name');
  const columns = events.columns.map((column, i): ColumnMapping => {
    const surveyed = table.columns[i];
    const field = byColumn.get(i);
    if (surveyed === undefined) return column;
    if (field !== undefined) return asField('orders', field, surveyed) ?? column;
    if (i === kinds) return asLeftOut(surveyed);
    const { target } = column;
    if (target.kind !== 'field') return column;
    return target.field === 'value'
      ? asCustom(surveyed)
      : (asField('orders', target.field, surveyed) ?? column);
  });
  const lines = listedLines(table);
  return {
    ...events,
    table: 'orders',
    recogniser: 'bigquery-ga4-purchases',
    columns,
    orderRows: lines === null ? 'order' : 'first-line',
    reshape: {
      only: { source: kinds, is: [...PURCHASES, 'refund'] },
      ...(lines === null ? {} : { lines }),
    },
  };
}

const purchases: ExportRecogniser = {
  id: 'bigquery-ga4-purchases',
  tool: 'bigquery',
  label: { en: 'GA4 purchases from BigQuery', pl: 'Zakupy GA4 z BigQuery' },
  claim: (table) => (table.part === 'purchase' ? 1 : 0),
  map: mapPurchases,
};

/** Names of Universal Analytics' export (`ga_sessions_*`), flattened in whatever way: `totals.pageviews`, `page_views`. */
const SESSION_FIELDS = /* @__PURE__ */ namedColumns({
  clientId: 'fullVisitorId | full_visitor_id | clientId',
  userId: 'userId | user_id',
  time: 'visitStartTime | visit_start_time | date | purchase_date',
  channel: 'channelGrouping | channel_grouping',
  name: 'hits.page.pageTitle | page_title',
  personCountry: 'geoNetwork.country | country',
  personRegion: 'geoNetwork.region | region',
  personCity: 'geoNetwork.city | city',
  acquisitionSource: 'trafficSource.source',
  acquisitionMedium: 'trafficSource.medium',
  acquisitionCampaign: 'trafficSource.campaign',
  value:
    'totals.totalTransactionRevenue | totals.transactionRevenue | total_transactions_revenue | transaction_revenue | revenue | product_revenue',
  currency: 'currency_code | hits.transaction.currencyCode',
});

/** Prices of cents are whole tens of thousands of millionths. */
const IN_MILLIONTHS = /^\d{5,}$/;

/** Visits, or what was seen and bought in them: the old Analytics' rows, amounts in millionths. */
const sessions: ExportRecogniser = {
  id: 'bigquery-ua-sessions',
  tool: 'bigquery',
  label: { en: 'Universal Analytics visits from BigQuery', pl: 'Wizyty Universal Analytics z BigQuery' },
  claim(table) {
    const headers = words(table);
    const has = (...names: string[]) => names.some((name) => headers.includes(name));
    const visitor = has('full visitor id');
    const visit = has('visit id', 'visit start time');
    const analytics = has(
      'channel grouping',
      'social engagement type',
      'hits page page title',
      'totals visits',
    );
    return visitor && visit && analytics ? 0.9 : 0;
  },
  map(table) {
    const columns = SESSION_FIELDS.map('events', table).map((column): ColumnMapping => {
      const examples = table.columns.find((c) => c.index === column.source)?.examples ?? [];
      const whole =
        examples.length > 0 && examples.every((v) => /^0$/.test(v.trim()) || IN_MILLIONTHS.test(v.trim()));
      return column.reading.kind === 'money' && whole
        ? { ...column, reading: { ...column.reading, micros: true } }
        : column;
    });
    return {
      table: 'events',
      tool: 'bigquery',
      recogniser: 'bigquery-ua-sessions',
      ...inStatedCurrency(table, columns),
      cancels: { orderIdPrefix: null, statuses: [] },
      orderRows: 'order',
      idSpace: 'universal-analytics',
    };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [events, purchases, sessions];

/** Pages of this tool are read by the generic reader. */
export const page = null;
