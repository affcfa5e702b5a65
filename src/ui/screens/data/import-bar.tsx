import { useRef } from 'preact/hooks';
import type { Progress } from '../../../ingest/survey';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { ProgressBar } from '../../parts/progress-bar';
import { useLostFocus } from '../../parts/use-lost-focus';
import { text } from '../../state/text';
import { dataText } from './data-text';
import { cancelImport, clearDesk, deskTotals, importAll, importing, sources } from './import-desk';
import { progressDetail } from './progress-detail';

/** Stays at the foot of the window while there is something to keep: the one decision, or how far it is. */
export function ImportBar() {
  // Files that could not be read leave nothing to decide.
  if (!importing.value && !sources.value.some((s) => s.stage.kind !== 'failed')) return null;
  const t = dataText.value.desk;
  const running = importing.value;
  if (running) return <Running progress={running.progress} />;
  const { tables, rows, questions, faulty, busy } = deskTotals.value;
  return (
    <div class="import-bar">
      <p class="import-bar-words" role="status">
        {tables === 0 ? (busy ? text.value.working : t.none) : t.ready(tables, text.value.count.rows(rows))}
        {faulty > 0 && <span class="import-bar-ask"> · {t.faults(faulty)}</span>}
        {questions > 0 && <span class="import-bar-ask"> · {t.questions(questions)}</span>}
      </p>
      <div class="import-bar-actions">
        <Confirm kind="quiet" question={t.discardQuestion} yes={t.discard} onYes={clearDesk}>
          {t.discard}
        </Confirm>
        <Button
          kind="primary"
          disabled={tables === 0 || questions > 0 || faulty > 0 || busy}
          onClick={() => void importAll()}
        >
          {t.keep(Math.max(1, tables))}
        </Button>
      </div>
    </div>
  );
}

function Running({ progress }: { readonly progress: Progress | null }) {
  const bar = useRef<HTMLDivElement>(null);
  useLostFocus(bar);
  return (
    <div class="import-bar" ref={bar} tabIndex={-1}>
      <div class="import-bar-progress">
        <ProgressBar
          label={progress ? text.value.progress[progress.stage] : dataText.value.desk.importing}
          value={progress && progress.totalBytes > 0 ? progress.bytes / progress.totalBytes : null}
          detail={progressDetail(progress)}
        />
      </div>
      <Button onClick={cancelImport}>{text.value.action.cancel}</Button>
    </div>
  );
}
