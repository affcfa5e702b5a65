import { useMemo } from 'preact/hooks';
import type { Comparison, Trend, TrendRequest } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatDay } from '../../../i18n/format';
import { ChartFigure } from '../../charts/chart-figure';
import { ChartLegend } from '../../charts/chart-legend';
import { LineChart } from '../../charts/line-chart';
import { lineVector } from '../../charts/line-vector';
import { Checkbox } from '../../parts/checkbox';
import { SelectField } from '../../parts/select-field';
import { engine } from '../../state/engine';
import { persisted } from '../../state/persisted';
import { CallState } from './call-state';
import { MetricSelect } from './metric-select';
import { trendDrawing } from './trend-drawing';
import { useAnswer } from './use-answer';
import { words } from './words';

const EVERY = ['day', 'week', 'month', 'quarter'] as const;
const every = persisted<TrendRequest['every']>(
  'trend-every',
  'month',
  (raw) => EVERY.find((e) => e === raw) ?? null,
);
const trendMetric = persisted<string | null>('trend-metric', null, (raw) =>
  typeof raw === 'string' ? raw : null,
);

const besideYear = persisted<boolean>('trend-year-before', false, (raw) =>
  typeof raw === 'boolean' ? raw : null,
);

/** One metric over time, a line a segment and a dashed one for everyone; the segments stay as they were at the as-of. */
export function TrendTab(props: {
  readonly comparison: Comparison;
  readonly goalId: string | null;
  readonly locale: Locale;
}) {
  const { comparison, goalId, locale } = props;
  const t = words.value;
  const rows = comparison.request.grain === 'aggregate';
  // Days are for reports: two years of people's days are no line to read.
  const step = rows || every.value !== 'day' ? every.value : 'week';
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
          every: step,
          ...(besideYear.value && !rows ? { yearBefore: true } : {}),
          dataVersion: comparison.dataVersion,
        },
    ({ dataVersion: _, ...request }, signal) => engine().trend(request, { signal }),
  );
  const trend = call.value.value;
  const drawn = useMemo(
    () => (trend ? trendDrawing(trend, comparison, step, locale, t) : null),
    [trend, comparison, step, locale, t],
  );

  return (
    <div class="compare-tab">
      <div class="compare-controls">
        <MetricSelect
          label={t.trend.metric}
          metrics={comparison.metrics}
          value={metricId}
          locale={locale}
          onChange={(id) => {
            trendMetric.value = id;
          }}
        />
        <SelectField
          label={t.trend.every}
          value={step}
          options={EVERY.filter((e) => rows || e !== 'day').map((e) => ({ value: e, label: t.trend[e] }))}
          onChange={(next) => {
            every.value = next;
          }}
        />
      </div>
      {!rows && (
        <Checkbox
          checked={besideYear.value}
          onChange={(on) => {
            besideYear.value = on;
          }}
        >
          {t.trend.besideYear}
        </Checkbox>
      )}
      <CallState call={call} hasValue={drawn !== null} />
      {trend && drawn && drawn.data.periods.length === 0 && (
        <p class="compare-no-figure ink-soft">{rows ? t.trend.noDates : t.state.noTrend}</p>
      )}
      {trend && drawn && drawn.data.periods.length > 0 && (
        <ChartFigure
          title={[
            t.trend.heading(trend.metric.label[locale], t.trend[call.answered.value?.every ?? step]),
            drawn.unit,
          ]
            .filter(Boolean)
            .join(', ')}
          subtitle={
            rows
              ? t.trend.rows
              : (comparison.descriptive ? t.trend.membership : t.trend.membershipAfter)(
                  formatDay(locale, comparison.asOf),
                )
          }
          vector={lineVector(drawn.data)}
          sentence={drawn.sentence}
          table={drawn.table}
          stale={call.busy.value}
          notes={[
            t.figure.intervalNote,
            ...(drawn.partial ? [t.figure.partialNote] : []),
            ...(trend.yearBeforeAsOf === undefined
              ? []
              : [t.trend.yearBeforeNote(formatDay(locale, trend.yearBeforeAsOf))]),
          ]}
        >
          <ChartLegend items={drawn.data.lines.filter((line) => !line.earlier)} />
          <LineChart data={drawn.data} />
        </ChartFigure>
      )}
    </div>
  );
}
