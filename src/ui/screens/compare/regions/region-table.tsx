import type { ComponentChildren } from 'preact';
import { VERDICT_MARK } from '../../../../compare/cells/verdict-mark';
import type { ByRegion, RegionCell, RegionRow } from '../../../../compare/regions/by-region';
import type { Locale } from '../../../../core/label';
import { formatNumber, NOTHING } from '../../../../i18n/format';
import { type MetricFormat, metricFormat } from '../../../../metrics/metric-value';
import { Table, type TableColumn } from '../../../parts/table';
import { labelText } from '../../../state/text';
import { words as compareWords } from '../words';
import { words } from './words';

/** Values of a region stand in its own currency, and align among themselves. */
export function regionFormat(table: ByRegion, region: RegionRow, locale: Locale): MetricFormat {
  return metricFormat(
    locale,
    table.metric,
    region.currency,
    [region.everyone, ...region.cells].map(({ cell }) => (cell.state === 'value' ? cell.value : null)),
  );
}

/** Regions down, everyone and the segments across: value, interval, n, index and verdict. */
export function RegionTable(props: {
  readonly table: ByRegion;
  readonly show: 'value' | 'index';
  readonly colours: ReadonlyMap<string, number>;
  readonly locale: Locale;
  readonly stale: boolean;
  readonly tools: ComponentChildren;
}) {
  const { table, show, locale } = props;
  const t = words.value;
  const money = table.metric.unit === 'money' || table.metric.partsAreMoney === true;
  const hasMedian = table.regions.some((r) => r.median !== null);
  const index = (of: RegionCell) => formatNumber(locale, of.index, 0);
  const written = (row: RegionRow, of: RegionCell) =>
    show === 'index' && of.index !== null
      ? index(of)
      : of.cell.state === 'value'
        ? regionFormat(table, row, locale).full(of.cell.value)
        : NOTHING;
  const cellColumn = (
    id: string,
    header: string,
    of: (row: RegionRow) => RegionCell,
  ): TableColumn<RegionRow> => ({
    id,
    header,
    align: 'end',
    // Of amounts in several currencies the index alone has an order.
    sort: (row) => {
      const { cell, index: at } = of(row);
      if (show === 'index' || table.metric.unit === 'money') return at;
      return cell.state === 'value' ? cell.value : null;
    },
    copy: (row) => written(row, of(row)),
    cell: (row) => <RegionCellView table={table} row={row} of={of(row)} show={show} locale={locale} />,
  });
  const columns: TableColumn<RegionRow>[] = [
    {
      id: 'region',
      header: t.columns[table.request.by],
      rowHeader: true,
      sort: (row) => row.name,
      copy: (row) => row.name,
      cell: (row) => (
        <span class="region-name">
          <span class="data" dir="auto">
            {row.name}
          </span>
          {money && <span class="ink-soft text-s">{row.currency ?? NOTHING}</span>}
        </span>
      ),
    },
    {
      id: 'people',
      header: t.columns.customers,
      align: 'end',
      sort: (row) => row.people,
      copy: (row) => String(row.people),
      cell: (row) => formatNumber(locale, row.people),
    },
    ...(hasMedian
      ? [
          {
            id: 'median',
            header: t.columns.median,
            unit: `${t.columns.index} 100`,
            align: 'end' as const,
            sort: (row: RegionRow) => (table.metric.unit === 'money' ? null : (row.median?.value ?? null)),
            copy: (row: RegionRow) => regionFormat(table, row, locale).full(row.median?.value ?? null),
            cell: (row: RegionRow) => (
              <span class="region-cell">
                <span>{regionFormat(table, row, locale).full(row.median?.value ?? null)}</span>
                <span class="ink-soft text-s">{row.median && t.n(formatNumber(locale, row.median.n))}</span>
              </span>
            ),
          },
        ]
      : []),
    cellColumn('everyone', t.columns.everyone, (row) => row.everyone),
    ...table.segments.map((segment, s) =>
      cellColumn(segment.id, labelText(segment.name, locale), (row) => row.cells[s] ?? row.everyone),
    ),
  ];
  return (
    <Table
      caption={t.heading(table.metric.label[locale], t.byWord[table.request.by])}
      showCaption
      stale={props.stale}
      columns={columns}
      rows={table.regions}
      rowKey={(row) => row.key}
      sort={{ column: 'people', down: true }}
      tools={props.tools}
    />
  );
}

function RegionCellView(props: {
  readonly table: ByRegion;
  readonly row: RegionRow;
  readonly of: RegionCell;
  readonly show: 'value' | 'index';
  readonly locale: Locale;
}) {
  const { table, row, of, show, locale } = props;
  const t = words.value;
  const c = compareWords.value;
  const { cell } = of;
  const format = regionFormat(table, row, locale);
  if (cell.state === 'none')
    return (
      <span class="region-cell">
        <span class="ink-soft">{c.reasonShort[cell.reason]}</span>
      </span>
    );
  const value = format.full(cell.value);
  const index = of.index === null ? null : formatNumber(locale, of.index, 0);
  const first = show === 'index' && index !== null ? index : value;
  const second = show === 'index' && index !== null ? value : index === null ? null : t.index(index);
  const mark = VERDICT_MARK[cell.verdict];
  return (
    <span class="region-cell">
      <span title={c.verdict[cell.verdict]}>
        {first}
        {mark !== '' && (
          <span class="region-verdict">
            <span aria-hidden="true"> {mark}</span>
            <span class="only-read"> {c.verdict[cell.verdict]}</span>
          </span>
        )}
      </span>
      <span class="ink-soft text-s">
        {[
          cell.interval && t.interval(format.bare(cell.interval.lo), format.bare(cell.interval.hi)),
          t.n(formatNumber(locale, cell.n)),
          second,
          of.reporting === null
            ? null
            : t.reporting(
                metricFormat(locale, table.metric, table.reporting, [of.reporting]).full(of.reporting),
              ),
          of.unknown > 0 ? t.unknown(formatNumber(locale, of.unknown)) : null,
        ]
          .filter(Boolean)
          .map((part) => (
            <span key={String(part)}>{part}</span>
          ))}
      </span>
    </span>
  );
}
