import { useState } from 'preact/hooks';
import type { OfferedTable } from '../../../core/page-capture';
import { formatIsoRange } from '../../../i18n/format';
import type { TabOffer } from '../../../protocol/page-client';
import { Button } from '../../parts/button';
import { ProgressBar } from '../../parts/progress-bar';
import { Select } from '../../parts/select';
import { locale as localeSignal } from '../../state/locale';
import { CollectReview } from './collect-review';
import { ErrorWords } from './error-words';
import { GatherChoice, offersMore } from './gathering/gather-choice';
import { GatherOutcome } from './gathering/gather-outcome';
import { GatherProgress } from './gathering/gather-progress';
import { words as gatheringWords } from './gathering/words';
import { NoneOffered } from './none-offered';
import {
  cancelCollecting,
  collectPicked,
  keepAnyway,
  leftOut,
  look,
  offerAgain,
  offerState,
  pick,
  picked,
  pickedTable,
} from './offer-model';
import './page-offer.css';
import { columnSample, titleOf } from './page-offer-table';
import { personalKind } from './personal-kind';
import { ReportStructure } from './structure/report-structure';
import { words as structureWords } from './structure/words';
import { firstWords, words } from './words';

/** What the open page offers, and what became of it: one table, one button, the rest on request. */
export function PageOffer(props: { readonly openWorkspace: (hash: string) => void }) {
  const [reviewing, setReviewing] = useState(false);
  const t = words.value;
  const state = offerState.value;

  switch (state.at) {
    case 'unasked':
      return (
        <div class="offer">
          <p class="ink-soft">{t.offer.askNote}</p>
          <div class="offer-actions">
            <Button onClick={() => void look()}>{t.offer.ask}</Button>
          </div>
        </div>
      );
    case 'looking':
      return <p class="offer ink-soft">{firstWords.value.looking}</p>;
    case 'changed':
      return (
        <div class="offer" role="status">
          <p>{t.offer.changed}</p>
          <div class="offer-actions">
            <Button kind="primary" onClick={() => void look()}>
              {t.offer.again}
            </Button>
          </div>
        </div>
      );
    case 'none':
      return <NoneOffered none={state.none} again={t.offer.again} onAgain={() => void look()} />;
    case 'failed':
      return (
        <div class="offer" role="alert">
          <ErrorWords error={state.error} />
          <div class="offer-actions">
            <Button size="s" onClick={() => void look()}>
              {t.offer.again}
            </Button>
          </div>
        </div>
      );
    case 'offered':
      return (
        <>
          <Offered offer={state.offer} onReview={() => setReviewing(true)} />
          {reviewing && (
            <CollectReview
              offer={state.offer}
              onClose={() => setReviewing(false)}
              onCollect={(all) => {
                setReviewing(false);
                void collectPicked(all);
              }}
            />
          )}
        </>
      );
    case 'collecting': {
      const { rows, total } = state.progress;
      if (state.all) {
        const table = state.offer.tables.find((one) => one.ref === state.ref);
        return <GatherProgress title={table ? titleOf(table) : null} progress={state.progress} />;
      }
      return (
        <div class="offer">
          <ProgressBar
            label={t.collecting.reading(rows, total ?? 0)}
            value={total !== null && total > 0 ? rows / total : null}
          />
          <div class="offer-actions">
            <Button size="s" onClick={cancelCollecting}>
              {t.collecting.cancel}
            </Button>
          </div>
        </div>
      );
    }
    case 'storing':
      return (
        <div class="offer">
          <ProgressBar label={t.collecting[state.step]} value={null} />
          <div class="offer-actions">
            <Button size="s" onClick={cancelCollecting}>
              {t.collecting.cancel}
            </Button>
          </div>
        </div>
      );
    case 'unsure': {
      const { proposal, gathered } = state;
      const as = proposal.recognisedAs?.[localeSignal.value];
      const guessed = as === undefined ? t.collecting.guessedUnknown : t.collecting.guessed(as);
      const sure = proposal.how !== 'guessed' && proposal.duplicateOf === null;
      return (
        <div class="offer" role="status">
          {gathered !== null && <GatherOutcome gathered={gathered} />}
          {!sure && <p>{proposal.duplicateOf !== null ? t.collecting.duplicate : guessed}</p>}
          <p class="ink-soft">{t.collecting.inInbox}</p>
          <div class="offer-actions">
            <Button kind={sure ? 'plain' : 'primary'} onClick={() => props.openWorkspace('#/data')}>
              {t.collecting.look}
            </Button>
            <Button kind={sure ? 'primary' : 'plain'} onClick={() => void keepAnyway()}>
              {sure ? gatheringWords.value.keepThese : t.collecting.keepAnyway}
            </Button>
          </div>
        </div>
      );
    }
    case 'kept': {
      const as = state.recognisedAs?.[localeSignal.value];
      return (
        <div class="offer" role="status">
          <p class="strong">{t.collecting.kept(state.kept, state.seen)}</p>
          {state.gathered !== null && <GatherOutcome gathered={state.gathered} />}
          <p class="ink-soft">
            {state.how === 'remembered'
              ? t.collecting.remembered
              : state.how === 'recognised' && as !== undefined
                ? t.collecting.recognised(as)
                : ''}
          </p>
          <div class="offer-actions">
            <Button size="s" onClick={() => props.openWorkspace('#/data')}>
              {t.collecting.details}
            </Button>
            <Button size="s" kind="quiet" onClick={offerAgain}>
              {t.collecting.more}
            </Button>
          </div>
        </div>
      );
    }
    case 'stopped':
      return (
        <div class="offer" role="alert">
          {state.error === null ? <p>{t.collecting.cancelled}</p> : <ErrorWords error={state.error} />}
          {state.inInbox && <p class="ink-soft">{t.collecting.inInbox}</p>}
          <div class="offer-actions">
            <Button size="s" onClick={() => void look()}>
              {t.offer.again}
            </Button>
            {state.inInbox && (
              <Button size="s" kind="quiet" onClick={() => props.openWorkspace('#/data')}>
                {t.collecting.look}
              </Button>
            )}
          </div>
        </div>
      );
  }
}

/** How the rows beyond those shown are had, or that they are not. */
function howMore(table: OfferedTable, partly: boolean): string {
  const { how } = gatheringWords.value;
  if (table.more === null) return partly ? words.value.offer.partly : '';
  const opens = table.more !== 'opens' && (table.tree?.collapsed ?? 0) > 0;
  return opens ? `${how[table.more]} ${how.opens}` : how[table.more];
}

function Offered(props: { readonly offer: TabOffer; readonly onReview: () => void }) {
  const { offer } = props;
  const t = words.value.offer;
  const locale = localeSignal.value;
  const table = pickedTable(offer);
  if (!table) return null;
  const personal = table.columns.filter(
    (header, i) => personalKind(header, columnSample(table, i)) !== null && !leftOut.value.includes(header),
  );
  const partly = table.rowsStated !== null && table.rowsStated > table.rowsOnPage;
  const facts = [
    t.rows(table.rowsOnPage, table.rowsStated),
    leftOut.value.length > 0
      ? `${t.columns(table.columns.length - leftOut.value.length)} (${t.leftOut(leftOut.value.length)})`
      : t.columns(table.columns.length),
    ...(table.dateRange ? [formatIsoRange(locale, table.dateRange)] : []),
    ...(table.frame === 'iframe' ? [t.inFrame] : []),
  ];
  return (
    <div class="offer">
      {offer.tables.length > 1 ? (
        <div class="offer-which">
          <Select
            size="s"
            label={t.which}
            value={String(picked.value)}
            options={offer.tables.map((other, i) => ({
              value: String(i),
              label: `${titleOf(other)} · ${t.rows(other.rowsOnPage, null)}`,
            }))}
            onChange={(value) => pick(Number(value))}
          />
          <span class="ink-soft text-s">{t.table(picked.value + 1, offer.tables.length)}</span>
        </div>
      ) : (
        <p class="offer-title" title={titleOf(table)}>
          <span class="data" dir="auto">
            {titleOf(table)}
          </span>
        </p>
      )}
      <p class="ink-soft">{facts.join(' · ')}</p>
      {offer.unread !== null && (
        <p class="text-s">{structureWords.value.unread(offer.unread.label[locale])}</p>
      )}
      {/* Nothing to warn of gives its line to what there is to say. */}
      {(personal.length > 0 ||
        !(partly || table.more !== null || offer.tablesBeyond > 0 || offer.unread !== null)) && (
        <p class="text-s ink-soft offer-personal" title={personal.join(', ')}>
          {personal.length === 0 ? t.personalNone : t.personal(personal.join(', '))}
        </p>
      )}
      <div class="offer-actions">
        {offersMore(table) ? (
          <GatherChoice table={table} onTake={(all) => void collectPicked(all)} />
        ) : (
          <Button kind="primary" onClick={() => void collectPicked()}>
            {t.collect(table.rowsOnPage)}
          </Button>
        )}
        <Button onClick={props.onReview}>{t.look}</Button>
      </div>
      {(partly || table.more !== null || offer.tablesBeyond > 0) && (
        <p class="text-s ink-soft">
          {[howMore(table, partly), offer.tablesBeyond > 0 ? t.beyond(offer.tablesBeyond) : '']
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {offer.unread !== null && (
        <p>
          <ReportStructure tabId={offer.tabId} unread={offer.unread} />
        </p>
      )}
    </div>
  );
}
