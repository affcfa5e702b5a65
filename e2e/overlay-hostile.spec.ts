import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { drawnOverlay } from './drawn-overlay';
import { expect, test } from './extension';
import { badgesReady, expectNamed, LISTED, settledOverlay, wantBadges } from './named-rows';
import { addressOf, crmList, shopIdOf, shopList } from './pages/customer-lists';
import { pageOf } from './site';

/** Controls where a badge would like to be, and one that a script keeps an eye on. */
const CORNERS = `<button id="chat" style="position:fixed;right:8px;bottom:8px;width:56px;height:56px">?</button>
<a id="help" href="#" style="position:fixed;left:8px;bottom:8px;width:120px;height:24px;background:#ccc">Help</a>
<p style="position:fixed;right:8px;top:8px;margin:0"><input id="search"> <select><option>1</option></select></p>`;

const boxesOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const boxes = [...document.body.querySelectorAll('*')].map((e) =>
      JSON.stringify(e.getBoundingClientRect()),
    );
    return { scrollWidth, scrollHeight, boxes };
  });

const controlsHidden = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a,button,input,select')].flatMap((control) => {
      const box = control.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      if (y < 0 || y > innerHeight) return [];
      const hit = document.elementFromPoint(x, y);
      return hit === control || control.contains(hit) ? [] : [control.outerHTML.slice(0, 80)];
    }),
  );

test.beforeEach(({ page }) => page.setViewportSize({ width: 1_100, height: 700 }));

test('moves nothing, covers nothing that can be pressed, and takes no focus', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  const address = site.put('/still', shopList({ count: 40, more: CORNERS }));
  await wantBadges(extension, false);
  await page.goto(address);
  const before = await boxesOf(page);
  const hiddenBefore = await controlsHidden(page);

  await wantBadges(extension, true);
  await page.goto(address);
  await page.locator('#search').focus();
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    for (const type of ['focusin', 'focusout', 'blur', 'scroll', 'resize', 'select', 'selectionchange'])
      window.addEventListener(type, () => seen.push(type), true);
  });
  await page.keyboard.type('some');
  const overlay = await expectNamed(page);
  await page.keyboard.type(' words');
  expect(await boxesOf(page)).toEqual(before);
  expect(await controlsHidden(page)).toEqual(hiddenBefore);
  expect(await page.locator('#search').inputValue()).toBe('some words');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen.filter((type) => !type.startsWith('select'))).toEqual([]);

  // Names let every click through to what lies under them.
  for (const { x, y, width, height } of overlay.names) {
    const hit = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x, y)?.closest('tr')?.dataset['customer'] ?? null,
      [x + width / 2, y + height / 2] as const,
    );
    expect(hit).not.toBeNull();
  }
  // Each corner being taken, the badge is somewhere else.
  const badge = overlay.badgeBox ?? { x: 0, y: 0, width: 0, height: 0 };
  expect(badge.width).toBeGreaterThan(50);
  for (const id of ['#chat', '#help']) {
    const box = await page.locator(id).boundingBox();
    if (box === null) throw new Error(`${id} is gone`);
    const beside = badge.x + badge.width <= box.x || badge.x >= box.x + box.width;
    const above = badge.y + badge.height <= box.y;
    expect(beside || above).toBe(true);
  }
});

test('can be reached and left by the keyboard, and says how to be rid of it', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  await page.goto(site.put('/keys', shopList({ count: 20, more: '<button id="last">Last</button>' })));
  await expectNamed(page);
  await page.locator('#last').focus();
  await page.keyboard.press('Tab');
  const onHost = () =>
    page.evaluate(() => document.activeElement === document.documentElement.lastElementChild);
  expect(await onHost()).toBe(true);
  const { buttons } = (await drawnOverlay(page)) ?? { buttons: [] };
  expect(buttons).toEqual([
    '15 of 20 customers known',
    '×',
    'Open the side panel',
    'Hide on this page',
    'Turn off on 127.0.0.1',
  ]);
  // The second is the one that hides it here.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await drawnOverlay(page))?.names ?? []).toEqual([]);
  expect((await drawnOverlay(page))?.badge ?? null).toBeNull();
  await page.reload();
  await expectNamed(page);
  await page.locator('#last').focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => drawnOverlay(page)).toBeNull();
  await page.reload();
  await page.waitForTimeout(1_500);
  expect(await drawnOverlay(page)).toBeNull();
  await wantBadges(extension, true);
  await expectNamed(page);
});

test('a page that reads all it can learns nothing it did not write, not even the names of segments', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  const asked: string[] = [];
  const fonts = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => fonts.listen(0, '127.0.0.1', done));
  const font = `http://127.0.0.1:${(fonts.address() as AddressInfo).port}`;
  const traps = ['sans-serif', 'system-ui', 'Arial', 'Segoe UI', 'inherit']
    .map(
      (name) =>
        `@font-face{font-family:"${name}";src:url(${font}/${encodeURIComponent(name)});unicode-range:U+52}`,
    )
    .join('');
  const spy = `<style>${traps} html{font-family:"inherit"} h1,table,p,button,input,select{font-family:monospace} *{--light:red}</style><script>
    globalThis.heard = []; globalThis.written = [];
    for (const type of ['click','keydown','keyup','input','focusin','pointermove','mouseover','message','animationstart','transitionend','slotchange'])
      window.addEventListener(type, (e) => heard.push(JSON.stringify([type, e.composedPath().map((n) => n.nodeName ?? 'window'), e.target?.textContent ?? ''])), true);
    new MutationObserver((all) => written.push(...all.map((r) => r.type + ' ' + r.target.nodeName + ' ' + [...r.addedNodes].map((n) => n.nodeName + (n.outerHTML ?? ''))))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const attach = Element.prototype.attachShadow; globalThis.roots = [];
    Element.prototype.attachShadow = function (o) { const r = attach.call(this, o); roots.push(r); return r; };
  </script>`;
  // Rows that say who by a number only: what is known beside it is not on the page.
  await page.goto(site.put('/spy', shopList({ count: 30, more: spy, withoutEmail: true })));
  const overlay = await expectNamed(page);
  expect(overlay.names.length).toBeGreaterThan(10);
  const { badgeBox } = overlay;
  await page.mouse.move((badgeBox?.x ?? 0) + 20, (badgeBox?.y ?? 0) + 10);
  await page.mouse.click((badgeBox?.x ?? 0) + 20, (badgeBox?.y ?? 0) + 10);
  await page.waitForTimeout(300);
  const read = await page.evaluate(
    ([names, addresses]) => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const selection = getSelection();
      selection?.selectAllChildren(document.documentElement);
      const { heard, written, roots } = globalThis as unknown as {
        heard: string[];
        written: string[];
        roots: unknown[];
      };
      const finder = window as unknown as { find(text: string, ...more: boolean[]): boolean };
      const places = Array.from({ length: 60 }, (_, i) =>
        document.elementsFromPoint(((i % 10) * innerWidth) / 10, (Math.floor(i / 10) * innerHeight) / 6),
      ).flat();
      return {
        found: [...names, ...addresses.slice(0, 5), 'customers known'].filter((text) => {
          selection?.removeAllRanges();
          return finder.find(text, false, false, true, false, false, false);
        }),
        shadow: host.shadowRoot,
        children: host.childNodes.length,
        roots: roots.length,
        text: [
          document.documentElement.innerText,
          document.documentElement.textContent,
          document.documentElement.outerHTML,
          selection?.toString(),
          host.innerText,
        ].join('\n'),
        heard: heard.join('\n'),
        written: written.filter((w) => !/^childList (HTML|BODY)/.test(w)),
        added: written.filter((w) => w.startsWith('childList HTML')),
        slotted: places.filter((e) => e.getRootNode() !== document).length,
        frames: window.length,
        globals: Object.keys(globalThis).filter((k) => /lens|segment/i.test(k)),
      };
    },
    [
      [...new Set(overlay.names.map((n) => n.name))],
      Array.from({ length: 30 }, (_, c) => addressOf(c)),
    ] as const,
  );
  fonts.close();
  const secrets = [...overlay.names.map((n) => n.name), 'poczta.example', 'customers known'];
  for (const secret of secrets) {
    expect(read.text).not.toContain(secret);
    expect(read.heard).not.toContain(secret);
    expect(read.written.join()).not.toContain(secret);
  }
  expect(read).toMatchObject({
    found: [],
    shadow: null,
    children: 0,
    roots: 0,
    slotted: 0,
    frames: 0,
    globals: [],
    written: [],
  });
  expect(read.added).toHaveLength(1);
  expect(asked).toEqual([]);
});

test('forged messages, framed pages of ours and pressed shadows change nothing', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  const frames = ['popup/index.html', 'workspace/index.html', 'panel/index.html', 'overlay.js']
    .map((path) => `<iframe src="${extension.origin}/${path}" width="10" height="10"></iframe>`)
    .join('');
  await page.goto(site.put('/forged', shopList({ count: 20, more: frames })));
  await expectNamed(page);
  const answers = await page.evaluate(
    async ([id, address]) => {
      const request = { rows: [[{ kind: 'email', space: '', value: address }]] };
      const heard: unknown[] = [];
      window.addEventListener('message', (event) => heard.push(event.data));
      const message = { kind: 'badges/lookup', request };
      window.postMessage(message, '*');
      for (const frame of document.querySelectorAll('iframe')) frame.contentWindow?.postMessage(message, '*');
      document.dispatchEvent(new CustomEvent('badges/lookup', { detail: message }));
      const host = document.documentElement.lastElementChild as HTMLElement;
      for (const type of ['click', 'mousedown', 'pointerdown', 'keydown'])
        host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      host.click();
      const { chrome: api } = globalThis as unknown as {
        chrome?: { runtime?: { sendMessage?(id: string, m: unknown): Promise<unknown> } };
      };
      const sent = await Promise.resolve(api?.runtime?.sendMessage?.(id, message)).then(
        (value) => value ?? null,
        (error: Error) => error.message,
      );
      await new Promise((done) => setTimeout(done, 500));
      return {
        heard: heard.filter((d) => d !== message && JSON.stringify(d) !== JSON.stringify(message)),
        sent,
      };
    },
    [extension.id, addressOf(0)] as const,
  );
  expect(answers.heard).toEqual([]);
  expect(JSON.stringify(answers.sent)).not.toMatch(/ready|buyers/);
  for (const frame of page.frames().slice(1)) {
    const text = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
    expect(text).not.toContain('Segment Lens');
  }
  await expectNamed(page);
});

test('a page that covers the badge catches no click of value, and one that takes it away is left alone', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  await page.goto(site.put('/covered', shopList({ count: 20 })));
  const { badgeBox } = await expectNamed(page);
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none';
    cover.textContent = 'Win a prize: click here';
    document.documentElement.append(cover);
  });
  // The worst a click under a cover can do is one of the badge's own buttons: look, go away.
  const choice = () =>
    extension.serviceWorker().then((worker) =>
      worker.evaluate(async () => {
        const { storage, permissions } = chrome as unknown as {
          storage: { local: { get(k: null): Promise<Record<string, unknown>> } };
          permissions: { getAll(): Promise<unknown> };
        };
        return JSON.stringify([await storage.local.get(null), await permissions.getAll()]);
      }),
    );
  const before = await choice();
  await page.mouse.click((badgeBox?.x ?? 0) + 20, (badgeBox?.y ?? 0) + 10);
  await page.mouse.click((badgeBox?.x ?? 0) + (badgeBox?.width ?? 0) - 8, (badgeBox?.y ?? 0) + 10);
  await page.waitForTimeout(300);
  expect(await choice()).toBe(before);

  await page.goto(site.put('/taken', shopList({ count: 20 })));
  await expectNamed(page);
  const removed = await page.evaluate(async () => {
    let count = 0;
    new MutationObserver((records) => {
      for (const record of records)
        for (const node of record.addedNodes)
          if (record.target === document.documentElement) {
            count++;
            (node as Element).remove();
          }
    }).observe(document.documentElement, { childList: true });
    document.documentElement.lastElementChild?.remove();
    await new Promise((done) => setTimeout(done, 6_000));
    return count;
  });
  expect(removed).toBeGreaterThan(0);
  expect(removed).toBeLessThan(6);
  expect(await drawnOverlay(page)).toBeNull();
});

test('rows that move each frame, a clobbered document and a dialog above are borne', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  const clobber = [
    'createElement',
    'createRange',
    'documentElement',
    'hidden',
    'body',
    'getElementsByTagName',
    'elementsFromPoint',
  ]
    .map((name) => `<img name="${name}" alt="">`)
    .join('');
  const form =
    '<form><input name="parentElement"><input name="firstChild"><input name="getBoundingClientRect"></form>';
  await page.goto(site.put('/moving', shopList({ count: 12, more: clobber + form })));
  await expectNamed(page);
  await page.evaluate(() => {
    const table = document.querySelector('table') as HTMLElement;
    let n = 0;
    const step = () => {
      table.style.transform = `translateY(${Math.sin(n++ / 5) * 20}px)`;
      if (n < 120) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  await page.waitForTimeout(3_000);
  await expectNamed(page);
  await page.evaluate(() => {
    const dialog = Document.prototype.createElement.call(document, 'dialog') as HTMLDialogElement;
    dialog.textContent = 'Export?';
    dialog.style.cssText = 'width:1000px;height:600px';
    Document.prototype.querySelector.call(document, 'body')?.append(dialog);
    dialog.showModal();
  });
  await expect.poll(async () => (await drawnOverlay(page))?.names).toEqual([]);
});

test('a list of addresses to be tried is answered to its bound and no further', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  const rows = Array.from(
    { length: 400 },
    (_, i) => `<tr><td>${i}</td><td class="who">probe${i}@poczta.example</td></tr>`,
  ).join('');
  await page.goto(site.put('/probe', pageOf(`<table>${rows}</table>`)));
  await expect
    .poll(async () => (await drawnOverlay(page))?.badge, { timeout: 20_000 })
    .toBe('0 of 400 customers known');
  await page.evaluate(() => {
    for (const [i, cell] of document.querySelectorAll('.who').entries())
      cell.textContent = `more${i}@poczta.example`;
  });
  await expect
    .poll(async () => (await drawnOverlay(page))?.badge, { timeout: 20_000 })
    .toBe('Many customers at once: the rest in a while');
});

test('a person whose row is given to somebody else is not named there any more', async ({
  extension,
  page,
  site,
}) => {
  await badgesReady(extension);
  await page.goto(site.put('/given', shopList({ count: 12 })));
  await expectNamed(page);
  // One row over and over, faster than anybody is asked of.
  for (const c of [1, 3, 2, 7, 0, 15]) {
    await page.evaluate(
      ([c, id, address]) => {
        const row = document.querySelectorAll<HTMLElement>('tr[data-customer]')[4] as HTMLElement;
        row.dataset['customer'] = String(c);
        row.querySelector('a')?.setAttribute('href', `/store/mokka/customers/${id}`);
        (row.children[2] as HTMLElement).textContent = address;
      },
      [c, shopIdOf(c), addressOf(c)] as const,
    );
  }
  await expectNamed(page);
});

test('costs a page that gives all its rows to others at each frame a small part of it', async ({
  extension,
  page,
  site,
}) => {
  test.setTimeout(120_000);
  await badgesReady(extension);
  const address = site.put('/cost', crmList({ count: LISTED }));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const run = async () => {
    const metrics = async () =>
      Object.fromEntries(
        (await session.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]),
      );
    const before = await metrics();
    await page.evaluate(async () => {
      const { box } = globalThis as unknown as { box: Element };
      for (let i = 0; i < 120; i++) {
        box.scrollTop = (i * 37) % 5_000;
        await new Promise(requestAnimationFrame);
      }
    });
    const after = await metrics();
    const spent = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
    return {
      layouts: spent('LayoutCount'),
      layout: spent('LayoutDuration'),
      script: spent('ScriptDuration'),
      task: spent('TaskDuration'),
    };
  };
  const sums = {
    with: { layouts: 0, layout: 0, script: 0, task: 0 },
    without: { layouts: 0, layout: 0, script: 0, task: 0 },
  };
  for (let round = 0; round < 3; round++)
    for (const which of ['without', 'with'] as const) {
      await wantBadges(extension, which === 'with');
      await page.goto(address);
      if (which === 'with') await settledOverlay(page);
      else await page.waitForTimeout(1_500);
      const spent = await run();
      for (const key of ['layouts', 'layout', 'script', 'task'] as const) sums[which][key] += spent[key];
    }
  await wantBadges(extension, true);
  const ms = (of: (typeof sums)['with']) =>
    `${of.layouts} layouts of ${Math.round(of.layout * 1_000)} ms, script ${Math.round(of.script * 1_000)} ms, in all ${Math.round(of.task * 1_000)} ms`;
  test.info().annotations.push({
    type: 'scrolling',
    description: `360 frames: ${ms(sums.with)}; without: ${ms(sums.without)}`,
  });
  console.log(`360 frames: with ${ms(sums.with)}; without ${ms(sums.without)}`);
  // A frame's layout is the page's; ours are of our own few elements, before it and after it, and never the page's again.
  expect(sums.with.layouts).toBeLessThan(sums.without.layouts * 3 + 60);
  const added = (key: 'script' | 'layout') => ((sums.with[key] - sums.without[key]) * 1_000) / 360;
  // Every row another person at every frame, on a machine that may be busy, in a build that is not minified.
  expect(added('script') + added('layout')).toBeLessThan(10);
});
