import type { Page } from '@playwright/test';
import { expect } from './extension';

/** A file for a file picker: a path on disk, or made here. */
type Picked = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export const csvFile = (name: string, text: string): Picked => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Forgets what other specs kept and chose in the same browser, chooses this (as localStorage has it), loads again. */
export async function startOver(page: Page, chosen: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.evaluate(async (chosen) => {
    await globalThis.segmentLensEngine.deleteEverything(undefined);
    localStorage.clear();
    for (const [key, value] of Object.entries(chosen)) localStorage.setItem(key, value);
  }, chosen);
  await page.reload();
}

/** Picks files in Data and waits until they are read. */
export async function pickFiles(page: Page, files: readonly Picked[]): Promise<void> {
  // Playwright takes either paths or contents, not both at once.
  await page.locator('input[type=file]').setInputFiles(files as string[]);
  await areRead(page, files.length);
}

export async function areRead(page: Page, files: number): Promise<void> {
  await expect(page.locator('section.source')).toHaveCount(files);
  await expect(page.locator('section.source progress')).toHaveCount(0, { timeout: 120_000 });
}

/** Keeps all that is read and waits until it is held. */
export async function keepRead(page: Page): Promise<void> {
  await page.locator('.import-bar-actions > button').last().click();
  await page.locator('.account-list').waitFor({ timeout: 120_000 });
}

/** Takes files in as they are proposed, as a person does. */
export async function keepFiles(page: Page, files: readonly Picked[]): Promise<void> {
  await pickFiles(page, files);
  await keepRead(page);
}
