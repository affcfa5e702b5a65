import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../scripts/setup.mjs';
import { expect, test } from './extension';
import { keepFiles, keepRead } from './keep-files';

/**
 * A CRM, a shop and a mailing list of made-up people, joined in the built workspace, with every figure beside a plain
 * count over the very rows; and the shop's next export beside its first.
 */
const dir = mkdtempSync(join(tmpdir(), 'segment-lens-joins-'));
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

const SHARED = 'biuro@example.com';
const mail = (i: number) => `p${i}@example.com`;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const contacts = [
  ...range(0, 40).map((i) => ({ id: 700 + i, name: `Kontakt ${i}`, email: mail(i) })),
  { id: 760, name: 'Anna Lis', email: SHARED },
  { id: 761, name: 'Piotr Lis', email: SHARED },
];
interface Order {
  readonly number: number;
  readonly email: string;
  readonly day: string;
  readonly status: string;
  readonly total: number;
}
const september: readonly Order[] = [
  ...range(0, 50).map((i) => ({
    number: 1000 + i,
    email: i % 7 === 6 ? '' : i % 2 === 0 ? mail(20 + (i % 40)) : mail(20 + (i % 40)).toUpperCase(),
    day: `2026-09-${String(1 + (i % 28)).padStart(2, '0')}`,
    status: i % 5 === 0 ? 'pending' : 'paid',
    total: 10 + i,
  })),
  { number: 1050, email: SHARED, day: '2026-09-28', status: 'paid', total: 99 },
];
/** From the 20th on: what was pending is paid, one order is gone, and October comes. */
const october: readonly Order[] = [
  ...september
    .filter((o) => o.day >= '2026-09-20' && o.number !== 1022)
    .map((o) => ({ ...o, status: 'paid' })),
  ...range(0, 12).map((i) => ({
    number: 1100 + i,
    email: mail(i),
    day: `2026-10-${String(1 + i).padStart(2, '0')}`,
    status: 'paid',
    total: 20,
  })),
];
const audience = [...range(30, 70).map(mail), SHARED];

const headerOf = (fixture: string) =>
  readFileSync(resolve(root, 'fixtures/exports', fixture), 'utf8').split(/\r?\n/, 1)[0] as string;
/** Rows under a tool's own header; columns not named stay empty. */
function csv(
  name: string,
  header: string,
  rows: readonly Readonly<Record<string, string | number>>[],
): string {
  const columns = header.split(',').map((c) => c.replace(/^"|"$/g, ''));
  const lines = rows.map((row) => columns.map((c) => row[c] ?? '').join(','));
  const path = join(dir, name);
  writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
  return path;
}
const shopify = (name: string, orders: readonly Order[]) =>
  csv(
    name,
    headerOf('shopify/orders.csv'),
    orders.map((o) => ({
      Name: `#${o.number}`,
      Id: o.number * 7,
      Email: o.email,
      'Financial Status': o.status,
      'Created at': `${o.day} 12:00:00 +0200`,
      'Paid at': `${o.day} 12:00:00 +0200`,
      Currency: 'PLN',
      Subtotal: `${o.total}.00`,
      Total: `${o.total}.00`,
      'Lineitem quantity': 1,
      'Lineitem name': 'Herbata',
      'Lineitem price': `${o.total}.00`,
    })),
  );
const files = () => [
  csv(
    'hubspot-crm-exports-all-contacts-2026-10-01.csv',
    headerOf('hubspot/contacts.csv'),
    contacts.map(({ id, name, email }) => ({
      'Record ID': id,
      'First Name': name,
      Email: email,
      'Lifecycle Stage': 'Lead',
      'Create Date': '2026-01-01 10:00',
    })),
  ),
  shopify('orders_export_09.csv', september),
  csv(
    'subscribed_members.csv',
    headerOf('mailchimp/subscribed.csv'),
    audience.map((email, i) => ({
      'Email Address': email,
      'First Name': `Abonent ${i}`,
      LEID: 9000 + i,
      EUID: `e${i}`,
      OPTIN_TIME: '2026-02-02 10:00:00',
    })),
  ),
];

/**
 * A plain count: an address is a person. The one that two records of the CRM share joins nobody: those two, the
 * list's record of it and the order that gives nothing else stand alone.
 */
function counted() {
  const without = (emails: readonly string[]) => new Set(emails.filter((e) => e !== '' && e !== SHARED));
  const shop = without(september.map((o) => o.email.toLowerCase()));
  const crm = without(contacts.map((c) => c.email));
  const list = without(audience);
  const addresses = [...new Set([...shop, ...crm, ...list])];
  const known = (e: string) => [crm, shop, list].filter((source) => source.has(e)).length;
  const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((e) => b.has(e)).length;
  return {
    people: addresses.length + 4,
    matched: addresses.filter((e) => known(e) > 1).length,
    crmShop: both(crm, shop),
    crmList: both(crm, list),
    shopList: both(shop, list),
  };
}

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const inTable = (page: Page, caption: string, row: RegExp) =>
  page.getByRole('table', { name: caption }).getByRole('row', { name: row });

test('says who is who across a CRM, a shop and a list, and lets it be settled and undone', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const page = await extension.open('workspace/index.html');
  await page.evaluate(() => localStorage.setItem('segment-lens:locale', JSON.stringify('en')));
  await page.evaluate(() => globalThis.segmentLensEngine.deleteEverything(undefined));
  await page.reload();
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await keepFiles(page, files());

  const n = counted();
  await page.getByRole('link', { name: 'Who is who' }).click();
  await expect(page.getByText(`${n.people} people in all: ${n.matched} `)).toBeVisible();
  await expect(inTable(page, 'Matched on', /^E-mail/)).toContainText(String(n.matched));
  const pair = (a: RegExp, people: number) =>
    expect(inTable(page, 'Export by export', a).getByRole('cell').nth(1)).toHaveText(String(people));
  await pair(/hubspot.*orders_export/, n.crmShop);
  await pair(/hubspot.*subscribed/, n.crmList);
  await pair(/subscribed.*orders_export|orders_export.*subscribed/, n.shopList);

  // The shared address: by keyboard alone from the tab to the decision.
  await tab(page, /^To settle \(1\)/).focus();
  await page.keyboard.press('Enter');
  const people = page.locator('.case .who-person');
  await expect(people).toHaveCount(4);
  for (const told of [
    'Anna Lis',
    'Piotr Lis',
    'subscribed_members.csv, row 42',
    'orders_export_09.csv, row 52',
  ])
    await expect(people.filter({ hasText: told })).toHaveCount(1);
  await page.getByRole('button', { name: 'Different people' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No case is open.')).toBeVisible();
  const state = () => page.evaluate(() => globalThis.segmentLensEngine.state(undefined));
  expect(await state()).toMatchObject({ people: n.people, join: { joined: n.matched, ambiguous: 0 } });

  // Taken back, the case is there again; settled the other way, four are one.
  await tab(page, /^Your decisions \(1\)/).click();
  await page.getByRole('button', { name: /^Take back/ }).click();
  await tab(page, /^To settle \(1\)/).click();
  await page.getByRole('button', { name: 'One and the same person' }).click();
  await expect(page.getByText(`Settled. ${n.people - 3} people now.`).first()).toBeVisible();
  expect((await state()).join).toMatchObject({ joined: n.matched + 1, ambiguous: 0 });

  // An automatic join, looked into and undone.
  await tab(page, /^Joined people/).click();
  await page.getByLabel('Find by e-mail, phone or ID').fill('P25@');
  await expect(page.getByRole('button', { name: /^Look into/ })).toHaveCount(1);
  await page.getByRole('button', { name: /^Look into/ }).click();
  const person = page.locator('.matching-person');
  await expect(person).toContainText('p25@example.com: in');
  await expect(person.locator('.who-person')).toHaveCount(2);
  await person.getByRole('button', { name: 'Different people' }).click();
  await expect(page.getByText(`Settled. ${n.people - 2} people now.`).first()).toBeVisible();
  expect((await state()).join.joined).toBe(n.matched);

  // It holds for whoever opens the data next.
  await page.reload();
  await expect(tab(page, /^Your decisions \(2\)/)).toBeVisible();
});

test("accounts for the shop's next export before it is kept and after, and keeps the same rows once", async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const page = await extension.open('workspace/index.html');
  await page.evaluate(() => globalThis.segmentLensEngine.deleteEverything(undefined));
  await page.reload();
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await keepFiles(page, [shopify('orders_export_09.csv', september)]);

  const was = new Map(september.map((o) => [o.number, o]));
  const days = october.map((o) => o.day).sort();
  const counts = {
    New: october.filter((o) => !was.has(o.number)).length,
    Changed: october.filter((o) => was.has(o.number) && was.get(o.number)?.status !== o.status).length,
    Unchanged: october.filter((o) => was.get(o.number)?.status === o.status).length,
    Gone: september.filter(
      (o) => o.day >= (days[0] ?? '') && !october.some(({ number }) => number === o.number),
    ).length,
  };
  expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  const shown = async (where: string) => {
    for (const [kind, count] of Object.entries(counts))
      await expect(
        page.locator(where).getByRole('button', { name: `${kind}: ${count}`, exact: true }),
      ).toBeVisible();
  };

  await page.locator('input[type=file]').setInputFiles([shopify('orders_export_10.csv', october)]);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await shown('.table-draft');
  await keepRead(page);
  await shown('.account-list');
  await page
    .locator('.account-list')
    .getByRole('button', { name: /^Changed/ })
    .click();
  await expect(page.locator('.account-list .table tbody tr').first()).toContainText(
    'Financial Status: pending → paid',
  );

  const orders = () =>
    page.evaluate(async () => (await globalThis.segmentLensEngine.state(undefined)).orders);
  const all = new Set([...september, ...october].map((o) => o.number)).size;
  expect(await orders()).toBe(all);
  await page.getByRole('button', { name: `Leave ${counts.Gone} order` }).click();
  await page.getByRole('button', { name: 'Leave out', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Take them back in' }).first()).toBeVisible();
  expect(await orders()).toBe(all - counts.Gone);
  await page.getByRole('button', { name: 'Take them back in' }).first().click();
  await expect(page.getByRole('button', { name: /^Leave \d/ }).first()).toBeVisible();
  expect(await orders()).toBe(all);

  // The same orders saved by somebody's spreadsheet, in another order.
  await keepFiles(page, [shopify('kopia.csv', [...october].reverse())]);
  await expect(page.locator('.account-list')).toContainText('“orders_export_10.csv” holds the same rows');
  expect(await orders()).toBe(all);
});
