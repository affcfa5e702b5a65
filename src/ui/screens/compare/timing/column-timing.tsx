import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../../compare/comparison';
import type { TimeByColumns } from '../../../../compare/timing/time-by-columns';
import type { Locale } from '../../../../core/label';
import { formatDay } from '../../../../i18n/format';
import type { ColumnTimingRequest } from '../../../../protocol/api/timing';
import type { FieldInfo } from '../../../../protocol/engine-api';
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

const textOrNull = (raw: unknown) => (typeof raw === 'string' ? raw : null);
const lengthColumn = persisted<string | null>('timing-length', null, textOrNull);
const endedColumn = persisted<string | null>('timing-ended', null, textOrNull);

/** How long people of each segment stayed, where a list says how long and whether it ended: tenure and churn. */
export function ColumnTiming(props: {
  readonly comparison: Comparison;
  readonly locale: Locale;
  readonly lengths: readonly FieldInfo[];
  readonly ends: readonly FieldInfo[];
}) {
  const { comparison, locale, lengths, ends } = props;
  const t = words.value;
  // Nothing is guessed: which columns belong together, only the person knows.
  const length = lengths.find((f) => f.id === lengthColumn.value) ?? null;
  const ended = ends.find((f) => f.id === endedColumn.value) ?? null;
  const call = useAnswer<ColumnTimingRequest & { readonly dataVersion: number }, TimeByColumns | null>(
    length === null || ended === null
      ? null
      : {
          comparison: comparison.request,
          lengthField: length.id,
          endedField: ended.id,
          dataVersion: comparison.dataVersion,
        },
    ({ dataVersion: _, ...request }, signal) => engine().timeByColumns(request, { signal }),
  );
  const times = length && ended ? call.value.value : null;
  const said = useMemo(
    () => (length && ended ? wordsOf(length.label[locale], ended.label[locale], t) : null),
    [t, length, ended, locale],
  );
  const drawn = useMemo(
    () => (times && said ? waitCurves({ ...times, until: times.longest }, comparison, locale, said) : null),
    [times, said, comparison, locale],
  );
  const choice = (label: string, of: typeof lengthColumn, offered: readonly FieldInfo[], value: string) => (
    <SelectField
      label={label}
      value={value}
      options={[
        ...(value === '' ? [{ value: '', label: t.own.choose }] : []),
        ...offered.map((f) => ({ value: f.id, label: f.label[locale] })),
      ]}
      onChange={(next) => {
        of.value = next === '' ? null : next;
      }}
    />
  );

  return (
    <>
      <div class="compare-controls">
        {choice(t.own.length, lengthColumn, lengths, length?.id ?? '')}
        {choice(t.own.ended, endedColumn, ends, ended?.id ?? '')}
      </div>
      {(length === null || ended === null) && <p class="ink-soft">{t.own.ask}</p>}
      {said && <CallState call={call} hasValue={drawn !== null} />}
      {said && !drawn && !call.busy.value && <p class="ink-soft">{t.own.nobody}</p>}
      {times && said && drawn && (
        <>
          <ChartFigure
            title={said.heading}
            subtitle={t.own.sub}
            sentence={drawn.sentence}
            table={drawn.risk}
            stale={call.busy.value}
            notes={[t.bands]}
          >
            <ChartLegend items={drawn.chart.lines} />
            <StepChart data={drawn.chart} />
          </ChartFigure>
          <section class={call.busy.value ? 'compare-stale' : undefined}>
            <h2>{said.summary.caption}</h2>
            <ChartTable data={drawn.summary} />
            <p class="text-s ink-soft">
              {t.summary.vs(comparison.segments[0]?.base.name?.[locale] ?? null)}{' '}
              {t.own.asTheyAre(formatDay(locale, comparison.asOf))}
            </p>
            {times.leftOut > 0 && <p class="text-s ink-soft">{t.own.leftOut(times.leftOut)}</p>}
          </section>
          <section class={call.busy.value ? 'compare-stale' : undefined}>
            <h2>{said.risk.caption}</h2>
            <ChartTable data={drawn.risk} />
          </section>
        </>
      )}
    </>
  );
}

/** The words of the next order, said of two columns instead: times are in a unit of the person's own. */
function wordsOf(length: string, ended: string, t: typeof words.value): typeof words.value {
  const { own } = t;
  return {
    ...t,
    heading: own.heading(length, ended),
    days: own.plain,
    day: (v) => own.at(length, v),
    sentence: (lines) => own.sentence(length, ended, lines),
    sentenceLine: own.sentenceLine,
    summary: {
      ...t.summary,
      caption: own.caption(ended),
      customers: own.people,
      returned: own.yes(ended),
      median: own.median(length),
      notReached: own.notReached,
    },
    risk: { caption: own.atRisk, day: length },
  };
}
