/**
 * What following a page costs it: a page that changes 1,000 nodes a second, with our panel beside it following (on) and
 * not there (off), in alternating rounds. CPU time of the page's main thread and counts of style and layout work come
 * from the DevTools protocol; the panel itself runs in a process of its own.
 *
 *   node scripts/build.mjs chrome --test && node bench/page/watcher.mjs [rounds] [seconds]
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { launch } from '../../scripts/launch.mjs';
import { ensureChromium } from '../../scripts/setup.mjs';

const ROUNDS = Number(process.argv[2] ?? 5);
const SECONDS = Number(process.argv[3] ?? 10);
const extensionDir = fileURLToPath(new URL('../../dist/chrome-test', import.meta.url));

/** Where the page changes: far from the table, among what the table stands in, or in the table itself. */
const PLACES = ['elsewhere', 'around the table', 'in the table'];

const page = `<!doctype html><html lang="en"><head><title>Busy</title></head><body>
<div id="app"><main><section><table><caption>Report</caption><thead><tr>${'<th>Column</th>'.repeat(10)}</tr></thead>
<tbody>${`<tr>${'<td>12,345</td>'.repeat(10)}</tr>`.repeat(500)}</tbody></table></section></main>
<aside id="feed">${'<p>line</p>'.repeat(2000)}</aside></div>
<script>
  const cells = document.querySelectorAll('td');
  const lines = document.querySelectorAll('#feed p');
  const main = document.querySelector('main');
  let n = 0, timer;
  // 1,000 nodes a second: half of them written anew, half put in and taken out.
  const change = (texts, holder) => {
    for (let i = 0; i < 5; i++) {
      texts[++n % texts.length].firstChild.data = String(n);
      const added = document.createElement(holder.localName === 'tbody' ? 'tr' : 'p');
      holder.append(added);
      added.remove();
    }
  };
  window.busy = (place) => {
    clearInterval(timer);
    const [texts, holder] = { elsewhere: [lines, document.querySelector('#feed')],
      'around the table': [lines, main], 'in the table': [cells, document.querySelector('tbody')] }[place];
    timer = setInterval(() => change(texts, holder), 10);
  };
</script></body></html>`;

const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const address = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await launch({
  chromium: await ensureChromium(),
  extensionDir,
  headless: true,
  locale: 'en',
});
try {
  const { context, origin } = browser;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const busy = await context.newPage();
  await busy.goto(`http://127.0.0.1:${address.port}/`);
  await busy.bringToFront();
  const devtools = await context.newCDPSession(busy);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const [windowId, opened] = [
    await worker.evaluate(async () => {
      const { tabs, storage } = globalThis.chrome;
      await storage.local.set({ 'site:http://127.0.0.1/*': { follow: true, exports: false, badges: false } });
      return (await tabs.query({ active: true }))[0].windowId;
    }),
    context.waitForEvent('page'),
  ];
  await worker.evaluate(() =>
    globalThis.chrome.windows.create({ url: 'about:blank', width: 420, height: 900 }),
  );
  const panel = await opened;
  await panel.addInitScript((own) => {
    const { tabs, windows } = globalThis.chrome ?? {};
    if (tabs === undefined) return;
    const query = tabs.query;
    tabs.query = ({ currentWindow, ...rest }) => query(currentWindow ? { ...rest, windowId: own } : rest);
    windows.getCurrent = async () => ({ id: own });
  }, windowId);

  const metrics = async () => {
    const { metrics: found } = await devtools.send('Performance.getMetrics');
    return Object.fromEntries(found.map(({ name, value }) => [name, value]));
  };
  const measure = async () => {
    const before = await metrics();
    const begun = performance.now();
    await new Promise((done) => setTimeout(done, SECONDS * 1000));
    const after = await metrics();
    const seconds = (performance.now() - begun) / 1000;
    return {
      taskShare: (after.TaskDuration - before.TaskDuration) / seconds,
      scriptShare: (after.ScriptDuration - before.ScriptDuration) / seconds,
      layouts: (after.LayoutCount - before.LayoutCount) / seconds,
      styles: (after.RecalcStyleCount - before.RecalcStyleCount) / seconds,
    };
  };

  for (const place of PLACES) {
    await busy.evaluate((where) => globalThis.busy(where), place);
    const rounds = { off: [], on: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const how of round % 2 ? ['on', 'off'] : ['off', 'on']) {
        if (how === 'on') {
          await panel.goto(`${origin}/panel/index.html`);
          await panel.getByText('Report').first().waitFor();
        } else await panel.goto('about:blank');
        await new Promise((done) => setTimeout(done, 1000));
        rounds[how].push(await measure());
      }
    }
    console.log(place);
    for (const key of ['taskShare', 'scriptShare', 'layouts', 'styles']) {
      const [off, on] = [median(rounds.off, key), median(rounds.on, key)];
      const share = key.endsWith('Share');
      const say = (value) => (share ? `${(value * 100).toFixed(2)} %` : `${value.toFixed(1)}/s`);
      console.log(`  ${key.padEnd(12)} off ${say(off)}   on ${say(on)}   more ${say(on - off)}`);
    }
  }
} finally {
  await browser.close();
  server.close();
}

function median(list, key) {
  const values = list.map((one) => one[key]).sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
