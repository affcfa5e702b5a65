import { formatClock } from '../../../i18n/format';
import { DotIntervalPlot } from '../../charts/dot-interval-plot';
import { Button } from '../../parts/button';
import { locale as localeSignal } from '../../state/locale';
import { nowState, refreshNow, snapshot } from './now-model';
import { firstWords, words } from './words';

/** The last comparison at a glance. Stands where draw-first.ts drew it: the two must be changed together. */
export function SegmentsNow(props: { readonly openWorkspace: (hash: string) => void }) {
  const t = words.value.now;
  const locale = localeSignal.value;
  const kept = snapshot.value;
  const said = kept?.said[locale];
  const state = nowState.value;
  return (
    <section class="popup-now" aria-labelledby="now">
      <div class="popup-heading">
        <h2 class="popup-title" id="now">
          {firstWords.value.now}
        </h2>
        {said && <p class="ink-soft text-s">{[said.label, said.asOf].filter(Boolean).join(' · ')}</p>}
      </div>
      {kept && said && (
        <>
          <div class={state === 'refreshing' ? 'now-picture now-stale' : 'now-picture'}>
            <div
              role="img"
              aria-label={t.sentence(
                said.picture.headings.value,
                said.picture.rows.map((row) => row.title).join('; '),
              )}
            >
              <DotIntervalPlot picture={said.picture} density="compact" />
            </div>
          </div>
          <ul class={state === 'refreshing' ? 'now-sentences now-stale' : 'now-sentences'}>
            {said.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {state === 'refreshing' && (
            <p class="text-s ink-soft">{t.older(formatClock(locale, kept.computedAt))}</p>
          )}
          {state === 'failed' && (
            <p class="text-s" role="alert">
              {t.failed} {t.oldData(formatClock(locale, kept.computedAt))}{' '}
              <Button size="s" kind="quiet" onClick={() => void refreshNow({ force: true })}>
                {t.retry}
              </Button>
            </p>
          )}
        </>
      )}
      {!kept && state === 'no-data' && (
        <div class="now-empty">
          <p class="strong">{t.noneTitle}</p>
          <p class="ink-soft">{t.noneText}</p>
          <div class="offer-actions">
            <Button onClick={() => props.openWorkspace('#/data')}>{t.addFile}</Button>
            <Button kind="quiet" onClick={() => props.openWorkspace('#/data/sample')}>
              {t.trySample}
            </Button>
          </div>
        </div>
      )}
      {!kept && state === 'none-chosen' && <p class="ink-soft">{t.noComparison}</p>}
      {!kept && state === 'failed' && (
        <p role="alert">
          {t.failedNothing}{' '}
          <Button size="s" kind="quiet" onClick={() => void refreshNow({ force: true })}>
            {t.retry}
          </Button>
        </p>
      )}
    </section>
  );
}
