import { useMemo } from 'preact/hooks';
import type {
  Comparison,
  Retention,
  RetentionDefinition,
  RetentionRequest,
} from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatMonth, formatNumber, formatPercent } from '../../../i18n/format';
import { ChartFigure } from '../../charts/chart-figure';
import { ChartLegend } from '../../charts/chart-legend';
import type { ChartTableData } from '../../charts/chart-table';
import { CohortTable } from '../../charts/cohort-table';
import { LineChart, type LineChartData } from '../../charts/line-chart';
import { Field } from '../../parts/field';
import { Select } from '../../parts/select';
import { engine } from '../../state/engine';
import { persisted } from '../../state/persisted';
import { CallState } from './call-state';
import { useAnswer } from './use-answer';
import { words } from './words';

const DEFINITIONS = ['on', 'on-or-after', 'every-period', 'any-so-far'] as const;
const PERIODS = 13;
const definition = persisted<RetentionDefinition>(
  'retention-definition',
  'on',
  (raw) => DEFINITIONS.find((d) => d === raw) ?? null,
);

/** Who came back: a curve a segment, and the cohorts of everyone under it. */
export function RetentionTab(props: { readonly comparison: Comparison; readonly locale: Locale }) {
  const { comparison, locale } = props;
  const t = words.value;
  const r = t.retention;
  const call = useAnswer<RetentionRequest & { readonly dataVersion: number }, Retention>(
    {
      comparison: ofAllTime(comparison.request),
      definition: definition.value,
      every: 'month',
      periods: PERIODS,
      dataVersion: comparison.dataVersion,
    },
    ({ dataVersion: _, ...request }, signal) => engine().retention(request, { signal }),
  );
  const retention = call.value.value;
  const drawn = useMemo(
    () => (retention ? retentionDrawing(retention, comparison, locale, t) : null),
    [retention, comparison, locale, t],
  );
  const empty = drawn?.data.lines.every((line) => line.points.every((p) => p === null)) ?? false;

  return (
    <div class="compare-tab">
      <div class="compare-controls">
        <Field label={r.definition}>
          {(ids) => (
            <Select
              ids={ids}
              value={definition.value}
              options={DEFINITIONS.map((d) => ({ value: d, label: r.definitions[d] }))}
              onChange={(next) => {
                definition.value = next;
              }}
            />
          )}
        </Field>
      </div>
      <CallState call={call} hasValue={drawn !== null} />
      {empty && <p class="ink-soft">{t.state.noRetention}</p>}
      {drawn && !empty && (
        <>
          <ChartFigure
            title={r.heading}
            subtitle={`${r.monthsSince}. ${r.zeroNote}`}
            sentence={drawn.sentence}
            table={drawn.table}
            stale={call.busy.value}
            notes={[t.figure.intervalNote, r.descriptive]}
          >
            <ChartLegend items={drawn.data.lines} />
            <LineChart data={drawn.data} />
          </ChartFigure>
          <section class={call.busy.value ? 'compare-stale' : undefined}>
            <h2>{r.cohorts}</h2>
            <p class="text-s ink-soft">{r.empty}</p>
            <CohortTable
              caption={r.cohorts}
              cohortHeader={r.cohort}
              sizeHeader={r.size}
              periods={drawn.periods}
              cohorts={drawn.cohorts}
            />
          </section>
        </>
      )}
    </div>
  );
}

/** Months after first orders need all the orders there are, whatever time the other views measure. */
function ofAllTime(request: Comparison['request']): Comparison['request'] {
  return request.measured.kind === 'after' ? { ...request, asOf: null, measured: { kind: 'held' } } : request;
}

function retentionDrawing(
  retention: Retention,
  comparison: Comparison,
  locale: Locale,
  t: typeof words.value,
) {
  const longest = Math.max(
    0,
    ...retention.curves.map((c) => c.points.length),
    ...retention.cohorts.map((c) => c.kept.length),
  );
  const periods = Array.from({ length: longest }, (_, i) => ({ label: String(i), partial: false }));
  const percent = (v: number) => formatPercent(locale, v, 1);
  const curves = retention.curves.flatMap((curve) => {
    const segment = comparison.segments.find((s) => s.id === curve.segmentId);
    if (curve.segmentId !== null && !segment) return [];
    return [
      {
        curve,
        key: curve.segmentId ?? '',
        name: segment ? segment.name[locale] : t.table.everyone,
        colour: segment ? segment.colour : null,
      },
    ];
  });
  // All start at 100 %: drawn, it would press the rest together.
  const drawnPeriods = periods.slice(1);
  const data: LineChartData = {
    periods: drawnPeriods,
    tick: (v) => formatPercent(locale, v),
    lines: curves.map(({ curve, ...line }) => ({
      ...line,
      points: drawnPeriods.map((_, i) => {
        const p = curve.points[i + 1];
        return p
          ? {
              value: p.value,
              lo: p.interval.lo,
              hi: p.interval.hi,
              text: `${percent(p.value)} (${percent(p.interval.lo)} – ${percent(p.interval.hi)}), ${t.table.n(formatNumber(locale, p.n))}`,
            }
          : null;
      }),
    })),
  };
  const table: ChartTableData = {
    caption: t.retention.heading,
    columns: [
      { header: t.retention.monthsSince },
      ...curves.flatMap(({ name }) => [
        { header: name },
        { header: `${name}: ${t.figure.interval}` },
        { header: `${name}: n` },
      ]),
    ],
    rows: periods.map((period, i) => ({
      key: period.label,
      cells: [
        { text: t.retention.month(i), sort: i },
        ...curves.flatMap(({ curve }) => {
          const p = curve.points[i];
          return [
            { text: p ? percent(p.value) : '', sort: p?.value ?? null },
            {
              text: p ? `${percent(p.interval.lo)} – ${percent(p.interval.hi)}` : '',
              sort: p?.interval.lo ?? null,
            },
            { text: p ? formatNumber(locale, p.n) : '', sort: p?.n ?? null },
          ];
        }),
      ],
    })),
  };
  return {
    data,
    table,
    periods: periods.map((p) => p.label),
    sentence: t.retention.sentence(curves.length, Math.max(0, longest - 1)),
    cohorts: retention.cohorts.map((cohort) => ({
      key: String(cohort.from),
      name: formatMonth(locale, cohort.from),
      size: formatNumber(locale, cohort.size),
      cells: cohort.kept.map((share) =>
        share === null
          ? null
          : { share, text: formatPercent(locale, share, share > 0 && share < 0.1 ? 1 : 0) },
      ),
    })),
  };
}
