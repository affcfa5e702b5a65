import { workerHeaps } from '../worker-heaps.mjs';
import { spread } from './measure.mjs';
import { openPage, storedShop } from './pages.mjs';

const ROUNDS = 5;
const SAMPLE_MS = 40;
/** What a file is read by. */
const CHUNK = 1 << 20;

const AIMS = { comparing: 1.3, importing: 1.5 };

/** What the engine's worker holds while it compares and while it imports, beside the columns that takes. */
export async function remembering({ browser, full, memory }) {
  return [
    await whileComparing({ browser, memory, customers: full ? 100_000 : 5_000 }),
    await whileImporting({ browser, memory, customers: full ? 80_500 : 27_000 }),
  ];
}

async function whileComparing({ browser, memory, customers }) {
  await storedShop(browser, customers);
  const columns = await columnsHeld(browser);
  const page = await openPage(browser, 'bench.html', 'ours');
  const heaps = await workerHeaps(page);
  const ask = (name, args = {}) => page.evaluate(([n, a]) => globalThis.ours[n](a), [name, args]);
  await ask('holds', { asOf: Date.UTC(2026, 0, 1) - 1 });
  const before = memory.share();
  const empty = await heaps.held();
  const rounds = async (names) => {
    const all = [];
    for (let round = 0; round < ROUNDS; round++) {
      const peak = await peakOf(heaps, async () => {
        for (const name of names) await ask(name, { round });
      });
      all.push({ peak, held: await heaps.held() });
    }
    return all;
  };
  const compared = await rounds(['comparison']);
  const both = await rounds(['comparison', 'sequence', 'liveCount']);
  const process = memory.share() - before;
  await page.close();
  return {
    work: 'memory while comparing',
    size: `${customers / 1000}k customers, ${customers / 100}k orders, ${customers / 20}k events`,
    memory: [
      ratioOf('5 segments × 8 metrics + retention', compared, columns.compared, AIMS.comparing),
      ratioOf(
        'the same, a sequence and a clause edited',
        both,
        columns.compared + columns.sequence,
        AIMS.comparing,
      ),
    ],
    notes: [
      `the worker with nothing asked: ${MB(empty)}`,
      `all columns of the data, laid out: ${MB(columns.dataset)}`,
      `the process's own share grew by ${MB(process)}`,
    ],
  };
}

async function whileImporting({ browser, memory, customers }) {
  const page = await openPage(browser, 'bench.html', 'ours');
  const heaps = await workerHeaps(page);
  const ask = (name, args = {}) => page.evaluate(([n, a]) => globalThis.ours[n](a), [name, args]);
  const { bytes } = await ask('prepare', { customers, withEvents: false });
  const all = [];
  let stored = 0;
  memory.reset();
  for (let round = 0; round < ROUNDS; round++) {
    await ask('emptied');
    const before = await heaps.held();
    const peak = await peakOf(heaps, async () => {
      ({ storedBytes: stored } = await ask('importOrders'));
    });
    all.push({ peak: peak - before, held: (await heaps.held()) - before });
  }
  const columns = await columnsHeld(browser);
  await ask('forget');
  await page.close();
  const committed = columns.dataset + columns.captures + columns.texts + CHUNK;
  return {
    work: 'memory while importing',
    size: `${customers / 1000}k customers, ${(customers * 10) / 1000}k rows, ${MB(bytes)}, 21 columns`,
    memory: [ratioOf('CSV into committed columns', all, committed, AIMS.importing)],
    notes: [
      `committed: ${MB(columns.captures)} of the capture and ${MB(columns.dataset)} of the data as typed arrays, ${MB(columns.texts)} of texts, and a chunk of ${MB(CHUNK)}; ${MB(stored)} on disk`,
    ],
  };
}

const MB = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

function ratioOf(what, rounds, columns, aim) {
  return {
    what,
    aim,
    columns,
    peak: spread(rounds.map((r) => r.peak)),
    held: spread(rounds.map((r) => r.held)),
    ratio: spread(rounds.map((r) => r.held / columns)),
    peakRatio: spread(rounds.map((r) => r.peak / columns)),
  };
}

async function columnsHeld(browser) {
  const page = await openPage(browser, 'store-shop.html', 'columnsHeld');
  const columns = await page.evaluate(() => globalThis.columnsHeld());
  await page.close();
  return columns;
}

/** The most it held at any look while the work went on. */
async function peakOf(heaps, work) {
  let most = 0;
  let going = true;
  const looking = (async () => {
    while (going) {
      most = Math.max(most, await heaps.used());
      await new Promise((next) => setTimeout(next, SAMPLE_MS));
    }
  })();
  await work();
  going = false;
  await looking;
  return most;
}
