import type { Page } from '@playwright/test';
import type { Extension } from './extension';

/** The popup over a tab: in a tab of its own it would ask for itself. */
export async function popupOver(
  extension: Extension,
  tabId: number,
  locale: 'en' | 'pl' = 'en',
): Promise<Page> {
  const popup = await extension.context.newPage();
  await popup.addInitScript((id) => {
    Object.assign(chrome.tabs, { query: async () => [await chrome.tabs.get(id)] });
  }, tabId);
  await popup.setViewportSize({ width: 400, height: 560 });
  await popup.goto(`${extension.origin}/popup/index.html`);
  await popup
    .getByRole('combobox', { name: /language|język/i })
    .first()
    .selectOption(locale);
  return popup;
}
