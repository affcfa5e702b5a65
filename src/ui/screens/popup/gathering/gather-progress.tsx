import type { CollectProgress } from '../../../../protocol/page-messages';
import { Button } from '../../../parts/button';
import { ProgressBar } from '../../../parts/progress-bar';
import { cancelCollecting, finishCollecting, pauseCollecting, resumeCollecting } from '../offer-model';
import { words as popupWords } from '../words';
import { words } from './words';

/** How far gathering is, and what can be done about it. */
export function GatherProgress(props: {
  /** Of the table; null where another popup began it. */
  readonly title: string | null;
  readonly progress: CollectProgress;
}) {
  const { title, progress } = props;
  const { rows, total, page, waiting } = progress;
  const t = words.value;
  return (
    <div class="offer">
      {title !== null && (
        <p class="offer-title data" dir="auto" title={title}>
          {title}
        </p>
      )}
      <ProgressBar
        label={t.reading(rows, total, page)}
        value={total !== null && total > 0 ? rows / total : null}
      />
      <p class="text-s ink-soft" role="status">
        {waiting === null ? t.goesOn : t.waiting[waiting]}
      </p>
      <div class="offer-actions">
        {waiting === 'paused' ? (
          <Button size="s" onClick={resumeCollecting}>
            {t.resume}
          </Button>
        ) : (
          <Button size="s" onClick={pauseCollecting}>
            {t.pause}
          </Button>
        )}
        <Button size="s" disabled={rows === 0} onClick={finishCollecting}>
          {t.finish}
        </Button>
        <Button size="s" kind="quiet" onClick={cancelCollecting}>
          {popupWords.value.collecting.cancel}
        </Button>
      </div>
    </div>
  );
}
