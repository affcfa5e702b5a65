import { useState } from 'preact/hooks';
import { formatClock } from '../../../../i18n/format';
import type { JoinDecisionView } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Pager } from '../../../parts/pager';
import { Table } from '../../../parts/table';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { joinsText, keyText } from './joins-text';
import { settling, takeBack } from './settling';

const PAGE = 25;

/** What was settled by hand, the latest first; each can be taken back. */
export function DecisionList(props: { readonly version: number }) {
  const [offset, setOffset] = useState(0);
  const t = joinsText.value.decisions;
  const call = useAnswer({ version: props.version, offset }, (ask, signal) =>
    engine().joinDecisions({ offset: ask.offset, limit: PAGE }, { signal }),
  );
  const page = call.value.value;
  const stateOf = (row: JoinDecisionView) =>
    row.overruled ? t.overruled : row.waiting ? t.waiting : t.holds;
  return (
    <div class="matching-list">
      <CallState call={call} hasValue={page !== null} />
      {page?.total === 0 && <p class="ink-soft">{t.none}</p>}
      {page && page.decisions.length > 0 && (
        <Table
          caption={joinsText.value.tabs.decisions}
          stale={call.busy.value}
          rows={page.decisions}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'what',
              header: t.what,
              rowHeader: true,
              cell: (row) => (
                <span class="data" dir="auto">
                  {decisionText(row)}
                </span>
              ),
              copy: decisionText,
            },
            {
              id: 'when',
              header: t.when,
              cell: (row) => formatClock(locale.value, row.at),
              copy: (row) => new Date(row.at).toISOString(),
            },
            { id: 'state', header: t.state, cell: stateOf, copy: stateOf },
            {
              id: 'back',
              header: t.takeBack,
              hideHeader: true,
              cell: (row) => (
                <Button
                  size="s"
                  kind="quiet"
                  disabled={settling.value !== null}
                  label={t.takeBackOf(decisionText(row))}
                  onClick={() => void takeBack(row.id)}
                >
                  {t.takeBack}
                </Button>
              ),
            },
          ]}
        />
      )}
      {page && (
        <Pager
          offset={offset}
          shown={page.decisions.length}
          total={page.total}
          page={PAGE}
          onOffset={setOffset}
        />
      )}
    </div>
  );
}

/** "Different people: CRM record ID 703 + E-mail biuro@… · CRM record ID 704". */
function decisionText(decision: JoinDecisionView): string {
  const t = joinsText.value.decisions;
  if (decision.kind === 'shared') return t.shared(keyText(decision.key));
  const groups = decision.groups.map((group) => group.map(keyText).join(' + '));
  return groups.length === 1 ? t.same(groups.join('')) : t.different(groups.join(' · '));
}
