import type { OfferedTable } from '../src/core/page-capture';
import { test as base, expect } from './extension';
import { pageOf } from './site';

interface Kept {
  readonly offered: OfferedTable;
  readonly cells: readonly (readonly string[])[];
  readonly totals: readonly (string | null)[] | null;
}

export { expect };

let pages = 0;

/** With `read`, which serves a body below a path and collects every table offered on it. */
export const test = base.extend<{ read: (body: string, path?: string) => Promise<readonly Kept[]> }>({
  read: async ({ extension, page, remote, site }, use) => {
    await use(async (body, path = '/tables-?') => {
      const [at = '', search = ''] = path.split(' ');
      await page.goto(site.put(at.replace('?', String(++pages)), pageOf(body)) + search);
      const tabId = await extension.tabId(page);
      const offer = await remote.call('offer', tabId);
      if ('reason' in offer) {
        expect(offer.reason).toBe('no-table');
        return [];
      }
      const kept: Kept[] = [];
      for (const offered of offer.tables) {
        const { inboxId, error } = await remote.call('collect', tabId, offered.ref);
        expect(error).toBeNull();
        const found = (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
        kept.push({ offered, cells: found?.cells ?? [], totals: found?.head.totals ?? null });
      }
      return kept;
    });
  },
});
