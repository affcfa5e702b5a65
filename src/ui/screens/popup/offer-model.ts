import { signal } from '@preact/signals';
import { AppError, isAbort } from '../../../core/app-error';
import type { Label } from '../../../core/label';
import type { OfferedTable } from '../../../core/page-capture';
import type { SurveyedSource, TableProposal } from '../../../protocol/engine-api';
import type { NoOffer, TabOffer } from '../../../protocol/page-client';
import { engine } from '../../state/engine';
import { workspace } from '../../state/workspace';

/**
 * What the page offers, and the way of one table from it into the data.
 *
 *   unasked ─look─▶ looking ─▶ none | failed | offered
 *                                              │ collect
 *                                              ▼
 *                                          collecting ─▶ storing ─▶ kept
 *                                              │            └─▶ unsure ─keep─▶ storing
 *                                              └─cancel / fault─▶ stopped
 */
export type OfferState =
  | { readonly at: 'unasked' | 'looking' }
  | { readonly at: 'none'; readonly none: NoOffer }
  | { readonly at: 'failed'; readonly error: AppError }
  | { readonly at: 'offered'; readonly offer: TabOffer }
  | {
      readonly at: 'collecting';
      readonly offer: TabOffer;
      readonly rows: number;
      readonly total: number;
    }
  | { readonly at: 'storing'; readonly offer: TabOffer; readonly step: 'understanding' | 'storing' }
  /** It waits in the inbox: its mapping is a guess, or the same is held already. */
  | {
      readonly at: 'unsure';
      readonly offer: TabOffer;
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
    }
  | {
      readonly at: 'stopped';
      readonly offer: TabOffer;
      /** Null where the person stopped it. */
      readonly error: AppError | null;
      /** The rows are in the inbox, whatever came after. */
      readonly inInbox: boolean;
    };

export const offerState = signal<OfferState>({ at: 'unasked' });
/** Which of the tables. */
export const picked = signal(0);
/** Headers not to be kept. */
export const leftOut = signal<readonly string[]>([]);

let work: AbortController | null = null;

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
    offerState.value = 'reason' in found ? { at: 'none', none: found } : { at: 'offered', offer: found };
    if ('tables' in found) pick(largest(found.tables));
  } catch (error) {
    offerState.value = { at: 'failed', error: asAppError(error) };
  }
}

/** The table a person most likely came for: the one with the most cells. */
function largest(tables: readonly OfferedTable[]): number {
  let at = 0;
  tables.forEach((table, i) => {
    const size = (t: OfferedTable | undefined) => (t ? t.rowsOnPage * t.columns.length : 0);
    if (size(table) > size(tables[at])) at = i;
  });
  return at;
}

export async function collectPicked(): Promise<void> {
  const state = offerState.value;
  if (state.at !== 'offered') return;
  const { offer } = state;
  const table = pickedTable(offer);
  if (!table) return;
  const mine = new AbortController();
  work = mine;
  let inInbox = false;
  offerState.value = { at: 'collecting', offer, rows: 0, total: table.rowsOnPage };
  try {
    const { collect } = await import('../../../protocol/page-client');
    const { inboxId } = await collect({
      tabId: offer.tabId,
      ref: table.ref,
      columnsLeftOut: leftOut.value,
      signal: mine.signal,
      onProgress: ({ rows, total }) => {
        if (work === mine) offerState.value = { at: 'collecting', offer, rows, total: total ?? 0 };
      },
    });
    inInbox = true;
    offerState.value = { at: 'storing', offer, step: 'understanding' };
    const source = await engine().surveyInbox({ inboxId }, { signal: mine.signal });
    const proposal = source.proposals.find((p) => p.keep);
    if (!proposal) throw new AppError('import/nothing-to-keep');
    if (proposal.how === 'guessed' || proposal.duplicateOf !== null)
      offerState.value = { at: 'unsure', offer, source, proposal };
    else await store(offer, source, proposal, mine.signal);
  } catch (error) {
    stopped(offer, error, inInbox);
  }
}

/** Keeps what was collected as it was proposed, though it is a guess or held already. */
export async function keepAnyway(): Promise<void> {
  const state = offerState.value;
  if (state.at !== 'unsure') return;
  const mine = new AbortController();
  work = mine;
  try {
    await store(state.offer, state.source, state.proposal, mine.signal);
  } catch (error) {
    stopped(state.offer, error, true);
  }
}

export function cancelCollecting(): void {
  work?.abort(new DOMException('stopped', 'AbortError'));
}

export function offerAgain(): void {
  const state = offerState.value;
  if ('offer' in state) offerState.value = { at: 'offered', offer: state.offer };
}

async function store(
  offer: TabOffer,
  source: SurveyedSource,
  proposal: TableProposal,
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
  };
}

function stopped(offer: TabOffer, error: unknown, inInbox: boolean): void {
  offerState.value = { at: 'stopped', offer, inInbox, error: isAbort(error) ? null : asAppError(error) };
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', { cause: error });
}
