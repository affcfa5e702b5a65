import { useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format';
import type { CaptureSummary, ImportReport } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { Disclosure } from '../../parts/disclosure';
import { Notice } from '../../parts/notice';
import { useLostFocus } from '../../parts/use-lost-focus';
import { locale } from '../../state/locale';
import { goTo } from '../../state/route';
import { CaptureChanges } from './changes/capture-changes';
import { changesText } from './changes/changes-text';
import { dataText } from './data-text';
import { isDamage } from './is-damage';
import { ProblemList } from './problem-list';
import { RefusedRows } from './refused-rows';

/** The account of an import: every row that came in was kept or refused, and the refused can be had. */
export function ImportAccount(props: { readonly report: ImportReport }) {
  const { report } = props;
  const t = dataText.value;
  const num = (v: number) => formatNumber(locale.value, v);
  const nothingNew = report.captures.length === 0;
  const account = useRef<HTMLDivElement>(null);
  useLostFocus(account);
  return (
    <div ref={account} tabIndex={-1}>
      <Notice
        tone={nothingNew ? 'note' : report.rowsRefused === 0 ? 'done' : 'warning'}
        urgent
        title={
          <span class="strong">
            {nothingNew
              ? changesText.value.nothingNew
              : report.rowsRefused === 0
                ? t.account.allKept(num(report.rowsSeen))
                : t.account.title(num(report.rowsKept), num(report.rowsSeen))}
          </span>
        }
        actions={
          <>
            <Button kind="primary" onClick={() => goTo('segments')}>
              {t.account.toSegments}
            </Button>
            <Button onClick={() => goTo('compare')}>{t.account.toCompare}</Button>
          </>
        }
      >
        <ul class="account-list">
          {report.captures.map((capture) => (
            <li key={capture.id}>
              <CaptureAccount capture={capture} />
            </li>
          ))}
          {report.heldAlready.map(({ name, heldAs }) => (
            <li key={name} class="data" dir="auto">
              {changesText.value.heldAlready(name, heldAs)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** rows in = kept + refused, in one line, with what was found and the refused rows to download. */
export function CaptureAccount(props: { readonly capture: CaptureSummary; readonly nameless?: boolean }) {
  const { capture } = props;
  const { passport } = capture;
  const t = dataText.value;
  const num = (v: number) => formatNumber(locale.value, v);
  return (
    <div class="capture-account">
      {!props.nameless && (
        <p class="strong data" dir="auto">
          {capture.name}
        </p>
      )}
      <p>
        {t.account.sum(
          num(passport.rowsSeen),
          num(passport.rowsKept),
          num(passport.rowsRefused),
          passport.rowsSetApart > 0 ? num(passport.rowsSetApart) : null,
        )}
      </p>
      {passport.changes != null && (
        <Disclosure open={!props.nameless} summary={changesText.value.title}>
          <CaptureChanges capture={capture} />
        </Disclosure>
      )}
      {passport.problems.length > 0 && (
        <Disclosure summary={t.account.problems} open={passport.problems.some(isDamage)}>
          <ProblemList problems={passport.problems} />
        </Disclosure>
      )}
      {passport.rowsRefused > 0 && <RefusedDisclosure capture={capture} />}
    </div>
  );
}

/** The rows are fetched when somebody asks to see them. */
function RefusedDisclosure(props: { readonly capture: CaptureSummary }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="disclosure-summary">
        {dataText.value.account.refused(props.capture.passport.rowsRefused)}
      </summary>
      <div class="disclosure-body">{open && <RefusedRows capture={props.capture} />}</div>
    </details>
  );
}
