import type { Locale } from '../../../../core/label';
import type { PerformanceRecord, SegmentPerformance } from '../../../../core/performance-record';
import type { en } from '../../../../i18n/en/history';
import { formatClock, formatDay, formatNumber } from '../../../../i18n/format';
import type { Shape } from '../../../../i18n/shape';
import type { MetricInfo } from '../../../../metrics/metric-info';
import { metricFormat } from '../../../../metrics/metric-value';
import type { ChartTableData } from '../../../charts/chart-table';
import type { LineChartData } from '../../../charts/line-chart';

export interface HistoryDrawing {
  readonly chart: LineChartData;
  readonly table: ChartTableData;
  readonly unit: string | null;
  /** Where a rule changed between two imports. */
  readonly changes: readonly string[];
}

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
}

/** The size, or one figure, of each segment at each import. `metric` null is the size. */
export function historyDrawing(
  records: readonly PerformanceRecord[],
  shown: readonly Shown[],
  metric: MetricInfo | null,
  locale: Locale,
  t: Shape<typeof en>,
): HistoryDrawing {
  const ofSegment = (record: PerformanceRecord, id: string): SegmentPerformance | null =>
    record.segments.find((s) => s.id === id) ?? null;
  const figureOf = (of: SegmentPerformance | null) =>
    of === null
      ? null
      : metric === null
        ? { value: of.size, n: of.size, lo: null, hi: null }
        : (of.figures[metric.id] ?? null);
  const values = records.flatMap((record) =>
    shown.map(({ id }) => figureOf(ofSegment(record, id))?.value ?? null),
  );
  const unit = { unit: metric?.unit ?? 'count' } as const;
  // Each amount in the currency of its own time.
  const formatIn = (record: PerformanceRecord) => metricFormat(locale, unit, record.currency, values);
  const last = records.at(-1);
  const format = last === undefined ? metricFormat(locale, unit, null, values) : formatIn(last);
  const lines = shown.map(({ id, name, colour }) => ({
    key: id,
    name,
    colour,
    points: records.map((record) => {
      const figure = figureOf(ofSegment(record, id));
      if (figure === null || record.currency !== last?.currency) return null;
      const range =
        figure.lo === null || figure.hi === null
          ? ''
          : ` (${format.bare(figure.lo)} – ${format.bare(figure.hi)})`;
      return { ...figure, text: `${format.full(figure.value)}${range}, n ${formatNumber(locale, figure.n)}` };
    }),
  }));
  const periods = records.map((record) => ({ label: formatDay(locale, record.asOf), partial: false }));
  const rows = [...records].reverse().flatMap((record) =>
    shown.flatMap(({ id, name, colour }) => {
      const of = ofSegment(record, id);
      if (of === null) return [];
      const figure = figureOf(of);
      const write = formatIn(record);
      return [
        {
          key: `${record.dataVersion} ${id}`,
          colour,
          cells: [
            { text: name },
            { text: formatDay(locale, record.asOf), sort: record.asOf },
            ...(metric === null
              ? []
              : [
                  { text: figure === null ? '' : write.full(figure.value), sort: figure?.value ?? null },
                  {
                    text:
                      figure?.lo == null || figure.hi === null
                        ? ''
                        : `${write.bare(figure.lo)} – ${write.bare(figure.hi)}`,
                    sort: figure?.lo ?? null,
                  },
                  { text: figure === null ? '' : formatNumber(locale, figure.n), sort: figure?.n ?? null },
                ]),
            { text: formatNumber(locale, of.size), sort: of.size },
            { text: t.versionOf(of.version), sort: of.version },
            { text: formatClock(locale, record.takenAt), sort: record.takenAt },
          ],
        },
      ];
    }),
  );
  const changes = shown.flatMap(({ id, name }) =>
    records.flatMap((record, i) => {
      const [before, now] = [
        i === 0 ? null : ofSegment(records[i - 1] as PerformanceRecord, id),
        ofSegment(record, id),
      ];
      return before !== null && now !== null && before.version !== now.version
        ? [t.changed(name, before.version, now.version, formatDay(locale, record.asOf))]
        : [];
    }),
  );
  const label = metric?.label[locale] ?? t.size;
  return {
    chart: { periods, lines, tick: format.tick },
    unit: format.unit,
    changes,
    table: {
      caption: t.heading(label),
      columns: [
        { header: t.segment },
        { header: t.asOf },
        // The size is a column of every such table.
        ...(metric === null ? [] : [{ header: label }, { header: t.interval }, { header: 'n' }]),
        { header: t.size },
        { header: t.version },
        { header: t.taken },
      ],
      rows,
    },
  };
}
