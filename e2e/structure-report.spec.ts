import fc from 'fast-check';
import type { NoOffer, TabOffer } from '../src/protocol/page-client';
import { expect, test } from './extension';
import { popupOver } from './popup-over';
import { pageOf } from './site';

/** Google Analytics' element, with something else in it than its reader knows. */
const changed = `<h1>Traffic</h1><ga-reporting-table><div class="row-list">
  ${Array.from({ length: 30 }, (_, i) => `<div role="row" class="row"><span role="cell">anna.nowak${i}@example.com</span><span role="cell">${i} 234,56 zł</span></div>`).join('')}
  </div></ga-reporting-table>
  <table aria-label="Sessions"><thead><tr><th>Channel<th>Sessions</thead><tbody><tr><td>Organic<td>12<tr><td>Paid<td>7</table>`;

test('a known tool built otherwise is said to be, and read by the general reader', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(site.put('/changed', pageOf(changed)));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.unread).toEqual({
    tool: 'ga4',
    label: { en: 'Google Analytics 4', pl: 'Google Analytics 4' },
    host: null,
  });
  expect(offer.tables[0]).toMatchObject({
    tool: 'generic',
    title: 'Sessions',
    sample: [
      ['Organic', '12'],
      ['Paid', '7'],
    ],
  });
});

test('so is one whose table is there and can no longer be read', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(
    site.put(
      '/null',
      pageOf('<ga-reporting-table><table role="presentation"><tr><td>1<td>2</table></ga-reporting-table>'),
    ),
  );
  const none = (await remote.call('offer', await extension.tabId(page))) as NoOffer;
  expect(none).toMatchObject({ reason: 'no-table', unread: { tool: 'ga4' } });
});

test('a page of nobody’s is not said to be a tool’s', async ({ extension, page, remote, site }) => {
  await page.goto(site.put('/plain', pageOf('<table><tr><th>A<th>B<tr><td>1<td>2</table>')));
  expect(await remote.call('offer', await extension.tabId(page))).toMatchObject({
    tool: 'generic',
    unread: null,
  });
});

for (const { locale, says, button, copy } of [
  {
    locale: 'en',
    says: 'Segment Lens knows Google Analytics 4, but not this view; read with the general reader.',
    button: 'Report how this page is built',
    copy: 'Copy',
  },
  {
    locale: 'pl',
    says: 'Segment Lens zna Google Analytics 4, ale nie ten widok, więc odczytał go ogólnym czytnikiem.',
    button: 'Zgłoś budowę tej strony',
    copy: 'Kopiuj',
  },
] as const) {
  test(`the popup says so, and shows the whole report before it is copied (${locale})`, async ({
    extension,
    page,
    site,
  }) => {
    await page.goto(site.put('/changed-popup', pageOf(changed)));
    const tabId = await extension.tabId(page);
    const popup = await popupOver(extension, tabId, locale);
    await expect(popup.getByText(says)).toBeVisible();
    if (process.env['SHOTS'])
      await popup.screenshot({ path: `${process.env['SHOTS']}/unread-${locale}.png` });
    await popup.getByRole('button', { name: button }).click();
    const report = popup.locator('.structure-report');
    await expect(report).toContainText('ga-reporting-table');
    const text = (await report.innerText()).trim();
    expect(text).toContain('tool: ga4');
    expect(text).toContain('host: not told');
    expect(text).toContain('div.row[role=row] ×30');
    expect(text).toMatch(/span\[role=cell\] ×2 \(60\) "xxxx\.xxxxx9@xxxxxxx\.xxx"/);
    expect(text).not.toMatch(/anna|nowak|example\.com|Organic|127\.0\.0\.1|Traffic/i);
    // What a copy would bring, without the clipboard of whoever runs this.
    await popup.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: async (copied: string) => Object.assign(globalThis, { copied }),
      });
    });
    await popup.getByRole('button', { name: copy, exact: true }).click();
    await expect
      .poll(() => popup.evaluate(() => (globalThis as { copied?: string }).copied?.trim()))
      .toBe(text);
    if (process.env['SHOTS'])
      await popup.screenshot({ path: `${process.env['SHOTS']}/report-${locale}.png` });
    const download = popup.waitForEvent('download');
    await popup
      .getByRole('button', { name: locale === 'pl' ? 'Zapisz jako plik' : 'Save as a file' })
      .click();
    expect((await download).suggestedFilename()).toMatch(/^segment-lens-.*\.txt$/);
    await popup.keyboard.press('Escape');
    await expect(report).toHaveCount(0);
    await expect(popup.getByRole('button', { name: button })).toBeFocused();
    await popup.close();
  });
}

test('it is offered where there is no table at all', async ({ extension, page, site }) => {
  await page.goto(site.put('/none', pageOf('<main><p>Only Anna Nowak’s words.</p></main>')));
  const popup = await popupOver(extension, await extension.tabId(page));
  await expect(popup.getByText('This page has no table.')).toBeVisible();
  await popup.getByRole('button', { name: 'Report how this page is built' }).click();
  await expect(popup.locator('.structure-report')).toContainText('p "xxxx xxxx xxxxx');
  await expect(popup.locator('.structure-report')).toContainText('tool: not known');
  await popup.close();
});

test('no secret of a page ever stands in its report', async ({ context, extension, page, site }) => {
  test.setTimeout(240_000);
  await page.goto(site.put('/secrets', pageOf('')));
  const tabId = await extension.tabId(page);
  const own = await extension.open('popup/index.html');
  const report = async (): Promise<string> =>
    own.evaluate(async (id) => {
      const { scripting } = chrome as unknown as {
        scripting: { executeScript(o: object): Promise<{ result: string }[]> };
      };
      const target = { tabId: id };
      await scripting.executeScript({ target, files: ['structure.js'] });
      const [answer] = await scripting.executeScript({
        target,
        func: () => (Reflect.get(globalThis, Symbol.for('segment-lens/structure')) as () => unknown)(),
      });
      return answer?.result ?? '';
    }, tabId);

  // What stands in the report of every page, its date and its version among it, is nobody's secret; nor are four letters
  // that a common name of an attribute has as well, as “aria-describedby” has “bedb”.
  const frame = [await report(), ...ATTRIBUTES].join('\n').toLowerCase();
  await fc.assert(
    fc.asyncProperty(fc.array(node(4), { minLength: 1, maxLength: 5 }), async (nodes) => {
      const secrets = await page.evaluate(buildPage, nodes);
      const text = (await report()).toLowerCase();
      expect(text.length).toBeGreaterThan(20);
      const told = secrets
        .map((secret) => secret.toLowerCase())
        .filter((secret) => text.includes(secret) && !frame.includes(secret));
      expect(told).toEqual([]);
    }),
    { numRuns: 150 },
  );
  await own.close();
  expect(context.pages()).toContain(page);
});

interface SecretNode {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly shadow: boolean;
  readonly times: number;
  readonly children: readonly SecretNode[];
}

const SURNAMES = [
  'Nowak',
  'Wiśniewska',
  'Kowalczyk',
  'Zieliński',
  'Smithson',
  'Okonkwo',
  'Müller',
  'Żółkiewska',
];
const FIRST = ['Anna', 'Grzegorz', 'Małgorzata', 'Jürgen', 'Chidi', 'Zuzanna', 'Łukasz', 'Bridget'];
const secret = fc.oneof(
  fc.tuple(fc.constantFrom(...FIRST), fc.constantFrom(...SURNAMES)).map((n) => n.join(' ')),
  fc
    .tuple(fc.constantFrom(...FIRST), fc.constantFrom(...SURNAMES), fc.integer({ min: 10, max: 9_998 }))
    .map(([a, b, n]) => `${a}.${b}${n}@poczta-${n}.pl`.toLowerCase()),
  fc.integer({ min: 10_000_001, max: 987_654_321 }).map((n) => `cus_${n}`),
  fc.uuid(),
  fc.integer({ min: 500_000_000, max: 889_888_888 }).map((n) => `+48 ${n}`),
  fc.stringMatching(/^[QWZJK][a-zA-Z]{5,11}$/),
);
/** Written as a page would: alone, within a name, within a sentence. */
const written = fc
  .tuple(secret, fc.constantFrom('', 'row-', 'contact_', 'user/', 'Customer '))
  .map(([s, before]) => before + s);
const ATTRIBUTES = [
  'id',
  'class',
  'title',
  'alt',
  'href',
  'src',
  'name',
  'value',
  'role',
  'type',
  'style',
  'aria-label',
  'aria-describedby',
  'aria-rowindex',
  'aria-sort',
  'data-id',
  'data-test-id',
  'data-column',
  'data-key',
  'col-id',
  'onclick',
  'placeholder',
];
const attribute = fc.tuple(
  fc.oneof(
    fc.constantFrom(...ATTRIBUTES),
    fc.stringMatching(/^[QWZJK][a-z]{4,9}$/).map((word) => `data-${word.toLowerCase()}`),
    fc.stringMatching(/^zq[a-z]{4,9}$/),
  ),
  written,
);
const node = (depth: number): fc.Arbitrary<SecretNode> =>
  fc.record({
    tag: fc.oneof(
      fc.constantFrom(
        'div',
        'span',
        'table',
        'tr',
        'td',
        'ul',
        'li',
        'a',
        'input',
        'button',
        'h1',
        'svg',
        'x-row',
      ),
      fc.stringMatching(/^zq[a-z]{4,9}$/),
      fc.stringMatching(/^zq[a-z]{4,6}-[qwzjk][a-z]{4,6}$/),
    ),
    attributes: fc.array(attribute, { maxLength: 6 }),
    text: fc.oneof(fc.constant(''), written),
    shadow: fc.boolean(),
    times: fc.constantFrom(1, 1, 3),
    children: depth === 0 ? fc.constant([]) : fc.array(node(depth - 1), { maxLength: 3 }),
  });

/** Runs in the page: builds it, and answers every run of four letters or digits and more that it holds. */
function buildPage(nodes: readonly SecretNode[]): string[] {
  const told = new Set<string>();
  const note = (text: string) => {
    for (const [run] of text.matchAll(/[\p{L}\p{M}\p{N}]{4,}/gu)) {
      if (!/^(?:9+|x+)$/i.test(run)) told.add(run);
    }
  };
  const make = (of: SecretNode, parent: Node) => {
    for (let i = 0; i < of.times; i++) {
      const element =
        of.tag === 'svg'
          ? document.createElementNS('http://www.w3.org/2000/svg', 'svg')
          : document.createElement(of.tag);
      if (of.tag.startsWith('zq')) note(of.tag);
      for (const [name, value] of of.attributes) {
        element.setAttribute(name, value);
        if (
          !/^(id|class|title|alt|href|src|name|value|role|type|style|aria-|data-(id|test-id|column|key)$|col-id|on|placeholder)/.test(
            name,
          )
        )
          note(name.replace(/^data-/, ''));
        note(value);
      }
      if (of.text !== '') element.append(of.text);
      note(of.text);
      const inside =
        of.shadow && /^(div|span|h1|x-row)$/.test(of.tag) ? element.attachShadow({ mode: 'open' }) : element;
      for (const child of of.children) make(child, inside);
      parent.appendChild(element);
    }
  };
  document.body.replaceChildren();
  for (const each of nodes) make(each, document.body);
  // Words that were put around secrets, and that anybody's page is built of.
  for (const known of ['Customer', 'contact', 'user']) told.delete(known);
  return [...told];
}
