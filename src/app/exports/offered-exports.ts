import { AppError } from '../../core/app-error';
import type { SiteChoices } from '../../core/granted-site';
import { EXPORT_OFFER_MS, type ExportOffer } from '../../core/page-export';
import { EXPORT_PREFIX, waitingExport } from '../../protocol/waiting-export';
import type { CaptureSource } from '../imports/receive-capture';
import type { SessionArea } from '../session-expected-captures';

/** Offers of one tab beyond these push out the oldest. */
const MAX_A_TAB = 3;

export interface OfferedDeps {
  readonly area: SessionArea;
  readonly choicesOf: (url: string) => Promise<SiteChoices>;
  /** Shows how many offers a tab has on the toolbar button. */
  readonly showCount: (tabId: number, count: number) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Offers of exported files, as the toolbar button, the popup and the panel see them: names and sizes for this session of
 * the browser. The bytes stay in the frame that made them until the person takes them.
 */
export function offeredExports({ area, choicesOf, showCount, now }: OfferedDeps) {
  // One after the other: each reads what is there before it writes.
  let working: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = working.then(task);
    working = done.catch(() => {});
    return done;
  };
  const waiting = async () =>
    Object.entries(await area.get(null))
      .flatMap(([key, raw]) => (key.startsWith(EXPORT_PREFIX) ? [waitingExport(raw)] : []))
      .filter((found) => found !== undefined)
      .sort((a, b) => a.at - b.at);
  const recount = async (tabId: number) =>
    // The tab may be gone by now.
    showCount(tabId, (await waiting()).filter((e) => e.tabId === tabId).length).catch(() => {});

  return {
    /** @throws AppError `page/not-allowed` where the site is not, or no longer, allowed it. */
    offered: (offer: ExportOffer, from: CaptureSource, url: string): Promise<void> =>
      inTurn(async () => {
        if (!(await choicesOf(url)).exports) throw new AppError('page/not-allowed');
        const at = now();
        for (const { exportId, at: then } of await waiting())
          if (at - then > EXPORT_OFFER_MS) await area.remove(EXPORT_PREFIX + exportId);
        const ofTab = (await waiting()).filter((e) => e.tabId === from.tabId);
        for (const { exportId } of ofTab.slice(0, Math.max(0, ofTab.length + 1 - MAX_A_TAB)))
          await area.remove(EXPORT_PREFIX + exportId);
        const host = URL.parse(url)?.hostname ?? '';
        await area.set({ [EXPORT_PREFIX + offer.exportId]: { ...offer, ...from, host, at } });
        await recount(from.tabId);
      }),

    tabClosed: (tabId: number): Promise<void> =>
      inTurn(async () => {
        for (const { exportId, tabId: of } of await waiting())
          if (of === tabId) await area.remove(EXPORT_PREFIX + exportId);
      }),

    /** After an offer was taken or put aside. */
    changed: (tabIds: readonly number[]): Promise<void> =>
      inTurn(async () => {
        for (const tabId of tabIds) await recount(tabId);
      }),
  };
}
