import type { Comparison, Trend, TrendRequest } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatDay, formatMonth, formatNumber } from '../../../i18n/format';
import type { ChartTableData } from '../../charts/chart-table';
import type { LineChartData } from '../../charts/line-chart';
import { metricFormat } from '../../charts/metric-value';
import type { words } from './words';

/** A trend as lines and as the table that says the same. */
export function trendDrawing(
  trend: Trend,
  comparison: Comparison,
  step: TrendRequest['every'],
  locale: Locale,
  t: typeof words.value,
): {
  readonly data: LineChartData;
  readonly table: ChartTableData;
  readonly sentence: string;
  readonly partial: boolean;
  readonly unit: string | null;
} {
  const format = metricFormat(
    locale,
    trend.metric,
    trend.currency,
    trend.lines.flatMap((line) => line.points.map((p) => p?.value ?? null)),
  );
  const label = (from: number) => {
    if (step === 'week' || step === 'day') return formatDay(locale, from);
    if (step === 'month') return formatMonth(locale, from);
    const date = new Date(from);
    return `${locale === 'pl' ? 'kw.' : 'Q'}${locale === 'pl' ? ' ' : ''}${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`;
  };
  const lines = trend.lines.flatMap((line): LineChartData['lines'][number][] => {
    const segment = comparison.segments.find((s) => s.id === line.segmentId);
    if (line.segmentId !== null && !segment) return [];
    return [
      {
        key: line.segmentId ?? '',
        name: segment ? segment.name[locale] : t.table.everyone,
        colour: segment ? segment.colour : null,
        points: line.points.map((p) =>
          p
            ? {
                value: p.value,
                lo: p.interval?.lo ?? null,
                hi: p.interval?.hi ?? null,
                text: `${format.full(p.value)}${p.interval ? ` (${format.bare(p.interval.lo)} – ${format.bare(p.interval.hi)})` : ''}, ${t.table.n(formatNumber(locale, p.n))}`,
              }
            : null,
        ),
      },
    ];
  });
  const periods = trend.periods.map((p) => ({ label: label(p.from), partial: p.partial }));
  return {
    data: { periods, lines, tick: format.tick },
    partial: periods.some((p) => p.partial),
    unit: format.unit,
    sentence: t.trend.sentence(
      trend.metric.label[locale],
      lines.length,
      periods[0]?.label ?? '',
      periods.at(-1)?.label ?? '',
    ),
    table: {
      caption: trend.metric.label[locale],
      columns: [
        { header: t.figure.period },
        ...lines.flatMap((line) => [
          { header: line.name, unit: format.unit },
          { header: `${line.name}: ${t.figure.interval}` },
          { header: `${line.name}: n` },
        ]),
      ],
      rows: trend.periods.map((period, i) => ({
        key: String(period.from),
        cells: [
          {
            text: `${periods[i]?.label ?? ''}${period.partial ? ` (${t.figure.unfinished})` : ''}`,
            sort: period.from,
          },
          ...trend.lines
            .filter((line) => lines.some((l) => l.key === (line.segmentId ?? '')))
            .flatMap((line) => {
              const p = line.points[i];
              return [
                { text: p ? format.bare(p.value) : '', sort: p?.value ?? null },
                {
                  text: p?.interval ? `${format.bare(p.interval.lo)} – ${format.bare(p.interval.hi)}` : '',
                  sort: p?.interval?.lo ?? null,
                },
                { text: p ? formatNumber(locale, p.n) : '', sort: p?.n ?? null },
              ];
            }),
        ],
      })),
    },
  };
}
