import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { Reading } from '../../core/reading';
import { COMPARISON_COLUMNS } from '../../export/comparison-columns';
import { type ColumnId, EXPORT_WORDS } from '../../export/export-words';
import { headerWords } from '../../ingest/mapping/header-words';
import { asCustom, asField } from '../../ingest/mapping/map-column';
import type { ColumnSurvey, FileSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';

/** Our own files come back in: by the ids of the standard form, or the words either language has for them. */
const IDS: ReadonlyMap<string, ColumnId> = /* @__PURE__ */ headerIds();

function headerIds(): Map<string, ColumnId> {
  const ids = new Map<string, ColumnId>();
  const catalogs = Object.values(EXPORT_WORDS).map(({ own }) => Object.entries(own.columns));
  // Ids go before words, should a word of one column be the id of another.
  for (const [id] of catalogs.flat()) ids.set(ownWords(id), id as ColumnId);
  for (const [id, words] of catalogs.flat()) {
    if (!ids.has(ownWords(words))) ids.set(ownWords(words), id as ColumnId);
  }
  return ids;
}

function columnId(column: ColumnSurvey): ColumnId | null {
  return IDS.get(ownWords(column.rawHeader)) ?? null;
}

/** Earlier files write “95 % from”. */
function ownWords(header: string): string {
  return headerWords(header).replaceAll(' %', '%');
}

function has(table: TableSurvey, wanted: readonly ColumnId[]): boolean {
  const ids = new Set(table.columns.map(columnId));
  return wanted.every((id) => ids.has(id));
}

/** How we wrote it needs no guessing from the values. */
function numberReading(file: FileSurvey): Reading & { kind: 'number' } {
  return { kind: 'number', decimal: file.dialect.delimiter === ';' ? ',' : '.', group: '', unit: 'plain' };
}
const DAY: Reading = { kind: 'date', order: 'ymd', time: false };
/** Takes the apostrophe off that keeps a formula text. */
const TEXT: Reading = { kind: 'id' };

const COUNTS = new Set<ColumnId>(
  /* @__PURE__ */ 'n exclusive_n base_n base_size segment_size segment_unknown population shared_with_base left_out'.split(
    ' ',
  ) as ColumnId[],
);

const common = {
  tool: 'segment-lens',
  currency: null,
  cancels: { orderIdPrefix: null, statuses: [] },
  orderRows: 'order',
  idSpace: '',
} as const;

const comparison: ExportRecogniser = {
  id: 'segment-lens-comparison',
  tool: 'segment-lens',
  label: { en: 'Segment Lens comparison', pl: 'Porównanie z Segment Lens' },
  claim: (table) => (has(table, ['segment_id', 'metric_id', 'value', 'verdict_id', 'as_of']) ? 1 : 0),
  map(table, { file }): Mapping {
    const kinds = new Map(COMPARISON_COLUMNS.map(({ id, holds }) => [id, holds]));
    const columns = table.columns.map((column): ColumnMapping => {
      const own = { source: column.index, header: column.header };
      const id = columnId(column);
      const holds = id === null ? undefined : kinds.get(id);
      if (id === null || holds === undefined) return asCustom(column);
      if (holds === 'number') {
        // What `value` is counted in stands in the `unit` of its row.
        const unit = COUNTS.has(id) ? 'count' : 'ratio';
        return { ...own, target: { kind: 'metric', id: null, unit }, reading: numberReading(file) };
      }
      return { ...own, target: { kind: 'dimension', id: null }, reading: holds === 'day' ? DAY : TEXT };
    });
    return { ...common, table: 'reports', recogniser: 'segment-lens-comparison', columns };
  },
};

const MEMBER_FIELDS: Readonly<Partial<Record<ColumnId, string>>> = {
  customer_id: 'personId',
  user_id: 'userId',
  client_id: 'clientId',
  crm_id: 'crmId',
  email: 'email',
  phone: 'phone',
  name: 'name',
  country: 'personCountry',
  email_consent: 'emailConsent',
  sms_consent: 'smsConsent',
  orders: 'statedOrders',
  revenue: 'statedSpent',
};

const members: ExportRecogniser = {
  id: 'segment-lens-members',
  tool: 'segment-lens',
  label: { en: 'Members of a Segment Lens segment', pl: 'Osoby z segmentu Segment Lens' },
  claim: (table) =>
    has(table, ['label', 'orders', 'revenue', 'last_order', 'segment_id', 'as_of']) &&
    !has(table, ['metric_id'])
      ? 1
      : 0,
  map(table, { file }): Mapping {
    const { decimal } = numberReading(file);
    const columns = table.columns.map((column): ColumnMapping => {
      const id = columnId(column);
      const field = id === null ? undefined : MEMBER_FIELDS[id];
      if (field === undefined) {
        const custom = asCustom(column);
        return id === 'last_order' || id === 'as_of'
          ? { ...custom, reading: DAY }
          : { ...custom, reading: TEXT };
      }
      const mapped = asField('people', field, column) ?? asCustom(column);
      if (id === 'orders') return { ...mapped, reading: numberReading(file) };
      if (id === 'revenue')
        return { ...mapped, reading: { kind: 'money', decimal, group: '', currency: null } };
      return mapped.reading.kind === 'text' ? { ...mapped, reading: TEXT } : mapped;
    });
    return { ...common, table: 'people', recogniser: 'segment-lens-members', columns };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [comparison, members];

/** We have no pages of our own to read. */
export const page = null;
