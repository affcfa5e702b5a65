import type { ColumnMapping, Mapping } from '../../core/mapping';
import { headerWords } from '../../ingest/mapping/header-words';
import { asCustom, asField, asLeftOut } from '../../ingest/mapping/map-column';
import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { inCurrency } from '../in-currency';

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
const REPEATED = /^(?:event params|user properties|items) (?:key|value|item)/;

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
    return headers.some((h) => REPEATED.test(h)) ? 0.45 : 1;
  },
  map,
};

export const exportRecognisers: readonly ExportRecogniser[] = [events];

/** Pages of this tool are read by the generic reader. */
export const page = null;
