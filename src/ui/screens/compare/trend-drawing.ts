import type { Comparison, Trend, TrendRequest } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatDay, formatMonth, formatNumber } from '../../../i18n/format';
import { type MetricFormat, metricFormat } from '../../../metrics/metric-value';
import type { ChartTableData } from '../../charts/chart-table';
import type { LineChartData } from '../../charts/line-chart';
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
  const written = (value: number, interval: { readonly lo: number; readonly hi: number } | null, n: number) =>
    `${format.full(value)}${interval ? ` (${format.bare(interval.lo)} – ${format.bare(interval.hi)})` : ''}, ${t.table.n(formatNumber(locale, n))}`;
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
                text: written(p.value, p.interval, p.n),
              }
            : null,
        ),
      },
    ];
  });
  const withYear = trend.lines.some((line) => line.yearBefore !== undefined);
  const earlier = lines.flatMap((line): LineChartData['lines'][number][] => {
    const before = trend.lines.find((l) => (l.segmentId ?? '') === line.key)?.yearBefore;
    if (before === undefined) return [];
    return [
      {
        key: `${line.key} year before`,
        name: t.trend.yearBeforeOf(line.name),
        colour: line.colour,
        earlier: true,
        points: before.map((p) =>
          p
            ? {
                value: p.value,
                lo: p.interval?.lo ?? null,
                hi: p.interval?.hi ?? null,
                text: written(p.value, p.interval, p.n),
              }
            : null,
        ),
      },
    ];
  });
  const periods = trend.periods.map((p) => ({ label: label(p.from), partial: p.partial }));
  return {
    data: { periods, lines: [...lines, ...earlier], tick: format.tick },
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
          ...(withYear
            ? [
                { header: t.trend.yearBeforeOf(line.name), unit: format.unit },
                { header: `${line.name}: ${t.trend.change}` },
                { header: `${line.name}: ${t.trend.change}, ${t.figure.interval}` },
              ]
            : []),
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
                ...(withYear ? yearCells(line.yearBefore?.[i] ?? null, format) : []),
              ];
            }),
        ],
      })),
    },
  };
}

/** A year before, the change since, and its interval. */
function yearCells(
  before: NonNullable<Trend['lines'][number]['yearBefore']>[number],
  format: MetricFormat,
): { readonly text: string; readonly sort: number | null }[] {
  const change = before?.change ?? null;
  const interval = change?.interval ?? null;
  return [
    { text: before ? format.bare(before.value) : '', sort: before?.value ?? null },
    { text: change ? format.difference(change.value) : '', sort: change?.value ?? null },
    {
      text: interval ? `${format.difference(interval.lo)} – ${format.difference(interval.hi)}` : '',
      sort: interval?.lo ?? null,
    },
  ];
}
