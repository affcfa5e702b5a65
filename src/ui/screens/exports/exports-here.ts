import { signal } from '@preact/signals';
import type { WaitingExport } from '../../../protocol/waiting-export';

/** What the page in front exported and nobody has taken yet, newest first. */
export const exportsHere = signal<readonly WaitingExport[]>([]);

type Client = typeof import('../../../protocol/export-client');
let client: Promise<Client> | undefined;
const exportClient = () => {
  client ??= import('../../../protocol/export-client');
  return client;
};

let turn = 0;

/** Follows the tab in front and what it exports; the answer ends it. */
export function followExportsHere(): () => void {
  let stop = () => {};
  let ended = false;
  void Promise.all([exportClient(), import('../../../platform/browser')]).then(
    async ([{ exportsOfTab, whenExportsChange }, { browser }]) => {
      if (ended) return;
      const look = async () => {
        const mine = ++turn;
        const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
        const found = tab?.id === undefined ? [] : await exportsOfTab(tab.id);
        if (mine === turn) exportsHere.value = found;
      };
      const follow = () => void look();
      const updated = (_: number, change: { status?: string }) => {
        if (change.status !== undefined) follow();
      };
      browser.tabs.onActivated.addListener(follow);
      browser.tabs.onUpdated.addListener(updated);
      const unfollow = whenExportsChange(follow);
      stop = () => {
        browser.tabs.onActivated.removeListener(follow);
        browser.tabs.onUpdated.removeListener(updated);
        unfollow();
      };
      await look();
    },
    // Outside an extension no page exports anything.
    () => {},
  );
  return () => {
    ended = true;
    stop();
  };
}

export async function putAside(offer: WaitingExport): Promise<void> {
  exportsHere.value = exportsHere.value.filter((other) => other.exportId !== offer.exportId);
  await (await exportClient()).dropExport(offer);
}

/** @throws AppError `page/gone`. */
export async function takenExport(exportId: string): Promise<File> {
  return (await exportClient()).takeExport(exportId);
}
