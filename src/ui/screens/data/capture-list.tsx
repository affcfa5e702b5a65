import { useId, useState } from 'preact/hooks';
import { formatBytes, formatClock, formatIsoRange } from '../../../i18n/format';
import type { CaptureSummary } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { EmptyState } from '../../parts/empty-state';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { eraseSnapshot } from '../../snapshot/snapshot';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { workspace } from '../../state/workspace';
import { dataText } from './data-text';
import { PassportView } from './passport-view';

/** All that is held, one line each; its passport opens in place. */
export function CaptureList(props: { readonly captures: readonly CaptureSummary[] }) {
  const t = dataText.value.captures;
  if (props.captures.length === 0) return <EmptyState title={t.none}>{t.noneText}</EmptyState>;
  return (
    <ul class="captures">
      {props.captures.map((capture) => (
        <CaptureItem key={capture.id} capture={capture} />
      ))}
    </ul>
  );
}

function CaptureItem(props: { readonly capture: CaptureSummary }) {
  const { capture } = props;
  const { passport } = capture;
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const id = useId();
  const t = dataText.value;
  const lang = locale.value;
  const facts = [
    t.kinds[capture.table],
    passport.title !== null && passport.source.kind === 'file' && !capture.name.endsWith(passport.title)
      ? passport.title
      : null,
    passport.dateRange && formatIsoRange(lang, passport.dateRange),
    t.captures.collected(formatClock(lang, passport.capturedAt)),
  ].filter((fact): fact is string => typeof fact === 'string');

  const onDelete = async () => {
    setBusy(true);
    setError(null);
    try {
      workspace.value = await engine().deleteCapture({ captureId: capture.id });
      eraseSnapshot();
      announce(t.captures.deleted(capture.name));
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };

  return (
    <li class="capture" aria-busy={busy || undefined}>
      <div class="capture-head">
        <div class="capture-words">
          <h3 class="data" dir="auto">
            {capture.name}
          </h3>
          <p class="ink-soft data">{facts.join(' · ')}</p>
        </div>
        <p class="capture-size num">
          {t.captures.rows(capture.rows)}
          <span class="ink-soft">
            {passport.rowsRefused > 0 && `${t.captures.refused(passport.rowsRefused)} · `}
            {formatBytes(lang, capture.storedBytes)}
          </span>
        </p>
        <div class="capture-actions">
          <Button
            size="s"
            kind="quiet"
            expanded={open}
            controls={id}
            label={t.captures.passportOf(capture.name)}
            onClick={() => setOpen(!open)}
          >
            {t.captures.passport}
          </Button>
          <Confirm
            size="s"
            kind="quiet"
            disabled={busy}
            label={t.captures.deleteOf(capture.name)}
            question={t.captures.deleteQuestion(capture.name, t.captures.rows(capture.rows))}
            yes={t.captures.deleteYes}
            onYes={() => void onDelete()}
          >
            {t.captures.delete}
          </Confirm>
        </div>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div id={id} hidden={!open}>
        {open && <PassportView capture={capture} />}
      </div>
    </li>
  );
}
