import { useMemo } from 'preact/hooks';
import type { Comparison, Trend, TrendRequest } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatDay, formatMonth, formatNumber } from '../../../i18n/format';
import { ChartFigure } from '../../charts/chart-figure';
import { ChartLegend } from '../../charts/chart-legend';
import type { ChartTableData } from '../../charts/chart-table';
import { LineChart, type LineChartData } from '../../charts/line-chart';
import { metricFormat } from '../../charts/metric-value';
import { Field } from '../../parts/field';
import { Select } from '../../parts/select';
import { engine } from '../../state/engine';
import { persisted } from '../../state/persisted';
import { CallState } from './call-state';
import { useAnswer } from './use-answer';
import { words } from './words';

const EVERY = ['week', 'month', 'quarter'] as const;
const every = persisted<TrendRequest['every']>(
  'trend-every',
  'month',
  (raw) => EVERY.find((e) => e === raw) ?? null,
);
const trendMetric = persisted<string | null>('trend-metric', null, (raw) =>
  typeof raw === 'string' ? raw : null,
);

/** One metric over time, a line a segment and a dashed one for everyone; the segments stay as they were at the as-of. */
export function TrendTab(props: {
  readonly comparison: Comparison;
  readonly goalId: string | null;
  readonly locale: Locale;
}) {
  const { comparison, goalId, locale } = props;
  const t = words.value;
  const metricId =
    [trendMetric.value, goalId].find((id) => comparison.metrics.some((m) => m.id === id)) ??
    comparison.metrics[0]?.id ??
    null;
  const call = useAnswer<TrendRequest & { readonly dataVersion: number }, Trend>(
    metricId === null
      ? null
      : {
          comparison: comparison.request,
          metricId,
          every: every.value,
          dataVersion: comparison.dataVersion,
        },
    ({ dataVersion: _, ...request }, signal) => engine().trend(request, { signal }),
  );
  const trend = call.value.value;
  const drawn = useMemo(
    () => (trend ? trendDrawing(trend, comparison, every.value, locale, t) : null),
    [trend, comparison, locale, t],
  );

  return (
    <div class="compare-tab">
      <div class="compare-controls">
        <Field label={t.trend.metric}>
          {(ids) => (
            <Select
              ids={ids}
              value={metricId ?? ''}
              options={comparison.metrics.map((m) => ({ value: m.id, label: m.label[locale] }))}
              onChange={(id) => {
                trendMetric.value = id;
              }}
            />
          )}
        </Field>
        <Field label={t.trend.every}>
          {(ids) => (
            <Select
              ids={ids}
              value={every.value}
              options={EVERY.map((e) => ({ value: e, label: t.trend[e] }))}
              onChange={(next) => {
                every.value = next;
              }}
            />
          )}
        </Field>
      </div>
      <CallState call={call} hasValue={drawn !== null} />
      {trend && drawn && drawn.data.periods.length === 0 && <p class="ink-soft">{t.state.noTrend}</p>}
      {trend && drawn && drawn.data.periods.length > 0 && (
        <ChartFigure
          title={[
            t.trend.heading(trend.metric.label[locale], t.trend[call.answered.value?.every ?? every.value]),
            drawn.unit,
          ]
            .filter(Boolean)
            .join(', ')}
          subtitle={t.trend.membership(formatDay(locale, comparison.asOf))}
          sentence={drawn.sentence}
          table={drawn.table}
          stale={call.busy.value}
          notes={[t.figure.intervalNote, ...(drawn.partial ? [t.figure.partialNote] : [])]}
        >
          <ChartLegend items={drawn.data.lines} />
          <LineChart data={drawn.data} />
        </ChartFigure>
      )}
    </div>
  );
}

function trendDrawing(
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
    if (step === 'week') return formatDay(locale, from);
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
