import { AppError } from '../core/app-error';
import { browser } from '../platform/browser';

/** Puts the script that gathers all rows into a frame. Only where it is asked for: reading a page needs none of it. @throws AppError `page/gone` */
export async function bringGathering(tabId: number, frameId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/gather.js'] });
  } catch (cause) {
    throw new AppError('page/gone', { cause });
  }
}
