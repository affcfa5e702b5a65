import { useMemo } from 'preact/hooks';
import type {
  Comparison,
  Retention,
  RetentionDefinition,
  RetentionRequest,
} from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { ChartFigure } from '../../charts/chart-figure';
import { ChartLegend } from '../../charts/chart-legend';
import { CohortTable } from '../../charts/cohort-table';
import { LineChart } from '../../charts/line-chart';
import { lineVector } from '../../charts/line-vector';
import { SelectField } from '../../parts/select-field';
import { engine } from '../../state/engine';
import { persisted } from '../../state/persisted';
import { CallState } from './call-state';
import { ofAllTime } from './of-all-time';
import { retentionDrawing } from './retention-drawing';
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
        <SelectField
          label={r.definition}
          value={definition.value}
          options={DEFINITIONS.map((d) => ({ value: d, label: r.definitions[d] }))}
          onChange={(next) => {
            definition.value = next;
          }}
        />
      </div>
      <CallState call={call} hasValue={drawn !== null} />
      {empty && <p class="compare-no-figure ink-soft">{t.state.noRetention}</p>}
      {drawn && !empty && (
        <>
          <ChartFigure
            title={r.heading}
            subtitle={`${r.monthsSince}. ${r.zeroNote}`}
            vector={lineVector(drawn.data)}
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
