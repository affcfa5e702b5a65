import type { SiteChoices } from '../../core/granted-site';
import { EXPORT_PREFIX, waitingExport } from '../../protocol/waiting-export';
import type { SessionArea } from '../session-expected-captures';
import { offeredExports } from './offered-exports';

interface Heard<T extends unknown[]> {
  addListener(listen: (...told: T) => void): void;
}

/** The part of the browser that is used. */
export interface ExportsApi {
  readonly storage: {
    readonly session: SessionArea;
    readonly onChanged: Heard<[Readonly<Record<string, { readonly oldValue?: unknown }>>, string]>;
  };
  readonly tabs: { readonly onRemoved: Heard<[number]> };
  readonly action: { setBadgeText(badge: { tabId: number; text: string }): Promise<void> };
}

/** `offeredExports` in the background: the toolbar button counts along, and a tab that closes takes its offers with it. */
export function watchExports(
  { storage, tabs, action }: ExportsApi,
  choicesOf: (url: string) => Promise<SiteChoices>,
  now: () => number,
): ReturnType<typeof offeredExports> {
  const exports = offeredExports({
    area: storage.session,
    choicesOf,
    showCount: (tabId, count) => action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) }),
    now,
  });
  tabs.onRemoved.addListener((tabId) => void exports.tabClosed(tabId));
  storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    // Those that went; `offered` itself counts those that come.
    const gone = Object.entries(changes).flatMap(([key, { oldValue }]) =>
      key.startsWith(EXPORT_PREFIX) ? (waitingExport(oldValue)?.tabId ?? []) : [],
    );
    if (gone.length > 0) void exports.changed([...new Set(gone)]);
  });
  return exports;
}
