import { browser } from '../platform/browser';

/** The tab in front of the window; null where there is none. */
export async function frontTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Where a tab stands, of pages opened to us; null of any other. */
export async function addressOfTab(tabId: number): Promise<string | null> {
  return (await browser.tabs.get(tabId)).url ?? null;
}

/** Tells when another tab comes to the front, or a tab has loaded a page or moved to another address. */
export function onTabChange(
  tell: (change: { readonly tabId: number; readonly front: boolean }) => void,
): () => void {
  const activated = ({ tabId }: { readonly tabId: number }) => tell({ tabId, front: true });
  const updated = (tabId: number, { status, url }: { readonly status?: string; readonly url?: string }) => {
    if (status === 'complete' || url !== undefined) tell({ tabId, front: false });
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
