import type { ByRegion, RegionCell } from '../compare/regions/by-region';
import { isoDay } from '../core/time/calendar';
import { en } from '../i18n/en/regions';
import { pl } from '../i18n/pl/regions';
import type { CsvFormat } from './csv-format';
import { type CsvCell, csvWriter } from './csv-writer';
import { EXPORT_WORDS } from './export-words';
import type { ExportedFile } from './exported-file';
import { CSV_MIME } from './layout';
import { majorUnits } from './major-units';

const WORDS = { en, pl };

/** One row for each region × segment and everyone there: values in the region's own currency, in full. */
export function byRegionCsv(table: ByRegion, format: CsvFormat): ExportedFile {
  const own = WORDS[format.locale];
  const { columns: words, block, everyone } = EXPORT_WORDS[format.locale].own;
  const { verdict, reason } = EXPORT_WORDS[format.locale].compare;
  const { metric } = table;
  const writer = csvWriter(format);
  for (const line of [
    own.mark,
    block.asOf(isoDay(table.asOf)),
    table.descriptive ? block.descriptive : block.outcomes,
    table.against === 'within' ? own.within : own.others,
    own.indexNote,
    block.intervals,
    `${block.start}: ${isoDay(table.period.from).replaceAll('-', '')}`,
    `${block.end}: ${isoDay(table.period.to).replaceAll('-', '')}`,
  ])
    writer.comment(line);

  const rows = table.regions.flatMap((region) =>
    [null, ...table.segments].map((segment, s) => {
      const of: RegionCell = segment === null ? region.everyone : (region.cells[s - 1] ?? region.everyone);
      const { cell } = of;
      const value = cell.state === 'value' ? cell : null;
      const amount = (v: number | null | undefined, currency = region.currency): CsvCell => {
        if (v === null || v === undefined) return null;
        if (metric.unit !== 'money') return v;
        const digits = majorUnits(v, currency);
        return digits === null ? null : { digits };
      };
      return {
        region: region.name,
        region_currency: region.currency,
        region_size: region.people,
        region_occasions: region.occasions
          .map(({ day, at }) => `${day[format.locale]} ${isoDay(at)}`)
          .join(' | '),
        region_median: amount(region.median?.value),
        region_median_n: region.median?.n ?? null,
        segment_id: segment?.id ?? 'everyone',
        segment: segment?.name[format.locale] ?? everyone,
        segment_size: of.people,
        segment_unknown: of.unknown,
        metric_id: metric.id,
        metric: metric.label[format.locale],
        unit: metric.unit,
        value: amount(value?.value),
        n: value?.n ?? cell.n,
        value_low: amount(value?.interval?.lo),
        value_high: amount(value?.interval?.hi),
        index: of.index,
        against: value?.base ? own.against[table.against] : null,
        base_value: amount(value?.base?.value),
        base_n: value?.base?.n ?? null,
        difference: amount(value?.difference?.value),
        difference_low: amount(value?.difference?.interval?.lo),
        difference_high: amount(value?.difference?.interval?.hi),
        p: value?.p ?? null,
        q: value?.q ?? null,
        verdict_id: value?.verdict ?? null,
        verdict: value === null ? null : verdict[value.verdict],
        reason: cell.state === 'none' ? reason[cell.reason] : null,
        left_out: value?.leftOut ?? null,
        reporting_value: amount(of.reporting, table.reporting),
        reporting_currency: of.reporting === null ? null : table.reporting,
      } satisfies Record<string, CsvCell>;
    }),
  );
  const [first] = rows;
  const ids = Object.keys(first ?? {}) as (keyof NonNullable<typeof first>)[];
  const headers = { ...words, ...own.file };
  writer.row(ids.map((id) => (format.dialect === 'standard' ? id : headers[id])));
  for (const row of rows) writer.row(ids.map((id) => row[id]));
  return {
    name: `segment-lens-by-region-${metric.id}-${isoDay(table.asOf)}.csv`,
    mime: CSV_MIME,
    bytes: writer.bytes(),
  };
}
