import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { seededRandom } from '../src/core/seeded-random';
import { testBuild } from './builds';
import { KillableBrowser } from './killable-browser';
import { strayBlocks } from './stray-blocks';

/** Order i is worth i % 100 + 1. */
const HELD = { name: 'held.csv', from: 1, orders: 2_000 };
const IN_FILE = { name: 'in-file.csv', from: 1_000_001, orders: 60_000 };
type Made = typeof HELD;

interface Fingerprint {
  readonly captures: readonly string[];
  readonly orders: number;
  readonly segments: readonly string[];
  readonly rates: number;
  readonly weekStart: string;
  readonly storage: string;
}
const BEFORE: Fingerprint = {
  captures: [HELD.name],
  orders: HELD.orders,
  segments: ['held'],
  rates: 1,
  weekStart: 'monday',
  storage: 'ok',
};
const AFTER: Fingerprint = {
  captures: [IN_FILE.name],
  orders: IN_FILE.orders,
  segments: ['in file'],
  rates: 2,
  weekStart: 'sunday',
  storage: 'ok',
};

declare global {
  var restoring: { stages: string[]; outcome: string };
}

test.describe.configure({ mode: 'serial' });

test.describe('a browser killed in the middle of restoring a backup', () => {
  let browser: KillableBrowser;
  let page: Page;
  /** Backups of both states, base64. */
  let held = '';
  let inFile = '';
  let lasts = 0;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    browser = new KillableBrowser(testBuild);
    page = await openEngine(browser);
    inFile = await fill(page, IN_FILE, AFTER);
    held = await fill(page, HELD, BEFORE);
    const started = Date.now();
    await startRestore(page, inFile);
    expect(await finished(page)).toBe('done');
    lasts = Date.now() - started;
    expect(await fingerprint(page)).toEqual(AFTER);
    await backToHeld();
  });
  test.afterAll(() => browser.dispose());

  const backToHeld = async () => {
    await startRestore(page, held);
    expect(await finished(page)).toBe('done');
    expect(await fingerprint(page)).toEqual(BEFORE);
  };
  /** Either all of what was held or all of what the file holds: no record of one beside data of the other. */
  const killedWhen = async (moment: () => Promise<unknown>) => {
    test.setTimeout(120_000);
    await startRestore(page, inFile);
    await moment();
    await browser.kill();
    page = await openEngine(browser);
    const found = await fingerprint(page);
    expect(found).toEqual(found.captures[0] === HELD.name ? BEFORE : AFTER);
    await expect.poll(() => strayBlocks(page)).toBe(0);
    return found;
  };

  for (const stage of ['reading', 'joining', 'writing']) {
    test(`while ${stage}: what was held is whole, or what the file holds is`, async () => {
      await killedWhen(() =>
        page.waitForFunction((wanted) => globalThis.restoring.stages.includes(wanted), stage, { polling: 1 }),
      );
      await backToHeld();
    });
  }

  test('as soon as it is said to be done: it is kept', async () => {
    expect(await killedWhen(() => finished(page))).toEqual(AFTER);
    await backToHeld();
  });

  const random = seededRandom(20_261_121);
  for (let i = 1; i <= 8; i++) {
    const share = random();
    test(`at a moment of chance (${i}: ${Math.round(share * 100)} % of the way)`, async () => {
      await killedWhen(() => sleep(share * lasts));
      await backToHeld();
    });
  }
});

async function openEngine(browser: KillableBrowser): Promise<Page> {
  const page = await browser.open('workspace/index.html');
  await page.waitForFunction(() => globalThis.segmentLensEngine !== undefined);
  return page;
}

/** Makes a state out of nothing; answers its backup. */
async function fill(page: Page, made: Made, like: Fingerprint): Promise<string> {
  return page.evaluate(
    async ({ made, like }) => {
      const engine = globalThis.segmentLensEngine;
      await engine.deleteEverything(undefined);
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
      const [surveyed] = await engine.survey({ file });
      if (surveyed === undefined) throw new Error('nothing was surveyed');
      const { surveyId, proposals } = surveyed;
      const tables = proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping }));
      await engine.importTables({ tables });
      const rule = { kind: 'attribute', field: 'city', test: { op: 'is-any-of', values: ['x'] } } as const;
      for (const name of like.segments) await engine.saveSegment({ name, description: '', rule });
      const put = Array.from({ length: like.rates }, (_, i) => ({
        day: `2024-01-0${i + 1}`,
        from: 'EUR',
        to: 'PLN',
        rate: 4,
      }));
      await engine.changeRates({ drop: 'all', put });
      await engine.saveSettings({ weekStart: like.weekStart === 'sunday' ? 'sunday' : 'monday' });
      const { blob } = await engine.backup(undefined);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 0x8000)
        text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      return btoa(text);
    },
    { made, like },
  );
}

async function startRestore(page: Page, backup: string): Promise<void> {
  await page.evaluate((backup) => {
    const file = new File([Uint8Array.from(atob(backup), (c) => c.charCodeAt(0))], 'b.slbackup');
    const restoring = { stages: [] as string[], outcome: '' };
    globalThis.restoring = restoring;
    const onProgress = ({ stage }: { stage: string }) => {
      restoring.stages.push(stage);
    };
    globalThis.segmentLensEngine.restoreBackup({ file }, { onProgress }).then(
      () => {
        restoring.outcome = 'done';
      },
      (error: Error) => {
        restoring.outcome = `${error.name} ${error.message}`;
      },
    );
  }, backup);
}

async function finished(page: Page): Promise<string> {
  await page.waitForFunction(() => globalThis.restoring.outcome !== '', undefined, { polling: 5 });
  return page.evaluate(() => globalThis.restoring.outcome);
}

function fingerprint(page: Page): Promise<Fingerprint> {
  return page.evaluate(async () => {
    const engine = globalThis.segmentLensEngine;
    const [state, settings, catalog] = await Promise.all([
      engine.state(undefined),
      engine.settings(undefined),
      engine.segments({ asOf: null, currency: null }),
    ]);
    return {
      captures: state.captures.map((c) => c.name),
      orders: state.orders,
      segments: catalog.segments.filter((s) => s.segment.kind === 'own').map((s) => s.segment.name.en),
      rates: settings.rates.count,
      weekStart: settings.settings.weekStart,
      storage: state.storage,
    };
  });
}
