import type { Page } from '@playwright/test';
import type { Gathering } from '../src/core/page-capture';
import type { TabOffer } from '../src/protocol/page-client';
import { test as base, type Extension, expect, type Remote } from './extension';
import { type Exploration, explorationPage } from './pages/ga4-exploration';
import { hubspotPage } from './pages/hubspot';
import { lookerPage } from './pages/looker-studio';
import { salesforcePage } from './pages/salesforce';
import { zohoBoard, zohoPage } from './pages/zoho';
import type { Site } from './site';

interface Kept {
  readonly offer: TabOffer;
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly totals: readonly (string | null)[] | null;
  readonly notes: readonly string[];
  readonly gathering: Gathering | null;
}

let pages = 0;
const test = base.extend<{ shown: Reading; all: Reading }>({
  shown: ({ extension, page, remote, site }, use) => use(readingOf(extension, page, remote, site, false)),
  all: ({ extension, page, remote, site }, use) => use(readingOf(extension, page, remote, site, true)),
});
type Reading = (html: string, path?: string) => Promise<Kept>;

/** Serves a page under a path of its own, offers and collects its first table: as it stands, or all of its rows. */
function readingOf(extension: Extension, page: Page, remote: Remote, site: Site, whole: boolean): Reading {
  return async (html, path = '/list') => {
    await page.goto(site.put(`/site-a-${++pages}${path}`, html));
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    const { inboxId, error } = await remote.call(
      'collect',
      tabId,
      offer.tables[0]?.ref ?? '',
      [],
      Number.MAX_VALUE,
      whole,
    );
    expect(error).toBeNull();
    const found = (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
    return {
      offer,
      columns: found?.head.columns ?? [],
      cells: found?.cells ?? [],
      totals: found?.head.totals ?? null,
      notes: found?.head.notes ?? [],
      gathering: found?.head.gathering ?? null,
    };
  };
}

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

for (const language of ['en', 'pl'] as const) {
  for (const how of [{}, { frozen: true }, { older: true }]) {
    test(`a Looker Studio table in ${language} is read as drawn: ${JSON.stringify(how)}`, async ({
      shown,
    }) => {
      const made = lookerPage(language, how);
      const kept = await shown(made.html);
      expect(kept.offer).toMatchObject({ tool: 'looker-studio' });
      expect(kept.offer.tables).toHaveLength(1);
      expect(kept.offer.tables[0]).toMatchObject({
        rowsStated: 230,
        dateRange: { from: '2026-10-01', to: '2026-10-31' },
      });
      expect(kept.columns).toEqual(made.columns);
      expect(kept.cells).toHaveLength(20);
      expect(kept.cells).toEqual(made.rows.slice(0, 20));
      expect(kept.totals).toEqual(made.totals);
    });
  }

  test(`a HubSpot list in ${language} gives rows that are drawn, each with its record's id`, async ({
    shown,
  }) => {
    const made = hubspotPage(language);
    const kept = await shown(made.html, made.path);
    expect(kept.offer).toMatchObject({ tool: 'hubspot' });
    expect(kept.offer.tables[0]).toMatchObject({ rowsStated: 60, account: '4820193' });
    expect(kept.columns).toEqual(made.columns);
    expect(kept.cells.length).toBeGreaterThan(8);
    expect(kept.cells).toEqual(made.rows.slice(0, kept.cells.length));
  });

  test(`a Salesforce list in ${language} is read through its shadow roots`, async ({ shown }) => {
    const made = salesforcePage(language);
    const kept = await shown(made.html);
    expect(kept.offer).toMatchObject({ tool: 'salesforce' });
    expect(kept.offer.tables).toHaveLength(1);
    // More than 50 is no total.
    expect(kept.offer.tables[0]?.rowsStated).toBeNull();
    expect(kept.columns).toEqual(made.columns);
    expect(kept.cells).toEqual(made.rows.slice(0, 50));
  });

  test(`a Salesforce list in ${language} that is there whole says how many it holds`, async ({ shown }) => {
    const made = salesforcePage(language, 37);
    const kept = await shown(made.html);
    expect(kept.offer.tables[0]?.rowsStated).toBe(37);
    expect(kept.cells).toEqual(made.rows);
  });

  for (const boxes of ['rows', 'both', 'none'] as const) {
    test(`a Zoho list in ${language} keeps cells under their headers, checkboxes in ${boxes}`, async ({
      shown,
    }) => {
      const made = zohoPage(language, { boxes });
      const kept = await shown(made.html);
      expect(kept.offer).toMatchObject({ tool: 'zoho' });
      expect(kept.offer.tables[0]?.rowsStated).toBe(24);
      expect(kept.columns).toEqual(made.columns);
      expect(kept.cells).toEqual(made.rows.slice(0, 10));
    });
  }

  for (const uneven of [false, true]) {
    test(`Zoho's cards in ${language} are a list with their stages${uneven ? ', though they say unlike things' : ''}`, async ({
      shown,
    }) => {
      const made = zohoBoard(language, uneven);
      const kept = await shown(made.html);
      expect(kept.offer).toMatchObject({ tool: 'zoho' });
      expect(kept.columns).toEqual(made.columns);
      expect(kept.cells).toEqual(made.rows);
    });
  }
}

test.describe('gathered whole, and the page put back', () => {
  test.describe.configure({ timeout: 120_000 });
  for (const language of ['en', 'pl'] as const) {
    for (const [tool, made, pagesTurned] of [
      ['an exploration of GA4', explorationPage(language), 1],
      ['a Looker Studio table', lookerPage(language), 3],
      ['a Looker Studio table with a frozen column', lookerPage(language, { frozen: true, count: 150 }), 2],
      ['a HubSpot list', hubspotPage(language), 3],
      ['a Salesforce list', salesforcePage(language), 1],
      ['a Zoho list', zohoPage(language), 3],
    ] as const) {
      test(`${tool} in ${language}`, async ({ all }) => {
        const kept = await all(made.html);
        expect(kept.columns).toEqual(made.columns);
        expect(kept.cells).toHaveLength(made.rows.length);
        expect(kept.cells).toEqual(made.rows);
        expect(kept.gathering).toMatchObject({ ended: 'whole', pages: pagesTurned, putBack: true });
      });
    }
  }
});
