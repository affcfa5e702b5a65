import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Change, ChangeChoices, ChangeRequest, ChangeSide } from '../../../compare/change/change';
import type { SegmentView } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { ErrorNotice } from '../../parts/error-notice';
import { SelectField } from '../../parts/select-field';
import { engine } from '../../state/engine';
import { locale as localeSignal } from '../../state/locale';
import { latest } from '../compare/latest';
import { useAnswer } from '../compare/use-answer';
import { firstChange, withMetric, withReport } from './change-question';
import { ChangeSideEditor } from './change-side-editor';
import { ChangeView } from './change-view';
import './discover.css';
import { words } from './words';

/** Takes a change of a rate apart into mix, rates and both at once. */
export function ChangePanel(props: {
  readonly dataVersion: number;
  /** Own segments of report rows. */
  readonly views: readonly SegmentView[];
}) {
  const t = words.value;
  const c = t.change;
  const choicesCall = useAnswer<{ readonly dataVersion: number }, ChangeChoices>(
    { dataVersion: props.dataVersion },
    (_, signal) => engine().changeChoices(undefined, { signal }),
  );
  const choices = choicesCall.value.value;
  const [asked, setAsked] = useState<ChangeRequest | null>(null);
  const call = useMemo(
    () =>
      latest<ChangeRequest & { readonly dataVersion: number }, Change>(
        ({ dataVersion: _, ...request }, signal) => engine().change(request, { signal }),
      ),
    [],
  );
  useEffect(() => () => call.stop(), [call]);
  const first = useMemo(() => (choices === null ? null : firstChange(choices)), [choices]);
  const reports = choices?.reports ?? [];
  const known = (id: string) => reports.some((report) => report.id === id);
  const request =
    asked !== null && known(asked.before.reportId) && known(asked.after.reportId) ? asked : first;

  if (choicesCall.error.value !== null) return <ErrorNotice error={choicesCall.error.value} />;
  if (choices === null) return <p class="ink-soft">{c.waiting}</p>;
  if (request === null) return <EmptyState title={c.none}>{c.noneNext}</EmptyState>;
  const locale = localeSignal.value;
  const report = reports.find(({ id }) => id === request.before.reportId);
  const side = (which: 'before' | 'after') => (
    <ChangeSideEditor
      legend={c[which]}
      side={request[which]}
      dimension={request.dimension}
      // The other side must have the rate and the dimension too.
      reports={
        which === 'before'
          ? reports
          : reports.filter(
              (r) =>
                r.metrics.some(({ id }) => id === request.metricId) &&
                r.dimensions.some(({ id }) => id === request.dimension),
            )
      }
      segments={props.views}
      onChange={(next: ChangeSide) =>
        setAsked(
          which === 'before'
            ? withReport(choices, { ...request, before: next })
            : { ...request, after: next },
        )
      }
    />
  );
  return (
    <div class="change">
      <p class="ink-soft">{c.intro}</p>
      <form
        class="change"
        onSubmit={(event) => {
          event.preventDefault();
          call.askAgain({ ...request, dataVersion: props.dataVersion });
        }}
      >
        <div class="change-sides">
          {side('before')}
          {side('after')}
        </div>
        <div class="change-ask">
          <SelectField
            label={c.metric}
            value={request.metricId}
            options={(report?.metrics ?? []).map(({ id, label }) => ({
              value: id,
              label: label[locale],
            }))}
            onChange={(id) => setAsked(withMetric(choices, { ...request, metricId: id }))}
          />
          <SelectField
            label={c.dimension}
            value={request.dimension}
            options={(report?.dimensions ?? []).map(({ id, header }) => ({ value: id, label: header }))}
            onChange={(dimension) => setAsked(withMetric(choices, { ...request, dimension }))}
          />
          <Button type="submit" kind="primary" disabled={call.busy.value}>
            {c.compute}
          </Button>
        </div>
      </form>
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {call.value.value && (
        <div class={call.busy.value ? 'finder-stale' : undefined} aria-busy={call.busy.value}>
          <ChangeView change={call.value.value} locale={locale} />
        </div>
      )}
    </div>
  );
}
