import { browser } from './browser';

/** The polyfill knows neither: Chrome's side panel is Chrome's own, and Firefox's types leave `open` out. */
interface PanelApis {
  readonly sidePanel?: { open(options: { windowId: number } | { tabId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel beside the page. Both browsers want it called from within a click, so `windowId` is found before.
 * False where the browser has neither, or refuses.
 */
export async function openSidePanel(windowId: number | null): Promise<boolean> {
  const apis = browser as unknown as PanelApis;
  try {
    if (apis.sidebarAction) await apis.sidebarAction.open();
    else if (apis.sidePanel && windowId !== null) await apis.sidePanel.open({ windowId });
    else return false;
    return true;
  } catch {
    return false;
  }
}

export async function currentWindowId(): Promise<number | null> {
  return (await browser.windows.getCurrent()).id ?? null;
}

/** From the background, within the message of a click on the page. */
export async function openPanelOf(tabId: number): Promise<void> {
  const apis = browser as unknown as PanelApis;
  if (apis.sidebarAction) await apis.sidebarAction.open();
  else await apis.sidePanel?.open({ tabId });
}
