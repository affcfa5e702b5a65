import { computed, effect, signal } from '@preact/signals';
import { AppError, isAbort } from '../../../core/app-error';
import type { Label } from '../../../core/label';
import type { Gathering, OfferedTable } from '../../../core/page-capture';
import type { SurveyedSource, TableProposal, TotalsPreview } from '../../../protocol/engine-api';
import type {
  Collected,
  CollectRequest,
  CollectSteer,
  NoOffer,
  TabOffer,
} from '../../../protocol/page-client';
import type { CollectProgress } from '../../../protocol/page-messages';
import { engine } from '../../state/engine';
import { workspace } from '../../state/workspace';
import { likeliestTable } from './page-offer-table';

/**
 * What the page offers, and the way of one table from it into the data.
 *
 *   unasked ─look─▶ looking ─▶ none | failed | offered ─the page changed─▶ changed ─look─▶ …
 *                                              │ collect
 *                                              ▼
 *                                          collecting ─▶ storing ─▶ kept
 *                                              │            └─▶ unsure ─keep─▶ storing
 *                                              └─cancel / fault─▶ stopped
 */
export type OfferState =
  | { readonly at: 'unasked' | 'looking' }
  /** What was offered is not what the page holds any more. */
  | { readonly at: 'changed' }
  | { readonly at: 'none'; readonly none: NoOffer }
  | { readonly at: 'failed'; readonly error: AppError }
  | { readonly at: 'offered'; readonly offer: TabOffer }
  | {
      readonly at: 'collecting';
      readonly offer: TabOffer;
      /** Rows beyond those shown too: it can be paused, and stopped with what there is. */
      readonly all: boolean;
      readonly ref: string;
      readonly progress: CollectProgress;
    }
  | { readonly at: 'storing'; readonly offer: TabOffer; readonly step: 'understanding' | 'storing' }
  /** It waits in the inbox: its mapping is a guess, the same is held already, or not all rows could be gathered. */
  | {
      readonly at: 'unsure';
      readonly offer: TabOffer;
      readonly gathered: GatheredRows | null;
      readonly source: SurveyedSource;
      readonly proposal: TableProposal;
    }
  | {
      readonly at: 'kept';
      readonly offer: TabOffer;
      readonly kept: number;
      readonly seen: number;
      readonly how: TableProposal['how'];
      readonly recognisedAs: Label | null;
      readonly gathered: GatheredRows | null;
    }
  | {
      readonly at: 'stopped';
      readonly offer: TabOffer;
      /** Null where the person stopped it. */
      readonly error: AppError | null;
      /** The rows are in the inbox, whatever came after. */
      readonly inInbox: boolean;
    };

/** What gathering all rows came to, and how it stands to the page's own totals. */
export interface GatheredRows {
  readonly rows: number;
  readonly gathering: Gathering;
  /** Null where it could not be worked out. */
  readonly totals: TotalsPreview | null;
}

export const offerState = signal<OfferState>({ at: 'unasked' });
/** Which of the tables. */
export const picked = signal(0);
/** Headers not to be kept. */
export const leftOut = signal<readonly string[]>([]);

let work: AbortController | null = null;
let steer: CollectSteer | null = null;

export function pickedTable(offer: TabOffer): OfferedTable | null {
  return offer.tables[picked.value] ?? offer.tables[0] ?? null;
}

export function pick(index: number): void {
  picked.value = index;
  leftOut.value = [];
}

export async function look(): Promise<void> {
  offerState.value = { at: 'looking' };
  try {
    const { activeTabOffer } = await import('../../../protocol/page-client');
    const found = await activeTabOffer();
    pick(0);
    if ('tables' in found && found.underWay !== null) return await followUnderWay(found, found.underWay);
    offerState.value = 'reason' in found ? { at: 'none', none: found } : { at: 'offered', offer: found };
    if ('tables' in found) {
      const likely = likeliestTable(found.tables);
      if (likely !== undefined) pick(found.tables.indexOf(likely));
    }
  } catch (error) {
    offerState.value = { at: 'failed', error: asAppError(error) };
  }
}

/**
 * What was found by somebody else, with one of its tables picked. A collecting under way goes before it; what came of
 * one, and is still to be answered, stays while its page is in front.
 */
export function showOffer(offer: TabOffer, table: OfferedTable): void {
  const state = offerState.value;
  if (state.at === 'collecting' || state.at === 'storing') return;
  pick(offer.tables.indexOf(table));
  const isSamePage = 'offer' in state && state.offer.tabId === offer.tabId && state.offer.url === offer.url;
  if (isSamePage && (state.at === 'kept' || state.at === 'unsure')) offerState.value = { ...state, offer };
  else if (offer.underWay !== null) void followUnderWay(offer, offer.underWay);
  else offerState.value = { at: 'offered', offer };
}

/** Takes an offer back when its page changes. The answer ends it. */
export function withdrawChanged(): () => void {
  let unwatch = () => {};
  const unsubscribe = effect(() => {
    const state = offerState.value;
    unwatch();
    unwatch = () => {};
    if (state.at !== 'offered') return;
    let left = false;
    unwatch = () => {
      left = true;
    };
    void import('../../../protocol/follow-client').then(({ watchTab }) => {
      if (left) return;
      unwatch = watchTab(state.offer.tabId, () => {
        if (offerState.peek() === state) offerState.value = { at: 'changed' };
      });
    });
  });
  return () => {
    unsubscribe();
    unwatch();
  };
}

type Gathered = (offer: TabOffer, ref: string, surveyId: string) => Promise<void>;
let whenGathered: Gathered = async () => {};

/** Told of gathered rows before they are kept or asked about. The answer ends it. */
export function onGathered(tell: Gathered): () => void {
  whenGathered = tell;
  return () => {
    whenGathered = async () => {};
  };
}

/** Whether rows are being gathered: what changes on the page meanwhile is our own doing. */
export const isGathering = computed(() => offerState.value.at === 'collecting' && offerState.value.all);

/** @param all rows beyond those shown too */
export async function collectPicked(all = false): Promise<void> {
  const state = offerState.value;
  if (state.at !== 'offered') return;
  const { offer } = state;
  const table = pickedTable(offer);
  if (!table) return;
  const total = all ? table.rowsStated : table.rowsOnPage;
  await collectInto(offer, { all, total, ref: table.ref }, async (hooks) => {
    const { collect } = await import('../../../protocol/page-client');
    return collect({ tabId: offer.tabId, ref: table.ref, columnsLeftOut: leftOut.value, all, ...hooks });
  });
}

/** What another popup started goes on; this one shows it. */
async function followUnderWay(offer: TabOffer, underWay: NonNullable<TabOffer['underWay']>): Promise<void> {
  await collectInto(offer, { all: true, total: null, ref: underWay.ref }, async (hooks) => {
    const { followCollecting } = await import('../../../protocol/page-client');
    return followCollecting({ tabId: offer.tabId, underWay, ...hooks });
  });
}

type Hooks = Required<Pick<CollectRequest, 'signal' | 'onProgress' | 'onStarted'>>;

async function collectInto(
  offer: TabOffer,
  asked: { readonly all: boolean; readonly total: number | null; readonly ref: string },
  collect: (hooks: Hooks) => Promise<Collected>,
): Promise<void> {
  const { all, total, ref } = asked;
  const mine = new AbortController();
  work = mine;
  steer = null;
  let inInbox = false;
  const show = (progress: CollectProgress) => {
    if (work === mine) offerState.value = { at: 'collecting', offer, all, ref, progress };
  };
  show({ rows: 0, total, page: 1, waiting: null });
  try {
    const { inboxId, rows, gathering } = await collect({
      signal: mine.signal,
      onProgress: show,
      onStarted: (given) => {
        steer = given;
      },
    });
    inInbox = true;
    offerState.value = { at: 'storing', offer, step: 'understanding' };
    const source = await engine().surveyInbox({ inboxId }, { signal: mine.signal });
    const proposal = source.proposals.find((p) => p.keep);
    if (!proposal) throw new AppError('import/nothing-to-keep');
    if (gathering !== null) await whenGathered(offer, ref, source.surveyId);
    const totals = gathering === null ? null : await totalsOf(source, proposal, mine.signal);
    const gathered = gathering === null ? null : { rows, gathering, totals };
    const sure = proposal.how !== 'guessed' && proposal.duplicateOf === null;
    const partly = gathering !== null && gathering.ended !== 'whole';
    if (!sure || partly) offerState.value = { at: 'unsure', offer, source, proposal, gathered };
    else await store(offer, source, proposal, gathered, mine.signal);
  } catch (error) {
    stopped(offer, error, inInbox);
  }
}

/** Looked at before anything is kept; what can't be worked out stands in no one's way. */
async function totalsOf(
  { surveyId }: SurveyedSource,
  { tableIndex, mapping }: TableProposal,
  signal: AbortSignal,
): Promise<TotalsPreview | null> {
  try {
    return await engine().previewTotals({ surveyId, tableIndex, mapping }, { signal });
  } catch (error) {
    if (isAbort(error)) throw error;
    return null;
  }
}

/** Keeps what was collected as it was proposed, though it is a guess or held already. */
export async function keepAnyway(): Promise<void> {
  const state = offerState.value;
  if (state.at !== 'unsure') return;
  const mine = new AbortController();
  work = mine;
  try {
    await store(state.offer, state.source, state.proposal, state.gathered, mine.signal);
  } catch (error) {
    stopped(state.offer, error, true);
  }
}

export function cancelCollecting(): void {
  work?.abort(new DOMException('stopped', 'AbortError'));
}

export const pauseCollecting = (): void => steer?.pause();
export const resumeCollecting = (): void => steer?.resume();
/** Stops, and keeps what was gathered. */
export const finishCollecting = (): void => steer?.finish();

export function offerAgain(): void {
  const state = offerState.value;
  if ('offer' in state) offerState.value = { at: 'offered', offer: state.offer };
}

async function store(
  offer: TabOffer,
  source: SurveyedSource,
  proposal: TableProposal,
  gathered: GatheredRows | null,
  signalOf: AbortSignal,
): Promise<void> {
  offerState.value = { at: 'storing', offer, step: 'storing' };
  const tables = source.proposals
    .filter((p) => p.keep)
    .map((p) => ({ surveyId: source.surveyId, tableIndex: p.tableIndex, mapping: p.mapping }));
  const report = await engine().importTables({ tables }, { signal: signalOf });
  workspace.value = report.state;
  // Rows that an earlier capture holds already are kept, if not once more.
  const already = report.heldAlready.reduce((sum, { rows }) => sum + rows, 0);
  offerState.value = {
    at: 'kept',
    offer,
    kept: report.rowsKept + already,
    seen: report.rowsSeen + already,
    how: proposal.how,
    recognisedAs: proposal.recognisedAs,
    gathered,
  };
}

function stopped(offer: TabOffer, error: unknown, inInbox: boolean): void {
  offerState.value = { at: 'stopped', offer, inInbox, error: isAbort(error) ? null : asAppError(error) };
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', { cause: error });
}
