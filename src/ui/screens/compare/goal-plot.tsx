import { useMemo } from 'preact/hooks';
import { formatOf } from '../../../compare/cells/format-of';
import type { Comparison } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatNumber } from '../../../i18n/format';
import type { MetricInfo } from '../../../metrics/metric-info';
import { ChartFigure } from '../../charts/chart-figure';
import type { ChartTableData } from '../../charts/chart-table';
import { DotIntervalPlot } from '../../charts/dot-interval-plot';
import { dotPictureOf } from '../../charts/dot-picture-of';
import { words } from './words';

/** The goal first: each segment's value where it lies, with its interval, against the line of the base. */
export function GoalPlot(props: {
  readonly comparison: Comparison;
  readonly goal: MetricInfo;
  readonly locale: Locale;
  readonly stale: boolean;
  readonly ticks?: number;
}) {
  const { comparison, goal, locale, ticks = 6 } = props;
  const t = words.value;
  const picture = useMemo(
    () =>
      dotPictureOf(
        comparison,
        goal.id,
        locale,
        {
          everyone: t.table.everyone,
          size: comparison.request.grain === 'person' ? t.plot.size : '',
          verdict: t.verdict,
          reason: t.reason,
        },
        { ticks },
      ),
    [comparison, goal.id, locale, t, ticks],
  );
  const table = useMemo(() => metricTable(comparison, goal, locale), [comparison, goal, locale]);
  if (!picture) return null;
  const base = comparison.segments[0]?.base.name?.[locale] ?? t.table.everyone;
  const rows = table.rows
    .map((row) =>
      row.cells[2]?.text
        ? t.plot.row(
            row.cells[0]?.text ?? '',
            row.cells[1]?.text ?? '',
            row.cells[2].text,
            row.cells[3]?.text ?? '',
          )
        : t.plot.rowPlain(row.cells[0]?.text ?? '', row.cells[1]?.text ?? ''),
    )
    .join('; ');
  return (
    <ChartFigure
      title={t.plot.heading(goal.label[locale])}
      subtitle={`${t.plot.sub} ${picture.rows.some((r) => r.base !== null) ? t.plot.baseLine(base) : ''}`}
      sentence={t.plot.sentence(goal.label[locale], rows)}
      table={table}
      stale={props.stale}
    >
      <DotIntervalPlot picture={picture} />
    </ChartFigure>
  );
}

/** One metric over the segments, as a table: what its dot plot and its bars show. */
export function metricTable(comparison: Comparison, metric: MetricInfo, locale: Locale): ChartTableData {
  const t = words.value;
  const m = comparison.metrics.findIndex((other) => other.id === metric.id);
  const format = formatOf(comparison, m, locale);
  const row = (
    key: string,
    name: string,
    colour: number | null,
    cell: Comparison['everyone'][number] | undefined,
  ) => ({
    key,
    colour,
    cells:
      cell?.state === 'value'
        ? [
            { text: name },
            { text: format.bare(cell.value), sort: cell.value },
            { text: cell.interval ? format.bare(cell.interval.lo) : '', sort: cell.interval?.lo ?? null },
            { text: cell.interval ? format.bare(cell.interval.hi) : '', sort: cell.interval?.hi ?? null },
            { text: formatNumber(locale, cell.n), sort: cell.n },
            { text: key === '' ? '' : t.verdict[cell.verdict] },
          ]
        : [
            { text: name },
            { text: cell ? t.reason[cell.reason] : '', sort: null },
            { text: '', sort: null },
            { text: '', sort: null },
            { text: cell ? formatNumber(locale, cell.n) : '', sort: cell?.n ?? null },
            { text: '' },
          ],
  });
  return {
    caption: metric.label[locale],
    columns: [
      { header: t.figure.segment },
      { header: t.figure.value, unit: format.unit },
      { header: t.figure.lo, unit: format.unit },
      { header: t.figure.hi, unit: format.unit },
      { header: t.figure.n },
      { header: t.figure.verdict, text: true },
    ],
    rows: [
      ...comparison.segments.map((s, i) => row(s.id, s.name[locale], s.colour, comparison.cells[i]?.[m])),
      row('', t.table.everyone, null, comparison.everyone[m]),
    ],
  };
}
