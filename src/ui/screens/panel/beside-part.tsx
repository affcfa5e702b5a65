import { useEffect, useRef } from 'preact/hooks';
import { formatClock, formatIsoRange, formatPlain } from '../../../i18n/format';
import type { CollectSteer } from '../../../protocol/page-client';
import type { CollectProgress } from '../../../protocol/page-messages';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { Disclosure } from '../../parts/disclosure';
import { Notice } from '../../parts/notice';
import { ProgressBar } from '../../parts/progress-bar';
import { Select } from '../../parts/select';
import { locale as localeSignal } from '../../state/locale';
import { labelText } from '../../state/text';
import { noteText } from '../data/note-text';
import { ErrorWords } from '../popup/error-words';
import { words as gatherWords } from '../popup/gathering/words';
import { NoneOffered } from '../popup/none-offered';
import { isGathering, offerState, onGathered, picked } from '../popup/offer-model';
import { PageOffer } from '../popup/page-offer';
import { titleOf } from '../popup/page-offer-table';
import { firstWords } from '../popup/words';
import { BesideList } from './beside-list';
import {
  type BesideShown,
  besideElsewhere,
  besideOutdated,
  besideState,
  besideWork,
  cancelBeside,
  compareAllRows,
  compareThisPage,
  followPicked,
  showGathered,
} from './beside-model';
import { BesideReport } from './beside-report';
import './beside.css';
import { besideWords } from './words';

/** What the page in front says, beside what is held; and the way to keep it. */
export function BesidePart(props: { readonly openWorkspace: (hash: string) => void }) {
  const state = besideState.value;
  const wanted = picked.value;
  const offered = offerState.value;
  useEffect(() => {
    if (offered.at === 'offered') followPicked(offered.offer);
  }, [wanted, offered]);
  const gathering = isGathering.value;
  const gathered = useRef(false);
  useEffect(() => {
    const begun = gathered.current;
    gathered.current = gathering;
    if (!begun || gathering || besideState.value.at !== 'shown') return;
    // Pages were turned and rows drawn anew: where all rows did not come, what is shown is read once more.
    if (offerState.value.at === 'stopped') void compareThisPage();
  }, [gathering]);
  useEffect(() => onGathered(showGathered), []);
  const t = besideWords.value;
  const ask = (
    <Button kind="primary" onClick={() => void compareThisPage()}>
      {t.ask}
    </Button>
  );
  switch (state.at) {
    case 'unasked':
      return (
        <div class="offer">
          <div class="offer-actions">{ask}</div>
          <p class="ink-soft">{t.askNote}</p>
        </div>
      );
    case 'none':
      return <NoneOffered none={state.none} again={t.ask} onAgain={() => void compareThisPage()} />;
    case 'failed':
      return (
        <div class="offer" role="alert">
          <ErrorWords error={state.error} />
          <div class="offer-actions">{ask}</div>
        </div>
      );
    case 'finding':
    case 'reading':
      return (
        <div class="offer">
          <Work />
        </div>
      );
    case 'shown':
      return <Shown shown={state} openWorkspace={props.openWorkspace} />;
  }
}

function Work() {
  const work = besideWork.value;
  const t = besideWords.value;
  if (work === null) return null;
  if (typeof work === 'object' && 'gathering' in work) return <Gathering {...work} />;
  const reading = typeof work === 'object' ? work : null;
  return (
    <div class="beside-work">
      <ProgressBar
        label={
          reading !== null
            ? t.reading(reading.rows, reading.total)
            : work === 'finding'
              ? firstWords.value.looking
              : t.understanding
        }
        value={reading !== null && reading.total > 0 ? reading.rows / reading.total : null}
      />
      <Button size="s" onClick={cancelBeside}>
        {t.cancel}
      </Button>
    </div>
  );
}

function Gathering(props: { readonly gathering: CollectProgress; readonly steer: CollectSteer | null }) {
  const { steer } = props;
  const { rows, total, page, waiting } = props.gathering;
  const t = gatherWords.value;
  return (
    <div class="beside-work">
      <ProgressBar
        label={t.reading(rows, total, page)}
        value={total !== null && total > 0 ? rows / total : null}
      />
      {waiting !== null && (
        <p class="text-s ink-soft" role="status">
          {t.waiting[waiting]}
        </p>
      )}
      <div class="offer-actions">
        {waiting === 'paused' ? (
          <Button size="s" onClick={() => steer?.resume()}>
            {t.resume}
          </Button>
        ) : (
          <Button size="s" disabled={steer === null} onClick={() => steer?.pause()}>
            {t.pause}
          </Button>
        )}
        <Button size="s" disabled={rows === 0 || steer === null} onClick={() => steer?.finish()}>
          {besideWords.value.finish}
        </Button>
        <Button size="s" kind="quiet" onClick={cancelBeside}>
          {besideWords.value.cancel}
        </Button>
      </div>
    </div>
  );
}

/** What the numbers stand on, where the page has more rows than were read; and the way to all of them. */
function Partly({ shown: { table, offer, ref } }: { readonly shown: BesideShown }) {
  const t = besideWords.value;
  const offered = offer.tables.find((other) => other.ref === ref);
  const more = offered?.more ?? null;
  const stated = table.rowsStated !== null && table.rowsStated > table.rowsRead ? table.rowsStated : null;
  if (table.is === 'nothing' || table.gathered === 'whole' || (stated === null && more === null)) return null;
  return (
    <Notice
      tone="note"
      title={t.standsOn(table.rowsRead, stated, table.gathered !== null)}
      actions={
        more !== null && (
          <Button size="s" disabled={isGathering.value} onClick={() => void compareAllRows()}>
            {t.compareAll(stated)}
          </Button>
        )
      }
    >
      {more !== null && <p class="text-s ink-soft">{gatherWords.value.how[more]}</p>}
    </Notice>
  );
}

function Shown(props: { readonly shown: BesideShown; readonly openWorkspace: (hash: string) => void }) {
  const { shown } = props;
  const { table, offer } = shown;
  const t = besideWords.value;
  const locale = localeSignal.value;
  const outdated = besideElsewhere.value ? 'elsewhere' : besideOutdated.value;
  const busy = besideWork.value !== null;
  const { passport } = table;
  const as = table.recognisedAs === null ? [] : [labelText(table.recognisedAs)];
  const dates = passport?.dateRange ?? null;
  const facts = [
    ...as,
    t.rowsRead(table.rowsRead, table.rowsStated),
    ...(passport !== null && passport.rowsRefused > 0 ? [t.refused(passport.rowsRefused)] : []),
    ...(dates === null ? [] : [formatIsoRange(locale, dates)]),
    t.readAt(formatClock(locale, shown.readAt)),
    ...(table.keptAlready ? [t.keptAlready] : []),
  ];
  const at = offer.tables.findIndex(({ ref }) => ref === shown.ref);
  return (
    <div class="beside" aria-busy={busy}>
      {offer.tables.length > 1 && (
        <Select
          size="s"
          label={t.which}
          value={String(at)}
          options={offer.tables.map((other, i) => ({ value: String(i), label: titleOf(other) }))}
          onChange={(value) => void compareThisPage(offer.tables[Number(value)]?.ref)}
        />
      )}
      {offer.tables.length === 1 && shown.title !== '' && (
        <p class="strong data beside-title" dir="auto" title={shown.title}>
          {shown.title}
        </p>
      )}
      <p class="ink-soft text-s">{facts.join(' · ')}</p>
      {busy ? (
        <Work />
      ) : (
        <div class="beside-again">
          {outdated !== null && (
            <Notice tone="note" title={outdated === 'elsewhere' ? t.elsewhere : t[outdated]} />
          )}
          <Button size="s" onClick={() => void compareThisPage()}>
            {outdated === 'elsewhere' ? t.elsewhereAsk : t.again}
          </Button>
        </div>
      )}
      {!busy && outdated === null && <Partly shown={shown} />}
      <Known shown={shown} />
      <div class={classNames('beside-body', (busy || outdated !== null) && 'beside-stale')}>
        {table.is === 'nothing' && <p>{t.nothing[table.why ?? 'no-table']}</p>}
        {table.is === 'report' && <BesideReport table={table} openWorkspace={props.openWorkspace} />}
        {table.is === 'list' && <BesideList table={table} />}
      </div>
      {table.why !== 'no-table' && (outdated === null || offerState.value.at !== 'offered') && (
        <section class="beside-section" aria-labelledby="beside-keep">
          <h3 id="beside-keep">{t.keepTitle}</h3>
          {!table.keptAlready && offerState.value.at === 'offered' && (
            <p class="text-s ink-soft">{t.keepNote}</p>
          )}
          <PageOffer openWorkspace={props.openWorkspace} />
        </section>
      )}
    </div>
  );
}

/** How whole the numbers are, and whether they come to what the page itself says. */
function Known({ shown: { table } }: { readonly shown: BesideShown }) {
  const t = besideWords.value;
  const { passport } = table;
  if (passport === null) return null;
  const lang = localeSignal.value;
  const partly = table.rowsStated !== null && table.rowsStated > table.rowsRead;
  const agree = passport.reconciliation.filter((r) => r.agrees);
  const differ = passport.reconciliation.filter((r) => !r.agrees);
  const lines = [
    ...passport.notes.map((note) => noteText(note)),
    ...(table.otherParts > 0 ? [t.otherParts(table.otherParts)] : []),
    ...(agree.length > 0 ? [t.totals.agree(agree.map((r) => r.column).join(', '))] : []),
    ...differ.map((r) => t.totals.differ(r.column, formatPlain(lang, r.kept), formatPlain(lang, r.stated))),
    ...(differ.length > 0 && partly ? [t.totals.partly] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={`${t.notes} (${lines.length})`} open={differ.length > 0 && !partly}>
      <ul class="beside-notes text-s">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
