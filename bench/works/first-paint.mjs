import { alternate, asLong, beside } from './measure.mjs';

const DAY_MS = 86_400_000;
/** IndexedDB stays warm for a while after another page has closed. */
const COLD_MS = 2000;
const EMPTY = 'an empty extension page';

/**
 * The popup beside a page that holds one sentence, from navigation: to its first picture, to the moment that picture is
 * known to be what a comparison made now would show, and to the numbers of a comparison made anew.
 */
export async function painting({ browser, ours, sizes, rounds }) {
  const customers = sizes.at(-1);
  const size = `${customers / 1000}k customers, ${customers / 100}k orders, ${customers / 20}k events`;
  await ours('prepare', { customers, withEvents: true });
  await ours('importOrders');
  await ours('importEvents');
  await keepPicture(browser);

  const known = [];
  const first = await alternate(
    rounds,
    { ours: () => opened(browser, 'popup/index.html', true), [EMPTY]: () => opened(browser, 'empty.html') },
    ({ ours: mine }) => {
      if (mine.drawn === null || mine.drawn > mine.ms)
        throw new Error(`the picture was not in the first paint: ${JSON.stringify(mine)}`);
      if (mine.workers > 0) throw new Error('the engine was asked, though nothing had changed');
      known.push({ ms: mine.live });
    },
  );
  // The first round warmed up.
  const unchanged = { ...first, ours: known.slice(1).map(({ ms }) => ms) };
  const { asOf } = await ours('tableSegments');
  const anew = await alternate(rounds, {
    // Of another day each time, as when it was chosen elsewhere since.
    ours: async (round) => {
      await setDay(browser, asOf - (round + 1) * DAY_MS);
      const { live, workers } = await opened(browser, 'popup/index.html', true);
      if (workers === 0) throw new Error('nothing was worked out');
      return { ms: live };
    },
    [EMPTY]: () => opened(browser, 'empty.html'),
  });
  await setDay(browser, null);
  const result = (work, times, what, notes = []) => ({
    work,
    size,
    ...beside(times, { ours: what }),
    timesAsLong: asLong(times, EMPTY),
    ...(notes.length > 0 ? { notes } : {}),
  });
  return [
    result(
      'popup opened → first picture',
      first,
      'first contentful paint, the stored comparison drawn in it',
    ),
    result(
      'popup opened → live result, nothing changed',
      unchanged,
      'the picture on the screen, and known to be of the data, segments and question there are now',
      ['looked up in the database by the script that draws; nothing is worked out, and no worker started'],
    ),
    result(
      'popup opened → live result, of another day',
      anew,
      'the same segments × all metrics worked out over all data, and drawn in place of the stored picture',
    ),
  ];
}

/** Until the page's first paint, and for the popup until its numbers are live. */
async function opened(browser, path, live = false) {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 400, height: 560 });
  await new Promise((done) => setTimeout(done, COLD_MS));
  await page.goto(`${browser.origin}/${path}`, { waitUntil: 'load' });
  const result = await page.evaluate(async (waits) => {
    const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
    const ms = await new Promise((done) => {
      new PerformanceObserver((list, self) => {
        const entry = list.getEntriesByName('first-contentful-paint')[0];
        if (!entry) return;
        self.disconnect();
        done(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    for (const until = performance.now() + 60_000; waits && at('comparison-live') === null; ) {
      if (performance.now() > until) throw new Error('the numbers never were live');
      await new Promise((done) => setTimeout(done, 10));
    }
    return { ms, drawn: at('snapshot-drawn'), live: Math.max(ms, at('comparison-live') ?? 0) };
  }, live);
  const workers = page.workers().length;
  await page.close();
  return { ...result, workers };
}

/** Opens the comparison that comes by itself, and stays until its picture is kept. */
async function keepPicture(browser) {
  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace/index.html#/compare`);
  await workspace.getByRole('table').first().waitFor({ timeout: 120_000 });
  await workspace.waitForFunction(
    () => JSON.parse(localStorage.getItem('segment-lens:snapshot') ?? '{}').madeOf !== undefined,
    { timeout: 60_000 },
  );
  await workspace.close();
}

/** The day everything is compared at, as a page of the extension keeps it; null is the last one held. */
async function setDay(browser, day) {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/empty.html`);
  await page.evaluate((value) => localStorage.setItem('segment-lens:as-of', JSON.stringify(value)), day);
  await page.close();
}
