import type { Page } from '@playwright/test';
import type { Extension } from './extension';

/**
 * Our panel beside a page. A real side panel opens by a click of a person only: here it is a window of its own, told that
 * the page's window is its own and the page the tab in front, as a side panel is.
 */
export async function openPanelBeside(
  extension: Extension,
  page: Page,
  what: 'panel' | 'popup' = 'panel',
): Promise<Page> {
  const tabId = await extension.tabId(page);
  const worker = await extension.serviceWorker();
  const opened = extension.context.waitForEvent('page');
  const windowId = await worker.evaluate(async (id) => {
    const { tabs, windows } = (
      globalThis as unknown as {
        chrome: {
          tabs: { get(id: number): Promise<{ windowId: number }> };
          windows: { create(what: object): Promise<unknown> };
        };
      }
    ).chrome;
    await windows.create({ url: 'about:blank', width: 420, height: 900 });
    return (await tabs.get(id)).windowId;
  }, tabId);
  const panel = await opened;
  await panel.addInitScript((own) => {
    const { tabs, windows } = (
      globalThis as unknown as {
        chrome: {
          tabs: Record<string, (query: object) => Promise<unknown>>;
          windows: Record<string, unknown>;
        };
      }
    ).chrome;
    const query = tabs['query'];
    tabs['query'] = ({ currentWindow, ...rest }: { currentWindow?: boolean }) =>
      query?.(currentWindow ? { ...rest, windowId: own } : rest) as Promise<unknown>;
    windows['getCurrent'] = async () => ({ id: own });
  }, windowId);
  await panel.goto(`${extension.origin}/${what}/index.html`);
  return panel;
}
