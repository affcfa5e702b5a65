import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, formatRange } from '../../../i18n/format';
import type { WorkspaceState } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { Notice } from '../../parts/notice';
import { locale } from '../../state/locale';
import { route, routeHash } from '../../state/route';
import { text } from '../../state/text';
import { refreshWorkspace, workspace, workspaceError } from '../../state/workspace';
import { ExportTaking } from '../exports/export-taking';
import { CaptureList } from './capture-list';
import { ClockQuestion } from './clock-question';
import './data.css';
import { dataText } from './data-text';
import { DeleteEverything } from './delete-everything';
import { DropZone } from './drop-zone';
import { ImportAccount } from './import-account';
import { ImportBar } from './import-bar';
import {
  account,
  importCancelled,
  importError,
  importing,
  inbox,
  refreshInbox,
  sources,
} from './import-desk';
import { InboxList } from './inbox-list';
import { MATCHING, MatchingScreen } from './matching/matching-screen';
import { SourceView } from './source-view';

/** What is held and what comes in, and below it who is who across exports. */
export function DataScreen() {
  return route.value.rest.startsWith(MATCHING) ? <MatchingScreen /> : <HeldAndComing />;
}

/** Collect and understand: what comes in, what is held, and how it may go again. */
function HeldAndComing() {
  const [inboxError, setInboxError] = useState<unknown>(null);
  const t = dataText.value;
  const state = workspace.value;
  const desk = sources.value;

  useEffect(() => {
    const look = () => {
      refreshInbox().then(() => setInboxError(null), setInboxError);
      void refreshWorkspace();
    };
    look();
    // A capture sent from a page while this tab was behind.
    const onVisible = () => {
      if (document.visibilityState === 'visible') look();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);

  const title = useRef<HTMLHeadingElement>(null);
  const held = state?.captures.length ?? 0;
  const heldBefore = useRef(held);
  useEffect(() => {
    // What was deleted took the button in hand with it.
    if (held < heldBefore.current && document.activeElement === document.body) title.current?.focus();
    heldBefore.current = held;
  }, [held]);

  const bare = state?.captures.length === 0 && desk.length === 0;
  return (
    <div class="data-screen">
      <header class="screen-head">
        <h1 ref={title} tabIndex={-1}>
          {t.title}
        </h1>
        {state && state.captures.length > 0 && <HeldLine state={state} />}
      </header>
      {workspaceError.value !== null && (
        <ErrorNotice
          error={workspaceError.value}
          actions={<Button onClick={() => void refreshWorkspace()}>{text.value.action.retry}</Button>}
        />
      )}
      {inboxError !== null && workspaceError.value === null && <ErrorNotice error={inboxError} />}
      {state?.storage === 'vanished' && (
        <Notice tone="error" title={t.storage.vanished} todo={t.storage.vanishedTodo} />
      )}
      {state?.storage === 'not-persistent' && state.captures.length > 0 && (
        <Notice tone="warning" title={t.storage.notPersistent} todo={t.storage.notPersistentTodo} />
      )}
      <ExportTaking />
      <DropZone large={bare} />
      {account.value && <ImportAccount report={account.value} />}
      {state && state.captures.length > 0 && importing.value === null && <ClockQuestion />}
      {importCancelled.value && <Notice tone="note" urgent title={t.desk.importCancelled} />}
      {importError.value !== null && <ErrorNotice error={importError.value} />}
      <InboxList items={inbox.value} />
      {desk.length > 0 && (
        <section class="data-section" aria-label={t.desk.title}>
          <h2>{t.desk.title}</h2>
          {desk.map((source) => (
            <SourceView key={source.key} source={source} disabled={importing.value !== null} />
          ))}
          <ImportBar />
        </section>
      )}
      {state === null && workspaceError.value === null && <p class="ink-soft">{text.value.loading}</p>}
      {state && state.captures.length > 0 && (
        <section class="data-section" aria-label={t.captures.title}>
          <h2>{t.captures.title}</h2>
          <CaptureList captures={state.captures} />
          <DeleteEverything />
        </section>
      )}
      {bare && <CaptureList captures={[]} />}
    </div>
  );
}

function HeldLine(props: { readonly state: WorkspaceState }) {
  const { state } = props;
  const t = dataText.value.held;
  const lang = locale.value;
  const facts = [
    state.people > 0 && t.people(state.people),
    state.orders > 0 && t.orders(state.orders),
    state.ordersUnattributed > 0 && t.unattributed(state.ordersUnattributed),
    state.events > 0 && t.events(state.events),
    state.reports.length > 0 && t.reports(state.reports.length),
    state.coverage && t.coverage(formatRange(lang, state.coverage.from, state.coverage.to)),
    t.stored(formatBytes(lang, state.storedBytes)),
  ].filter((fact): fact is string => typeof fact === 'string');
  return (
    <>
      <p class="ink-soft">{facts.join(' · ')}</p>
      {state.people > 0 && (
        <p class="ink-soft">
          {state.join.joined > 0 && `${t.joined(state.join.joined)} `}
          {state.join.ambiguous > 0 && `${t.ambiguous(state.join.ambiguous)} `}
          <a class="data-link" href={routeHash('data', MATCHING)}>
            {t.whoIsWho}
          </a>
        </p>
      )}
    </>
  );
}
