import { listLongTasks } from './long-tasks.mjs';
import { alternate, asLong, beside, mustAgree, spread } from './measure.mjs';

const AFTER_OPENING_MS = 10_000;
/** IndexedDB stays warm for a while after another page has closed. */
const COLD_MS = 2000;

/** Six segments × all metrics: asked of the engine beside the aggregates alone, and from a click to the table drawn. */
export async function tables({ browser, ours, peers, sizes, rounds }) {
  const results = [];
  for (const customers of sizes) {
    await ours('prepare', { customers, withEvents: true });
    await ours('importOrders');
    await ours('importEvents');
    await peers.ask('duckdb', 'setup', { customers });
    const { ids, asOf, orders } = await ours('tableSegments');
    const namesOf = (round) => orders[round].map((i) => `Table ${i + 1}`);
    const addressOf = (round) => {
      const params = new URLSearchParams(orders[round].map((i) => ['s', ids[i]]));
      params.set('measured', 'held');
      params.set('at', new Date(asOf).toISOString().slice(0, 10));
      return `#/compare/${encodeURIComponent(params)}`;
    };
    const size = `${customers / 1000}k customers, ${customers / 100}k orders, ${customers / 20}k events`;

    let metrics = 0;
    let chosen = [];
    const asked = await alternate(
      rounds,
      {
        ours: async (round) => {
          const answer = await ours('table', { ids, round });
          ({ metrics, chosen } = answer);
          return answer;
        },
        'DuckDB-WASM, 8 aggregates of raw tables': () =>
          peers.ask('duckdb', 'table', { chosen, kept: false }),
        'DuckDB-WASM, 8 aggregates of kept ones': () => peers.ask('duckdb', 'table', { chosen, kept: true }),
      },
      ({ ours: mine, ...others }) => {
        for (const [name, theirs] of Object.entries(others))
          mustAgree(`table of ${name}`, mine.values, theirs.values);
      },
    );
    await peers.close('duckdb');
    results.push({
      work: '6 segments × all metrics, asked of the engine',
      size,
      ...beside(asked, {
        ours: `${metrics} metrics with intervals, differences, p, q, verdicts; other segments each round, the data's facts kept`,
      }),
    });

    const needed = await ours('tableReads', { ids, round: 0 });
    let coldTask = 0;
    const opened = async (round) => {
      const page = await openedAt(browser, addressOf(round));
      const drawn = await whenDrawn(page, namesOf(round));
      coldTask = Math.max(coldTask, drawn.longestTask);
      await page.close();
      return drawn;
    };
    let read = null;
    const probe = async () => {
      read = await arraysRead(browser, needed);
      return read;
    };
    const limit = `limit: a page that reads the ${needed.length} stored arrays this table is made of`;
    // No two rounds after each other ask the same, so that nothing is answered from what was kept.
    const cold = await alternate(rounds, {
      ours: async (round) => opened(1 + (round % 3)),
      [limit]: probe,
    });
    const wholeMB = () => `${(read.bytes / 1e6).toFixed(0)} MB unpacked`;
    results.push({
      work: 'workspace opened → table, another question than before',
      size,
      ...beside(cold, { ours: 'from nothing, 6 segments × all metrics worked out' }),
      timesAsLong: asLong(cold, limit),
      notes: [`the limit: ${wholeMB()}`],
    });
    const left = await openedAt(browser, addressOf(0));
    await whenDrawn(left, namesOf(0));
    // Kept when the page is idle.
    await pause(AFTER_OPENING_MS);
    await left.close();
    const again = await alternate(rounds, { ours: () => opened(0), [limit]: probe });
    results.push({
      work: 'workspace opened → table, as it was left',
      size,
      ...beside(again, {
        ours: 'from nothing, 6 segments × all metrics as they were kept, of the same data and rules',
      }),
      timesAsLong: asLong(again, limit),
      notes: [
        `the limit: ${wholeMB()}`,
        `longest task of the page's main thread while it opens, of both: ${coldTask.toFixed(0)} ms`,
      ],
    });
    const page = await openedAt(browser, addressOf(0));
    await whenDrawn(page, namesOf(0));
    // The other segments and the history are worked out after the first table, by the worker that is measured next.
    await pause(AFTER_OPENING_MS);
    let warmTask = 0;
    const warm = await alternate(rounds, {
      ours: async (round) => {
        const drawn = await clicked(page, addressOf(round + 1), namesOf(round + 1));
        warmTask = Math.max(warmTask, drawn.longestTask);
        return drawn;
      },
    });
    const seen = [];
    for (let round = 0; round < rounds; round++) {
      const { ms, longestTask } = await clicked(page, addressOf(1 + (round % 2)), namesOf(1 + (round % 2)));
      seen.push(ms);
      warmTask = Math.max(warmTask, longestTask);
    }
    await page.close();
    results.push({
      work: '6 segments × all metrics, from click to drawn',
      size,
      ...beside(warm, {
        ours: 'segments chosen anew in the open workspace, until the next frame after the table',
      }),
      notes: [
        `a table seen before: ${said(spread(seen))}`,
        `longest task of the page's main thread: ${warmTask.toFixed(0)} ms`,
      ],
    });
  }
  return results;
}

const said = ({ median, min, max }) => `${median.toFixed(0)} ms (${min.toFixed(0)}–${max.toFixed(0)})`;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** A page of the extension, opened cold, that reads these arrays and does nothing else. */
async function arraysRead(browser, places) {
  const page = await browser.context.newPage();
  await pause(COLD_MS);
  await page.goto(`${browser.origin}/bench-probe.html#${places}`);
  await page.waitForFunction(() => 'readIn' in globalThis);
  const read = await page.evaluate(() => globalThis.readIn);
  await page.close();
  return read;
}

async function openedAt(browser, address) {
  const page = await browser.context.newPage();
  await listLongTasks(page);
  await pause(COLD_MS);
  await page.goto(`${browser.origin}/workspace/index.html${address}`);
  return page;
}

/** Ms from the start of the page. */
const whenDrawn = (page, names) => page.evaluate(drawn, [null, names]);

/** Ms from the click on a link to the address. */
const clicked = (page, address, names) => page.evaluate(drawn, [address, names]);

/** Runs in the page: until the frame after the one whose table has these segments, and no newer one is awaited. */
async function drawn([address, names]) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const there = () => {
    const result = document.querySelector('.compare-result');
    if (result?.getAttribute('aria-busy') !== 'false' || result.querySelector('[aria-busy="true"]'))
      return false;
    const heads = [...result.querySelectorAll('.compare-table thead th .data')].map((th) =>
      th.textContent.trim(),
    );
    return heads.length === names.length && names.every((name, i) => heads[i] === name);
  };
  let begun = 0;
  if (address !== null) {
    // The collector's turn is nobody's in particular.
    await new Promise((done) => setTimeout(done, 300));
    globalThis.longTasks.length = 0;
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    begun = performance.now();
    link.click();
    link.remove();
  }
  const until = performance.now() + 120_000;
  while (!there()) {
    if (performance.now() > until) {
      const heads = [...document.querySelectorAll('.compare-table thead th')].map((th) => th.textContent);
      throw new Error(`not drawn: ${heads.join(' | ')} for ${names.join(' | ')}`);
    }
    await frame();
  }
  await frame();
  const ms = performance.now() - begun;
  await new Promise((done) => setTimeout(done, 50));
  return { ms, longestTask: Math.max(0, ...globalThis.longTasks) };
}
