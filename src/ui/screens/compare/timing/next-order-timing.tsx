import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../../compare/comparison';
import type { Locale } from '../../../../core/label';
import { formatDay } from '../../../../i18n/format';
import type { TimingAnswer, TimingRequest } from '../../../../protocol/engine-api';
import { ChartFigure } from '../../../charts/chart-figure';
import { ChartLegend } from '../../../charts/chart-legend';
import { ChartTable } from '../../../charts/chart-table';
import { StepChart } from '../../../charts/step-chart';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { persisted } from '../../../state/persisted';
import { CallState } from '../call-state';
import { useAnswer } from '../use-answer';
import { waitCurves } from './wait-curves';
import { words } from './words';

const DAYS = [30, 60, 90, 180, 365] as const;
const followed = persisted<number>('timing-days', 90, (raw) => DAYS.find((d) => d === raw) ?? null);

/** How long customers of each segment took to order again, from the day the segments were fixed on. */
export function NextOrderTiming(props: { readonly comparison: Comparison; readonly locale: Locale }) {
  const { comparison, locale } = props;
  const t = words.value;
  const call = useAnswer<TimingRequest & { readonly dataVersion: number }, TimingAnswer>(
    { comparison: comparison.request, days: followed.value, dataVersion: comparison.dataVersion },
    ({ dataVersion: _, ...request }, signal) => engine().timeToNextOrder(request, { signal }),
  );
  const answer = call.value.value;
  const drawn = useMemo(
    () =>
      answer?.times
        ? waitCurves({ ...answer.times, until: answer.times.watchedDays }, comparison, locale, t)
        : null,
    [answer, comparison, locale, t],
  );
  const day = formatDay(locale, answer?.frozenAt ?? null);
  const asked = comparison.request.asOf;
  const moved = asked !== null && answer?.frozenAt !== null && answer !== null && answer.frozenAt < asked;
  const nobody = answer?.times?.everyone.n === 0;

  return (
    <>
      <div class="compare-controls">
        <SelectField
          label={t.follow}
          value={String(followed.value)}
          options={DAYS.map((d) => ({ value: String(d), label: t.days(d) }))}
          onChange={(next) => {
            followed.value = Number(next);
          }}
        />
      </div>
      <CallState call={call} hasValue={answer !== null} />
      {answer && !drawn && <p class="ink-soft">{t.none}</p>}
      {nobody && <p class="ink-soft">{t.nobody}</p>}
      {answer?.times && drawn && !nobody && (
        <>
          <ChartFigure
            title={t.heading}
            subtitle={t.sub(day)}
            sentence={drawn.sentence}
            table={drawn.risk}
            stale={call.busy.value}
            notes={[
              t.bands,
              ...(moved ? [t.moved(formatDay(locale, asked), day, t.days(answer.times.watchedDays))] : []),
            ]}
          >
            <ChartLegend items={drawn.chart.lines} />
            <StepChart data={drawn.chart} />
          </ChartFigure>
          <section class={call.busy.value ? 'compare-stale' : undefined}>
            <h2>{t.summary.caption}</h2>
            <ChartTable data={drawn.summary} />
            <p class="text-s ink-soft">
              {t.summary.vs(comparison.segments[0]?.base.name?.[locale] ?? null)} {t.trap(day)}
            </p>
            {answer.times.neverOrdered > 0 && (
              <p class="text-s ink-soft">{t.neverOrdered(answer.times.neverOrdered)}</p>
            )}
          </section>
          <section class={call.busy.value ? 'compare-stale' : undefined}>
            <h2>{t.risk.caption}</h2>
            <ChartTable data={drawn.risk} />
          </section>
        </>
      )}
    </>
  );
}
