import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfferedTable } from '../src/core/page-capture';
import type { TabOffer } from '../src/protocol/page-client';
import { expect, type Remote, test } from './extension';
import { type Hit, logLine, madeLog } from './made-log';
import { figure } from './shown';
import { awstatsReport, goaccessReport, hasAwstats, hasGoaccess } from './statistics-tools';

// Pages that nobody here wrote, of a log that was made up here: what is read off them must be what the log's lines say.

const HITS = madeLog(7, 3_000);
const FOUND = HITS.filter((hit) => hit.status === 200);

let folder = '';
let log = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segment-lens-statistics-'));
  log = join(folder, 'access.log');
  writeFileSync(log, `${HITS.map(logLine).join('\n')}\n`);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many hits there are of each kind. */
function counted(hits: readonly Hit[], kind: (hit: Hit) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const hit of hits) counts.set(kind(hit), (counts.get(kind(hit)) ?? 0) + 1);
  return counts;
}
const dayOf = ({ time }: Hit) => time.toISOString().slice(8, 10);
const hourOf = ({ time }: Hit) => time.toISOString().slice(11, 13);

async function kept(remote: Remote, tabId: number, table: OfferedTable | undefined) {
  const { inboxId, error } = await remote.call('collect', tabId, table?.ref ?? '');
  expect(error).toBeNull();
  const found = (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
  return {
    columns: found?.head.columns ?? [],
    cells: found?.cells ?? [],
    totals: found?.head.totals ?? null,
  };
}

/** Two columns of a table as a count of each name. */
const asCounts = (cells: readonly (readonly string[])[], name: number, count: number) =>
  new Map(cells.map((row) => [row[name] ?? '', figure(row[count] ?? '')]));

test('GoAccess: panels drawn by script hold what the log’s lines say', async ({
  extension,
  page,
  remote,
  site,
}) => {
  test.skip(!hasGoaccess, 'needs goaccess');
  await page.goto(site.put('/goaccess', readFileSync(goaccessReport(log, folder), 'utf8')));
  await page.locator('tbody.tbody-data tr').first().waitFor();
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer).toMatchObject({ tool: 'goaccess', unread: null });
  const panel = (title: string) => offer.tables.find((table) => table.title.startsWith(title));
  // Panels without rows say so in one, and are no tables.
  expect(panel('Static Requests')).toBeUndefined();

  const requests = await kept(remote, tabId, panel('Requested Files'));
  expect(requests.columns).toEqual(['Hits', 'Visitors', 'Tx. Amount', 'Method', 'Protocol', 'Data']);
  const pages = [...counted(FOUND, (hit) => hit.path)].sort((a, b) => b[1] - a[1]);
  // A panel shows seven rows at a time.
  expect([...asCounts(requests.cells, 5, 0)]).toEqual(pages.slice(0, 7));

  const missing = await kept(remote, tabId, panel('Not Found'));
  expect(asCounts(missing.cells, 5, 0)).toEqual(
    counted(
      HITS.filter((hit) => hit.status === 404),
      (hit) => hit.path,
    ),
  );
  const hours = await kept(remote, tabId, panel('Time Distribution'));
  const ofHour = counted(HITS, hourOf);
  expect(hours.cells).toHaveLength(7);
  for (const [hour, hits] of asCounts(hours.cells, 3, 0)) expect(hits).toBe(ofHour.get(hour));
  const days = await kept(remote, tabId, panel('Unique visitors per day'));
  const ofDay = counted(HITS, dayOf);
  for (const [day, hits] of asCounts(days.cells, 3, 0)) expect(hits).toBe(ofDay.get(day.slice(0, 2)));
  // A visitor is an address with its browser on a day.
  const visitors = counted(
    [
      ...new Map(
        HITS.filter((h) => h.status === 200).map((hit) => [`${hit.host} ${dayOf(hit)}`, hit]),
      ).values(),
    ],
    dayOf,
  );
  for (const [day, people] of asCounts(days.cells, 3, 1)) expect(people).toBe(visitors.get(day.slice(0, 2)));
});

const WORDS = {
  en: {
    days: ['Day', 'Number of visits', 'Pages', 'Hits', 'Bandwidth'],
    daysTitle: 'Days of month',
    total: 'Total',
    hours: 'Hours',
    months: 'Monthly history',
    october: 'Oct 2024',
    codes: 'HTTP Status codes',
    pages: 'Pages-URL',
  },
  pl: {
    days: ['Dzień', 'Liczba wizyt', 'Strony', 'Żądania', 'Pasmo'],
    daysTitle: 'Dni miesiąca',
    total: 'Razem',
    hours: 'Rozkład godzinny',
    months: 'Historia miesięczna',
    october: 'Paź 2024',
    codes: 'Kody błędów HTTP',
    pages: 'Strony',
  },
} as const;

for (const language of ['en', 'pl'] as const) {
  test(`AWStats in ${language}: tables framed by tables hold what the log’s lines say`, async ({
    extension,
    page,
    remote,
    site,
  }) => {
    test.skip(!hasAwstats, 'needs awstats');
    const says = WORDS[language];
    await page.goto(site.put(`/awstats-${language}`, awstatsReport(log, folder, language, '2024-10')));
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    const table = (title: string, width: number) =>
      offer.tables.find(
        (t) => t.title.startsWith(title) && t.columns.length === width && !/\d/.test(t.columns[0] ?? ''),
      );

    const days = await kept(remote, tabId, table(says.daysTitle, 5));
    expect(days.columns).toEqual(says.days);
    expect(days.cells).toHaveLength(31);
    const ofDay = counted(FOUND, dayOf);
    for (const [day, hits] of asCounts(days.cells, 0, 3)) expect(hits).toBe(ofDay.get(day.slice(0, 2)) ?? 0);
    // The average of the days is no day, and the total is the page's own.
    expect(days.totals?.[0]).toBe(says.total);
    expect(figure(days.totals?.[3] ?? '')).toBe(FOUND.length);

    const halves = offer.tables.filter((t) => t.columns[0] === says.hours && t.columns.length === 4);
    const ofHour = counted(FOUND, hourOf);
    const hours = new Map<string, number>();
    for (const half of halves)
      for (const [hour, hits] of asCounts((await kept(remote, tabId, half)).cells, 0, 2))
        hours.set(hour, hits);
    expect(hours).toEqual(ofHour);

    const pages = offer.tables.find((t) => t.sample[0]?.[0] === '/');
    const shown = await kept(remote, tabId, pages);
    const ofPage = counted(FOUND, (hit) => hit.path);
    expect(asCounts(shown.cells, 0, 1)).toEqual(ofPage);

    const months = await kept(remote, tabId, table(says.months, 6));
    expect(months.cells).toHaveLength(12);
    const october = months.cells.find((row) => row[0] === says.october);
    expect(figure(october?.[1] ?? '')).toBe(new Set(FOUND.map((hit) => hit.host)).size);
    expect(figure(october?.[4] ?? '')).toBe(FOUND.length);

    const codes = offer.tables.find((t) => t.title.startsWith(says.codes));
    expect(figure(codes?.sample[0]?.[2] ?? '')).toBe(HITS.length - FOUND.length);
  });
}
