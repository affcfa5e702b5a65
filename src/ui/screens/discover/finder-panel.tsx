import { useEffect, useMemo, useState } from 'preact/hooks';
import { DEFAULT_MINIMUM_EFFECT, type FinderRequest, type Findings } from '../../../compare/finder/findings';
import { formatNumber } from '../../../i18n/format';
import type { Progress } from '../../../ingest/survey';
import type { SegmentView } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { ErrorNotice } from '../../parts/error-notice';
import { ProgressBar } from '../../parts/progress-bar';
import { SelectField } from '../../parts/select-field';
import { engine } from '../../state/engine';
import { locale as localeSignal } from '../../state/locale';
import { latest } from '../compare/latest';
import './discover.css';
import { FindingsView } from './findings-view';
import { words } from './words';

const LEAST = ['0.1', '0.2', '0.5'] as const;
const OTHERS = '';

/** Asks what differs most between a chosen segment and another, or everyone else: nothing is worked out before that. */
export function FinderPanel(props: {
  readonly views: readonly SegmentView[];
  /** What stands chosen at first. */
  readonly segmentId: string | null;
  readonly againstId: string | null;
  readonly about: Omit<FinderRequest, 'segmentId' | 'againstId' | 'minimumEffect'>;
  readonly dataVersion: number;
}) {
  const t = words.value;
  const locale = localeSignal.value;
  const views = props.views.filter((v) => v.segment.grain === 'aggregate' || v.size !== 0);
  const [segmentId, setSegment] = useState(props.segmentId);
  const [againstId, setAgainst] = useState(props.againstId);
  const [least, setLeast] = useState<(typeof LEAST)[number]>(
    LEAST.find((value) => Number(value) === DEFAULT_MINIMUM_EFFECT) ?? '0.2',
  );
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => setSegment(props.segmentId), [props.segmentId]);
  useEffect(() => setAgainst(props.againstId), [props.againstId]);
  const call = useMemo(
    () =>
      latest<FinderRequest & { readonly dataVersion: number }, Findings>(
        ({ dataVersion: _, ...request }, signal) => {
          setProgress(null);
          return engine().differsMost(request, { signal, onProgress: setProgress });
        },
      ),
    [],
  );
  useEffect(() => () => call.stop(), [call]);

  const segment =
    views.find((v) => v.segment.id === segmentId) ??
    // What the person made is what they would ask about.
    views.find((v) => v.segment.kind === 'own') ??
    views[0];
  const against =
    againstId === segment?.segment.id ? undefined : views.find((v) => v.segment.id === againstId);
  const request = segment && {
    ...props.about,
    segmentId: segment.segment.id,
    againstId: against?.segment.id ?? null,
    minimumEffect: Number(least),
    dataVersion: props.dataVersion,
  };
  const option = ({ segment: { id, name, grain }, size }: SegmentView) => ({
    value: id,
    label:
      grain === 'person' && size !== null ? `${name[locale]} (${formatNumber(locale, size)})` : name[locale],
  });
  const answered = call.answered.value;
  const findings = call.value.value;
  const stale =
    request !== undefined && answered !== null && JSON.stringify(answered) !== JSON.stringify(request);

  if (!request) return <EmptyState title={t.ask.chooseSegment} />;
  return (
    <div class="finder">
      <form
        class="finder-ask"
        onSubmit={(event) => {
          event.preventDefault();
          call.askAgain(request);
        }}
      >
        <SelectField
          label={t.ask.segment}
          value={request.segmentId}
          options={views.map(option)}
          onChange={setSegment}
        />
        <SelectField
          label={t.ask.against}
          value={request.againstId ?? OTHERS}
          options={[
            { value: OTHERS, label: t.ask.everyoneElse },
            ...views.filter((v) => v.segment.id !== request.segmentId).map(option),
          ]}
          onChange={(id) => setAgainst(id === OTHERS ? null : id)}
        />
        <SelectField
          label={t.ask.least}
          value={least}
          options={LEAST.map((value) => ({ value, label: t.ask.leastOf[value] }))}
          onChange={setLeast}
        />
        <Button
          type="submit"
          kind={findings === null || stale ? 'primary' : 'plain'}
          disabled={call.busy.value}
        >
          {findings === null ? t.ask.find : t.ask.findAgain}
        </Button>
      </form>
      {call.busy.value && (
        <div class="finder-busy">
          <ProgressBar
            label={t.ask.finding}
            value={progress && progress.totalBytes > 0 ? progress.bytes / progress.totalBytes : null}
            {...(progress ? { detail: t.ask.fields(progress.bytes, progress.totalBytes) } : {})}
          />
          <Button size="s" kind="quiet" onClick={() => call.stop()}>
            {t.ask.cancel}
          </Button>
        </div>
      )}
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {findings && (
        <div class={stale || call.busy.value ? 'finder-stale' : undefined} aria-busy={call.busy.value}>
          {stale && !call.busy.value && <p class="ink-soft text-s">{t.ask.stale}</p>}
          <FindingsView findings={findings} locale={locale} />
        </div>
      )}
    </div>
  );
}
