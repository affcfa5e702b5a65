import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { seededRandom } from '../src/core/seeded-random';
import type { EngineClient } from '../src/protocol/engine-api';
import { testBuild } from './builds';
import { KillableBrowser } from './killable-browser';
import { strayBlocks } from './stray-blocks';

/** Orders enough for an import to last a while, whose sum is known: order i is worth i % 100 + 1. */
const EARLIER = { name: 'earlier.csv', from: 1, orders: 2_000 };
const LATER = { name: 'later.csv', from: 1_000_001, orders: 60_000 };
type Made = typeof EARLIER;

const totalOf = ({ from, orders }: Made) => {
  let sum = 0;
  for (let i = from; i < from + orders; i++) sum += (i % 100) + 1;
  return sum * 100;
};

interface Fingerprint {
  readonly captures: readonly string[];
  readonly orders: number;
  readonly people: number;
  readonly revenueMinor: number;
  readonly storage: string;
}

const EARLIER_ALONE: Fingerprint = {
  captures: [EARLIER.name],
  orders: EARLIER.orders,
  people: 500,
  revenueMinor: totalOf(EARLIER),
  storage: 'ok',
};
const BOTH: Fingerprint = {
  captures: [EARLIER.name, LATER.name],
  orders: EARLIER.orders + LATER.orders,
  people: 500,
  revenueMinor: totalOf(EARLIER) + totalOf(LATER),
  storage: 'ok',
};

declare global {
  var segmentLensEngine: EngineClient;
  var importing: { stages: string[]; outcome: string; abort: AbortController };
}

test.describe.configure({ mode: 'serial' });

test.describe('a browser killed in the middle of an import', () => {
  let browser: KillableBrowser;
  /** In the browser that was started after the last kill, holding the earlier data alone. */
  let page: Page;
  let lasts = 0;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    browser = new KillableBrowser(testBuild);
    page = await openEngine(browser);
    await importWhole(page, EARLIER);
    const started = Date.now();
    await importWhole(page, LATER);
    lasts = Date.now() - started;
    await deleteLater(page);
    expect(await fingerprint(page)).toEqual(EARLIER_ALONE);
  });
  test.afterAll(() => browser.dispose());

  const killedWhen = async (moment: () => Promise<unknown>) => {
    test.setTimeout(120_000);
    await startImport(page, LATER);
    await moment();
    await browser.kill();
    page = await openEngine(browser);
    const found = await fingerprint(page);
    expect(found).toEqual(found.captures.length === 1 ? EARLIER_ALONE : BOTH);
    await expect.poll(() => strayBlocks(page)).toBe(0);
    return found;
  };
  const repeated = async () => {
    await deleteLater(page);
    await importWhole(page, LATER);
    expect(await fingerprint(page)).toEqual(BOTH);
    await deleteLater(page);
    expect(await fingerprint(page)).toEqual(EARLIER_ALONE);
  };

  for (const stage of ['reading', 'typing', 'joining', 'writing']) {
    test(`while ${stage}: the earlier data is whole, nothing is half-done, and it can be done again`, async () => {
      await killedWhen(() =>
        page.waitForFunction((wanted) => globalThis.importing.stages.includes(wanted), stage, { polling: 1 }),
      );
      await repeated();
    });
  }

  test('as soon as it is said to be done: it is kept', async () => {
    const found = await killedWhen(() => finished(page));
    expect(found).toEqual(BOTH);
    await repeated();
  });

  // Where in an import a kill falls is chance; the seed makes it the same chance each time.
  const random = seededRandom(20_260_101);
  for (let i = 1; i <= 10; i++) {
    const share = random();
    test(`at a moment of chance (${i}: ${Math.round(share * 100)} % of the way)`, async () => {
      await killedWhen(() => sleep(share * lasts));
      await deleteLater(page);
    });
  }
});

test.describe('an import that is stopped', () => {
  let browser: KillableBrowser;

  test.beforeAll(async () => {
    browser = new KillableBrowser(testBuild);
  });
  test.afterAll(() => browser.dispose());

  test('by its user leaves nothing, at whatever stage', async () => {
    test.setTimeout(120_000);
    const page = await openEngine(browser);
    await importWhole(page, EARLIER);
    for (const stage of ['reading', 'typing', 'joining', 'writing']) {
      await startImport(page, LATER, stage);
      expect(await finished(page), stage).toBe('AbortError');
      expect(await fingerprint(page), stage).toEqual(EARLIER_ALONE);
      expect(await strayBlocks(page), stage).toBe(0);
    }
    await importWhole(page, LATER);
    expect(await fingerprint(page)).toEqual(BOTH);
  });
});

test.describe('an import that the disk has no room for', () => {
  let browser: KillableBrowser;
  const limited = mkdtempSync(join(tmpdir(), 'segment-lens-limited-'));

  test.beforeAll(() => {
    // A browser holds nobody with `unlimitedStorage` to a quota: this one has to do without.
    cpSync(testBuild, limited, { recursive: true });
    const path = join(limited, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
    const permissions = manifest.permissions.filter((p) => p !== 'unlimitedStorage');
    writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
    browser = new KillableBrowser(limited);
  });
  test.afterAll(async () => {
    await browser.dispose();
    rmSync(limited, { recursive: true, force: true });
  });

  test('says so, and leaves the data as it was', async () => {
    const page = await openEngine(browser);
    const devtools = await page.context().newCDPSession(page);
    const origin = page.url().split('/').slice(0, 3).join('/');
    // Before anything is written: Chromium remembers for a while how much room there was.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500_000 });
    await importWhole(page, EARLIER);
    await startImport(page, LATER);
    expect(await finished(page)).toBe('AppError db/quota');
    expect(await fingerprint(page)).toEqual(EARLIER_ALONE);
    expect(await strayBlocks(page)).toBe(0);
  });
});

test.describe('the database, seen from several pages', () => {
  let browser: KillableBrowser;

  test.beforeAll(() => {
    browser = new KillableBrowser(testBuild);
  });
  test.afterAll(() => browser.dispose());

  test('takes one import after the other when two pages keep at once, and both see both', async () => {
    test.setTimeout(120_000);
    const one = await openEngine(browser);
    const other = await one.context().newPage();
    await other.goto(one.url());
    await other.waitForFunction(() => globalThis.segmentLensEngine !== undefined);
    await Promise.all([startImport(one, EARLIER), startImport(other, LATER)]);
    expect(await Promise.all([finished(one), finished(other)])).toEqual(['done', 'done']);
    const captures = (found: Fingerprint) => ({ ...found, captures: found.captures.toSorted() });
    expect(captures(await fingerprint(one))).toEqual(BOTH);
    expect(captures(await fingerprint(other))).toEqual(BOTH);
    expect(await strayBlocks(one)).toBe(0);
  });

  test('is reported as vanished when it comes back empty, not shown as no data', async () => {
    test.setTimeout(120_000);
    const page = await browser.again('workspace/index.html');
    await page.waitForFunction(() => globalThis.segmentLensEngine !== undefined);
    expect((await fingerprint(page)).orders).toBe(BOTH.orders);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('segment-lens');
          request.onsuccess = resolve;
          request.onerror = reject;
        }),
    );
    const state = () => page.evaluate(() => globalThis.segmentLensEngine.state(undefined));
    expect(await state()).toMatchObject({ storage: 'vanished', captures: [] });
    await page.reload();
    await page.waitForFunction(() => globalThis.segmentLensEngine !== undefined);
    expect(await state()).toMatchObject({ storage: 'vanished', captures: [] });
    await importWhole(page, EARLIER);
    expect(await fingerprint(page)).toEqual(EARLIER_ALONE);
  });
});

async function openEngine(browser: KillableBrowser): Promise<Page> {
  const page = await browser.open('workspace/index.html');
  await page.waitForFunction(() => globalThis.segmentLensEngine !== undefined);
  return page;
}

async function startImport(page: Page, made: Made, abortAt: string | null = null): Promise<void> {
  await page.evaluate(
    ({ made, abortAt }) => {
      const lines = ['Order ID,Customer ID,Order date,Total,Currency,Note'];
      for (let i = made.from; i < made.from + made.orders; i++) {
        const day = new Date(Date.UTC(2024, 0, 1 + (i % 700))).toISOString().slice(0, 10);
        // Notes that no two share and nothing shortens: what is kept of them takes room and time.
        const note = [0, 0.3, 0.6].map((more) =>
          Math.abs(Math.sin(i + more))
            .toString(36)
            .slice(2, 12),
        );
        lines.push(`${i},c${i % 500},${day},${(i % 100) + 1}.00,PLN,${note.join(' ')}`);
      }
      const file = new File([`${lines.join('\n')}\n`], made.name, { type: 'text/csv' });
      const importing = { stages: [] as string[], outcome: '', abort: new AbortController() };
      globalThis.importing = importing;
      const options = {
        signal: importing.abort.signal,
        onProgress: ({ stage }: { stage: string }) => {
          importing.stages.push(stage);
          if (stage === abortAt) importing.abort.abort();
        },
      };
      const run = async () => {
        const engine = globalThis.segmentLensEngine;
        const [surveyed] = await engine.survey({ file }, options);
        if (surveyed === undefined) throw new Error('nothing was surveyed');
        await engine.importTables(
          {
            tables: surveyed.proposals.map(({ tableIndex, mapping }) => ({
              surveyId: surveyed.surveyId,
              tableIndex,
              mapping,
            })),
          },
          options,
        );
      };
      run().then(
        () => {
          importing.outcome = 'done';
        },
        (error: Error) => {
          importing.outcome = error.name === 'AbortError' ? error.name : `${error.name} ${error.message}`;
        },
      );
    },
    { made, abortAt },
  );
}

async function importWhole(page: Page, made: Made): Promise<void> {
  await startImport(page, made);
  expect(await finished(page)).toBe('done');
}

async function finished(page: Page): Promise<string> {
  await page.waitForFunction(() => globalThis.importing.outcome !== '', undefined, { polling: 5 });
  return page.evaluate(() => globalThis.importing.outcome);
}

async function deleteLater(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const engine = globalThis.segmentLensEngine;
    const { captures } = await engine.state(undefined);
    const captureId = captures.find((c) => c.name === name)?.id;
    if (captureId !== undefined) await engine.deleteCapture({ captureId });
  }, LATER.name);
}

/** What is held, counted by the engine from the stored columns. */
function fingerprint(page: Page): Promise<Fingerprint> {
  return page.evaluate(async () => {
    const engine = globalThis.segmentLensEngine;
    const state = await engine.state(undefined);
    const compared = await engine.compare({
      grain: 'person',
      segmentIds: [],
      metricIds: ['revenue'],
      asOf: null,
      measured: { kind: 'held' },
      baseSegmentId: null,
      currency: null,
      reportId: null,
    });
    const [revenue] = compared.everyone;
    return {
      captures: state.captures.map((c) => c.name),
      orders: state.orders,
      people: state.people,
      revenueMinor: revenue?.state === 'value' ? Math.round(revenue.value) : -1,
      storage: state.storage,
    };
  });
}
