import type { TabOffer } from '../src/protocol/page-client';
import { expect, test } from './extension';
import { figure, shownTable, sumOf } from './shown';

test.describe('the demo pages, collected', () => {
  test('the analytics report is kept as the page shows it, and adds up to its totals row', async ({
    demo,
    extension,
    page,
    remote,
  }) => {
    await page.goto(`${demo.url}/analytics/traffic-acquisition`);
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    expect(offer).toMatchObject({ tool: 'ga4', tablesBeyond: 0, tabId });
    expect(offer.tables).toHaveLength(1);
    const [table] = offer.tables;
    expect(table).toMatchObject({
      tool: 'ga4',
      title: 'Traffic acquisition: Session source / medium',
      columns: [
        'Session source / medium',
        'Sessions',
        'Engaged sessions',
        'Engagement rate',
        'Average engagement time per session',
        'Event count',
        'Key events',
        'Session key event rate',
        'Total revenue',
      ],
      rowsOnPage: 60,
      rowsStated: 60,
      dateRange: { from: '2026-10-01', to: '2026-10-31' },
      property: 'mokka.example – GA4',
      frame: 'top',
    });

    const done = await remote.call('collect', tabId, table?.ref ?? '');
    expect(done).toMatchObject({ error: null, rows: 60 });
    const [kept] = await remote.call('inbox');
    const shown = await shownTable(page, {
      row: 'ga-reporting-table tbody tr',
      cell: 'td',
      without: '.percent-of-total, .adv-table-plot-container',
    });
    // Without the checkbox and the row number.
    expect(kept?.cells).toEqual(shown.map((row) => row.slice(2)));
    expect(kept).toMatchObject({ complete: true, rows: 60, head: { notes: [], columnsLeftOut: [] } });
    const totals = kept?.head.totals ?? [];
    expect(totals[0]).toBe('Total');
    for (const column of [1, 2, 5, 6, 8]) {
      expect(sumOf(kept?.cells ?? [], column)).toBeCloseTo(figure(totals[column] ?? ''), 2);
    }
  });

  test("the shop's order list is kept as shown, pager and all", async ({ demo, extension, page, remote }) => {
    await page.goto(`${demo.url}/sklep/zamowienia`);
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    const [table] = offer.tables;
    expect(table).toMatchObject({
      tool: 'generic',
      title: 'Zamówienia',
      columns: [
        'Zamówienie',
        'Data',
        'Klient',
        'E-mail',
        'Status',
        'Płatność',
        'Kupon',
        'Sztuk',
        'Wartość',
        'Zwrot',
      ],
      rowsOnPage: 200,
      rowsStated: 317,
    });
    const done = await remote.call('collect', tabId, table?.ref ?? '');
    expect(done).toMatchObject({ error: null, rows: 200 });
    const [kept] = await remote.call('inbox');
    const shown = await shownTable(page, { row: 'tbody tr', cell: 'td' });
    expect(kept?.cells).toEqual(shown.map((row) => row.slice(1, 11)));
    const totals = kept?.head.totals ?? [];
    for (const column of [7, 8, 9]) {
      expect(sumOf(kept?.cells ?? [], column)).toBeCloseTo(figure(totals[column] ?? ''), 2);
    }
    expect(kept?.cells.some((row) => row[8]?.includes('1\u00a0'))).toBe(true);
  });

  test("the CRM's grid of divs is kept as shown", async ({ demo, extension, page, remote }) => {
    await page.goto(`${demo.url}/crm/contacts`);
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    const [table] = offer.tables;
    expect(table).toMatchObject({
      tool: 'generic',
      title: 'All contacts',
      columns: [
        'Record ID',
        'Name',
        'Email',
        'Phone',
        'City',
        'Country',
        'Company',
        'Lifecycle stage',
        'Email marketing',
        'Original source',
        'Contact owner',
        'Create date',
      ],
      rowsOnPage: 128,
      rowsStated: 128,
    });
    const done = await remote.call('collect', tabId, table?.ref ?? '', ['Phone', 'Contact owner']);
    expect(done).toMatchObject({ error: null, rows: 128 });
    const [kept] = await remote.call('inbox');
    const shown = await shownTable(page, { row: '.row:not(.head)', cell: '.cell' });
    expect(kept?.cells).toEqual(shown.map((row) => row.slice(1).filter((_, i) => i !== 3 && i !== 10)));
    expect(kept?.head.columnsLeftOut).toEqual(['Phone', 'Contact owner']);
    expect(JSON.stringify(kept)).not.toContain('+48 ');
  });

  test('people of the contact list are people of the order list', async ({
    demo,
    extension,
    page,
    remote,
  }) => {
    const emails = async (path: string, column: string) => {
      await page.goto(demo.url + path);
      const tabId = await extension.tabId(page);
      const offer = (await remote.call('offer', tabId)) as TabOffer;
      const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
      const kept = (await remote.call('inbox')).find((r) => r.head.captureId === done.inboxId);
      const at = kept?.head.columns.indexOf(column) ?? -1;
      return kept?.cells.map((row) => row[at]) ?? [];
    };
    const contacts = new Set(await emails('/crm/contacts', 'Email'));
    const buyers = await emails('/sklep/zamowienia', 'E-mail');
    expect(contacts.size).toBe(128);
    expect(buyers.every((email) => contacts.has(email))).toBe(true);
  });
});
