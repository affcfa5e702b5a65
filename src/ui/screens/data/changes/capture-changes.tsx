import { useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import type { CaptureSummary } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Confirm } from '../../../parts/confirm';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { ProgressBar } from '../../../parts/progress-bar';
import { engine } from '../../../state/engine';
import { text } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { changesText } from './changes-text';
import { ChangesView } from './changes-view';

/** What a kept capture changed, and what is to become of what it shows to be gone. */
export function CaptureChanges(props: { readonly capture: CaptureSummary }) {
  const [running, setRunning] = useState<AbortController | null>(null);
  const [error, setError] = useState<unknown>(null);
  const t = changesText.value;
  // The account shows the passport as it was; what is held now may say more.
  const { id, passport } = workspace.value?.captures.find((c) => c.id === props.capture.id) ?? props.capture;
  const { changes } = passport;
  if (changes == null) return null;
  const count = t.unit[changes.unit](changes.gone);

  const leaveOut = async (yes: boolean) => {
    const abort = new AbortController();
    setRunning(abort);
    setError(null);
    try {
      workspace.value = await engine().leaveOutGone(
        { captureId: id, leaveOut: yes },
        { signal: abort.signal },
      );
      announce(t.done);
    } catch (caught) {
      if (!isAbort(caught)) setError(caught);
    }
    setRunning(null);
  };

  return (
    <ChangesView
      changes={changes}
      of={JSON.stringify([id, workspace.value?.dataVersion])}
      load={(page, signal) => engine().captureChanges({ captureId: id, ...page }, { signal })}
      gone={
        changes.unit === 'rows' ? null : running !== null ? (
          <div class="changes-running">
            <ProgressBar label={text.value.progress.joining} value={null} />
            <Button size="s" onClick={() => running.abort()}>
              {text.value.action.cancel}
            </Button>
          </div>
        ) : (
          <>
            {changes.goneLeftOut ? (
              <Button size="s" onClick={() => void leaveOut(false)}>
                {t.takeBackIn}
              </Button>
            ) : (
              <Confirm
                size="s"
                question={t.leaveOutQuestion(count)}
                yes={t.leaveOutYes}
                onYes={() => void leaveOut(true)}
              >
                {t.leaveOut(count)}
              </Confirm>
            )}
            {error !== null && <ErrorNotice error={error} />}
          </>
        )
      }
    />
  );
}
