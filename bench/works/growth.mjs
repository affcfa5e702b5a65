import { growthOf } from './fit.mjs';
import { listLongTasks } from './long-tasks.mjs';
import { median, near, spread } from './measure.mjs';
import { openPage, storedShop } from './pages.mjs';

/** Evenly apart by their logarithms, nearly; ten orders and fifty events a customer. */
const QUICK = [5_000, 10_800, 23_200, 50_000];
const FULL = [5_000, 15_800, 50_000, 100_000, 316_000, 1_000_000];
const ROUNDS = 5;
const WARM_UPS = 2;
/** A file of 21 columns takes 2 GB for ten million orders: nobody's export. */
const LARGEST_IMPORT = 316_000;
const openingRounds = (customers) => (customers > 100_000 ? 3 : ROUNDS);
const importRounds = (customers) => (customers > 100_000 ? 1 : customers > 50_000 ? 3 : ROUNDS);

const WORKS = {
  comparison: '5 segments × 8 metrics + retention',
  sequence: 'mail opened → clicked within days → ordered within days',
  liveCount: 'one clause of three edited, to its count',
  written: 'orders written, one strict commit',
  read: 'orders read back',
  opened: 'workspace opened, cold, to its table',
  imported: 'CSV of 21 columns into committed columns',
};

/** How long ours takes as the shop grows from small to stretch. */
export async function growing({ browser, ours, peers, full }) {
  const sizes = full ? FULL : QUICK;
  const times = Object.fromEntries(Object.keys(WORKS).map((name) => [name, []]));
  const longest = { asked: 0, opened: 0 };
  const answers = [];
  for (const customers of sizes) {
    const note = (what, all) => {
      const orders = customers * 10;
      times[what].push({ orders, rounds: all.length, ms: spread(all) });
      console.error(`  ${orders / 1000}k orders, ${WORKS[what]}: ${median(all).toFixed(1)} ms`);
    };
    await peers.ask('storage', 'setup', { customers });
    const kept = [];
    for (let round = 0; round < ROUNDS; round++) kept.push(await peers.ask('storage', 'columns'));
    await peers.close('storage');
    note(
      'written',
      kept.map((k) => k.writeMs),
    );
    note(
      'read',
      kept.map((k) => k.readMs),
    );

    if (customers <= LARGEST_IMPORT) {
      await ours('prepare', { customers, withEvents: false });
      const imports = [];
      for (let round = 0; round < importRounds(customers); round++) imports.push(await ours('importOrders'));
      longest.asked = Math.max(longest.asked, ...imports.map((i) => i.longestTask));
      note(
        'imported',
        imports.map((i) => i.ms),
      );
      await ours('forget');
    }

    const stored = await storedShop(browser, customers);
    answers.push(stored);
    console.error(`  stored: ${JSON.stringify(stored)}`);
    const asker = await openPage(browser, 'bench.html', 'ours');
    const ask = (name, args = {}) => asker.evaluate(([n, a]) => globalThis.ours[n](a), [name, args]);
    await ask('holds', stored);
    for (const name of ['comparison', 'sequence', 'liveCount']) {
      const all = [];
      for (let round = 0; round < ROUNDS + WARM_UPS; round++) {
        const result = await ask(name, { round });
        if (name === 'comparison') mustHold(result.values, stored);
        longest.asked = Math.max(longest.asked, result.longestTask ?? 0);
        if (round >= WARM_UPS) all.push(result.ms);
      }
      note(name, all);
    }
    const tables = await tablesAsked(ask);
    await asker.close();
    const opened = [];
    // Another table each time: the last one's answers are kept.
    for (const table of tables.slice(0, openingRounds(customers)))
      opened.push(await openedCold(browser, table));
    longest.opened = Math.max(longest.opened, ...opened.map((o) => o.longestTask));
    note(
      'opened',
      opened.map((o) => o.ms),
    );
  }
  await ours('forget');
  const said = (customers) => `${customers / 1000}k`;
  const [least, most] = [sizes[0], sizes.at(-1)];
  return [
    {
      work: 'growth with rows',
      size: `${said(least)} to ${said(most)} customers, ${said(least * 10)} to ${said(most * 10)} orders, ${said(least * 50)} to ${said(most * 50)} events`,
      growth: Object.entries(WORKS).map(([name, what]) => ({
        what,
        times: times[name],
        ...growthOf(times[name].map(({ orders, ms }) => ({ rows: orders, ms: ms.median }))),
      })),
      notes: [
        [`medians of ${ROUNDS} rounds after ${WARM_UPS} that warm up`, ...fewerRounds(sizes)].join(', '),
        `the largest stored: ${(answers.at(-1).storedBytes / 1e6).toFixed(0)} MB of blocks`,
        `longest task of the page's main thread: ${longest.asked.toFixed(0)} ms where asked, ${longest.opened.toFixed(0)} ms while the workspace opens`,
      ],
    },
  ];
}

const fewerRounds = (sizes) => {
  const few = sizes.filter((c) => c <= LARGEST_IMPORT && importRounds(c) < ROUNDS);
  const left = sizes.filter((c) => c > LARGEST_IMPORT);
  return [
    ...few.map((c) => `imports of ${c / 100}k orders: ${importRounds(c)}`),
    ...sizes
      .filter((c) => openingRounds(c) < ROUNDS)
      .map((c) => `openings with ${c / 100}k orders: ${openingRounds(c)}`),
    ...left.map((c) => `${c / 100}k orders are committed from typed columns and not imported as a file`),
  ];
};

/** Everyone's customers, orders and revenue are those that were made. */
function mustHold({ metrics }, { people, orders, revenue }) {
  const [customers, , sum, count] = metrics.at(-1);
  if (customers !== people || count !== orders || !near(sum, revenue))
    throw new Error(`${customers}, ${count}, ${sum} are not ${people}, ${orders}, ${revenue}`);
}

/** Six of seven segments, others in each: where the workspace compares them, and the heads of the table it then shows. */
async function tablesAsked(ask) {
  const { ids, asOf, orders } = await ask('tableSegments');
  return orders.map((chosen) => {
    const params = new URLSearchParams(chosen.map((i) => ['s', ids[i]]));
    params.set('measured', 'held');
    params.set('at', new Date(asOf).toISOString().slice(0, 10));
    return {
      address: `#/compare/${encodeURIComponent(params)}`,
      names: chosen.map((i) => `Table ${i + 1}`),
    };
  });
}

/** Ms from the start of the page until the frame after its table. */
async function openedCold(browser, { address, names }) {
  const page = await browser.context.newPage();
  await listLongTasks(page);
  await page.goto(`${browser.origin}/workspace/index.html${address}`);
  await page.waitForFunction(
    (wanted) => {
      const result = document.querySelector('.compare-result');
      if (result?.getAttribute('aria-busy') !== 'false') return false;
      const heads = [...result.querySelectorAll('.compare-table thead th .data')].map((th) =>
        th.textContent.trim(),
      );
      return heads.length === wanted.length && wanted.every((name, i) => heads[i] === name);
    },
    names,
    { timeout: 300_000, polling: 'raf' },
  );
  const drawn = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(done));
    const ms = performance.now();
    await new Promise((done) => setTimeout(done, 50));
    return { ms, longestTask: Math.max(0, ...globalThis.longTasks) };
  });
  await page.close();
  return drawn;
}
