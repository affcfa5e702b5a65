import type { TabOffer } from '../src/protocol/page-client';
import { test as base, expect } from './extension';
import { type Exploration, explorationPage } from './pages/ga4-exploration';

interface Kept {
  readonly offer: TabOffer;
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly totals: readonly (string | null)[] | null;
  readonly notes: readonly string[];
}

let pages = 0;
/** Serves a page under a path of its own, offers and collects its first table as it stands. */
const test = base.extend<{ shown: (html: string, path?: string) => Promise<Kept> }>({
  shown: async ({ extension, page, remote, site }, use) => {
    await use(async (html, path = '/list') => {
      await page.goto(site.put(`/site-a-${++pages}${path}`, html));
      const tabId = await extension.tabId(page);
      const offer = (await remote.call('offer', tabId)) as TabOffer;
      const { inboxId, error } = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
      expect(error).toBeNull();
      const found = (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
      return {
        offer,
        columns: found?.head.columns ?? [],
        cells: found?.cells ?? [],
        totals: found?.head.totals ?? null,
        notes: found?.head.notes ?? [],
      };
    });
  },
});

test.describe('an exploration of GA4', () => {
  for (const language of ['en', 'pl'] as const) {
    test(`drawn in ${language} is read as far as it is drawn, with its totals`, async ({ shown }) => {
      const made: Exploration = explorationPage(language);
      const kept = await shown(made.html);
      expect(kept.offer).toMatchObject({ tool: 'ga4' });
      expect(kept.offer.tables[0]).toMatchObject({
        dateRange: { from: '2026-10-01', to: '2026-10-31' },
        property: 'Mokka – GA4',
      });
      expect(kept.columns).toEqual(made.columns);
      expect(kept.cells.length).toBeGreaterThan(8);
      expect(kept.cells.length).toBeLessThan(30);
      expect(kept.cells).toEqual(made.rows.slice(0, kept.cells.length));
      expect(kept.totals).toEqual([made.totals[0], null, ...made.totals.slice(1)]);
      expect(kept.notes).toEqual(['sampled']);
    });
  }
});
