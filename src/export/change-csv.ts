import type { Change, ChangedValue, ChangeTotal, RateOf } from '../compare/change/change';
import type { Term } from '../compare/change/decompose-change';
import type { Locale } from '../core/label';
import { isoDay } from '../core/time/calendar';
import { sourceLines } from './comparison-csv';
import type { CsvFormat } from './csv-format';
import { type CsvCell, csvWriter } from './csv-writer';
import { type ColumnId, EXPORT_WORDS } from './export-words';
import type { ExportedFile } from './exported-file';
import { CSV_MIME, columnHeaders } from './layout';
import { majorUnits } from './major-units';

export const CHANGE_MARK = 'Segment Lens change format 1';

/** The whole, or one value of the dimension. */
interface Row {
  readonly value: ChangedValue | null;
  readonly before: RateOf & { readonly share: number };
  readonly after: RateOf & { readonly share: number };
  readonly total: Term;
  readonly mix: Term;
  readonly rate: Term;
  readonly interaction: Term;
}

interface Column {
  readonly id: ColumnId;
  readonly of: (row: Row, change: Change, locale: Locale) => CsvCell;
}

const amount = (minor: number | null | undefined, change: Change): CsvCell => {
  if (minor === null || minor === undefined || change.metric.unit !== 'money') return minor ?? null;
  const digits = majorUnits(minor, change.currency);
  return digits === null ? null : { digits };
};
const measured = (id: ColumnId, of: (row: Row) => number | null | undefined): Column => ({
  id,
  of: (row, change) => amount(of(row), change),
});
const day = (side: ChangeTotal, end: 'from' | 'to') =>
  side.period === null ? null : isoDay(side.period[end]);
const sides = (name: 'before' | 'after'): readonly Column[] => [
  measured(name, (row) => row[name].value),
  measured(`${name}_low`, (row) => row[name].interval?.lo),
  measured(`${name}_high`, (row) => row[name].interval?.hi),
  measured(`${name}_hits`, (row) => row[name].hits),
  { id: `${name}_n`, of: (row) => row[name].base },
  { id: `${name}_share`, of: (row) => row[name].share },
];
const terms = (id: 'change' | 'mix' | 'rate' | 'interaction', of: (row: Row) => Term): readonly Column[] => [
  measured(id, (row) => of(row).value),
  measured(`${id}_low`, (row) => of(row).interval?.lo),
  measured(`${id}_high`, (row) => of(row).interval?.hi),
];

/** Columns of `Segment Lens change format 1`; docs/export.md is their public description. */
export const CHANGE_COLUMNS: readonly Column[] = [
  { id: 'row_kind', of: ({ value }) => (value === null ? 'whole' : value.others > 0 ? 'others' : 'value') },
  { id: 'metric_id', of: (_, { metric }) => metric.id },
  { id: 'metric', of: (_, { metric }, locale) => metric.label[locale] },
  { id: 'unit', of: (_, { metric }) => metric.unit },
  { id: 'n_of', of: (_, { nOf }) => nOf },
  { id: 'dimension_id', of: (_, { request }) => request.dimension },
  { id: 'dimension', of: (_, { dimension }, locale) => dimension[locale] },
  { id: 'dimension_value', of: ({ value }) => value?.value ?? null },
  ...sides('before'),
  ...sides('after'),
  ...terms('change', (row) => row.total),
  ...terms('mix', (row) => row.mix),
  ...terms('rate', (row) => row.rate),
  ...terms('interaction', (row) => row.interaction),
  { id: 'p', of: ({ value }, { p }) => (value === null ? p : null) },
  { id: 'verdict_id', of: ({ value }, { verdict }) => (value === null ? verdict : null) },
  { id: 'currency', of: (_, { metric, currency }) => (metric.unit === 'money' ? currency : null) },
  { id: 'before_from', of: (_, { before }) => day(before, 'from') },
  { id: 'before_to', of: (_, { before }) => day(before, 'to') },
  { id: 'after_from', of: (_, { after }) => day(after, 'from') },
  { id: 'after_to', of: (_, { after }) => day(after, 'to') },
];

/** A change and what it is made of: the whole first, then each value as shown. */
export function changeCsv(change: Change, format: CsvFormat): ExportedFile {
  const writer = csvWriter(format);
  const words = EXPORT_WORDS[format.locale].own;
  const rule = '-'.repeat(40);
  for (const line of [rule, CHANGE_MARK, rule, words.block.change]) writer.comment(line);
  for (const line of sourceLines(change.passports, format.locale)) writer.comment(line);
  writer.row(columnHeaders(CHANGE_COLUMNS, format));
  const { mix, rate, interaction } = change;
  const whole: Row = {
    value: null,
    before: { ...change.before, share: 1 },
    after: { ...change.after, share: 1 },
    total: change.change,
    mix,
    rate,
    interaction,
  };
  for (const row of [whole, ...change.values.map((value): Row => ({ ...value, value }))])
    writer.row(CHANGE_COLUMNS.map((column) => column.of(row, change, format.locale)));
  return { name: `segment-lens-change-${change.metric.id}.csv`, mime: CSV_MIME, bytes: writer.bytes() };
}
