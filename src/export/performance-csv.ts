import type { PerformanceRecord } from '../core/performance-record';
import { isoDay } from '../core/time/calendar';
import { en } from '../i18n/en/history';
import { pl } from '../i18n/pl/history';
import type { MetricInfo } from '../metrics/metric-info';
import type { CsvFormat } from './csv-format';
import { type CsvCell, csvWriter } from './csv-writer';
import type { ExportedFile } from './exported-file';
import { CSV_MIME } from './layout';
import { majorUnits } from './major-units';

const WORDS = { en, pl };
type ColumnId = keyof typeof en.csv.columns;

/** One row for each import × segment × figure; a segment too small for figures has a row without. Money in major units. */
export function performanceCsv(
  records: readonly PerformanceRecord[],
  metrics: readonly MetricInfo[],
  format: CsvFormat,
): ExportedFile {
  const { locale } = format;
  const words = WORDS[locale].csv;
  const writer = csvWriter(format);
  writer.comment(words.mark);
  writer.comment(words.note);
  const ids = Object.keys(words.columns) as ColumnId[];
  writer.row(ids.map((id) => (format.dialect === 'standard' ? id : words.columns[id])));
  for (const record of records)
    for (const segment of record.segments) {
      const figures = metrics.flatMap((metric) => {
        const figure = segment.figures[metric.id];
        return figure === undefined ? [] : [{ metric, figure }];
      });
      for (const row of figures.length === 0 ? [null] : figures) {
        const number = (value: number | null | undefined): CsvCell => {
          if (value === null || value === undefined) return null;
          const digits = row?.metric.unit === 'money' ? majorUnits(value, record.currency) : null;
          return digits === null ? value : { digits };
        };
        const cells: Record<ColumnId, CsvCell> = {
          taken_at: new Date(record.takenAt).toISOString(),
          as_of: isoDay(record.asOf),
          period_from: isoDay(record.period.from),
          period_to: isoDay(record.period.to),
          data_version: record.dataVersion,
          segment_id: segment.id,
          segment: segment.name[locale],
          segment_version: segment.version,
          segment_size: segment.size,
          segment_unknown: segment.unknown,
          population: record.population,
          metric_id: row?.metric.id ?? null,
          metric: row?.metric.label[locale] ?? null,
          value: number(row?.figure.value),
          n: row?.figure.n ?? null,
          value_low: number(row?.figure.lo),
          value_high: number(row?.figure.hi),
          currency: row?.metric.unit === 'money' ? record.currency : null,
        };
        writer.row(ids.map((id) => cells[id]));
      }
    }
  const last = records.at(-1);
  return {
    name: `segment-lens-history${last === undefined ? '' : `-${isoDay(last.asOf)}`}.csv`,
    mime: CSV_MIME,
    bytes: writer.bytes(),
  };
}
