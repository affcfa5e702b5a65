import { useState } from 'preact/hooks';
import { formatNumber } from '../../../../i18n/format';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import { ErrorNotice } from '../../../parts/error-notice';
import { Notice } from '../../../parts/notice';
import { ProgressBar } from '../../../parts/progress-bar';
import { Tabs } from '../../../parts/tabs';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { goTo, route, routeHash } from '../../../state/route';
import { text } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { progressDetail } from '../progress-detail';
import { CaseList } from './case-list';
import { DecisionList } from './decision-list';
import { JoinedList } from './joined-list';
import { joinsText } from './joins-text';
import { MatchReportView } from './match-report-view';
import './matching.css';
import { cancelSettling, settleError, settleOutcome, settling } from './settling';

export const MATCHING = 'matching';
const TABS = ['report', 'cases', 'people', 'decisions'] as const;
type Tab = (typeof TABS)[number];

const tabOf = (rest: string): Tab => TABS.find((tab) => rest === `${MATCHING}/${tab}`) ?? 'report';

/** Who is who across exports: how it matched, what is to be settled, who was joined, what was decided. */
export function MatchingScreen() {
  const t = joinsText.value;
  const tab = tabOf(route.value.rest);
  const [tries, setTries] = useState(0);
  const version = workspace.value?.dataVersion ?? null;
  const call = useAnswer(version === null ? null : { version, tries }, (_, signal) =>
    engine().matchReport(undefined, { signal }),
  );
  const report = call.value.value;
  const open = report === null ? 0 : Object.values(report.open).reduce((sum, n) => sum + n, 0);
  const counted = (label: string, count: number) =>
    count === 0 ? label : t.withCount(label, formatNumber(locale.value, count));
  return (
    <div class="data-screen matching">
      <header class="screen-head">
        <p>
          <a class="data-link" href={routeHash('data')}>
            ← {t.back}
          </a>
        </p>
        <h1>{t.title}</h1>
        <p class="ink-soft matching-lead">{t.lead}</p>
      </header>
      <SettlingState />
      <CallState call={call} hasValue={report !== null} onRetry={() => setTries(tries + 1)} />
      {report !== null && report.sources.length === 0 && (
        <EmptyState title={t.nothing}>{t.nothingText}</EmptyState>
      )}
      {report !== null && report.sources.length > 0 && (
        <Tabs
          label={t.tabs.label}
          selected={tab}
          onSelect={(next) => goTo('data', `${MATCHING}/${next}`)}
          tabs={TABS.map((id) => ({
            id,
            label: counted(
              t.tabs[id],
              { report: 0, cases: open, people: report.matched, decisions: report.decisions }[id],
            ),
          }))}
        >
          {tab === 'report' && (
            <MatchReportView report={report} open={open} onSettle={() => goTo('data', `${MATCHING}/cases`)} />
          )}
          {tab === 'cases' && <CaseList version={report.dataVersion} />}
          {tab === 'people' && <JoinedList report={report} />}
          {tab === 'decisions' && <DecisionList version={report.dataVersion} />}
        </Tabs>
      )}
    </div>
  );
}

function SettlingState() {
  const running = settling.value;
  if (running) {
    const { progress } = running;
    return (
      <div class="matching-doing">
        <ProgressBar
          label={progress ? text.value.progress[progress.stage] : joinsText.value.doing}
          value={null}
          detail={progressDetail(progress)}
        />
        <Button onClick={cancelSettling}>{text.value.action.cancel}</Button>
      </div>
    );
  }
  if (settleError.value !== null) return <ErrorNotice error={settleError.value} />;
  return settleOutcome.value === null ? null : <Notice tone="done" title={settleOutcome.value} />;
}
