import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import type { Cell, Comparison, Trend } from '../src/compare/comparison';
import { COMPARISON_COLUMNS } from '../src/export/comparison-columns';
import { type Extension, expect, test } from './extension';
import { holdSample } from './sample-data';

/**
 * One comparison in the real workspace, read where a person meets it: the table, the dots and what is said of them,
 * the tooltip drawn over a line, the exported file, the page to print. All of them are held to the answer the page had
 * from its engine, by a reader of figures that shares nothing with what wrote them.
 */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const GOALS = [
  'revenue-per-customer',
  'aov',
  'repeat-rate',
  'customers',
  'median-days-between-orders',
] as const;

const SEGMENTS = ['library:one-time', 'library:repeat', 'library:champions'];
const EVERYONE = { en: 'Everyone', pl: 'Wszyscy' } as const;

interface Watched {
  readonly answered: { readonly compare?: Comparison; readonly trend?: Trend };
  readonly drawn: string[];
}

/** Keeps what the engine last answered the page, and every text written on a canvas. */
function watch(): void {
  const watched = { answered: {} as Record<string, unknown>, drawn: [] as string[] };
  let client: Record<string, (...args: unknown[]) => Promise<unknown>>;
  Object.defineProperty(globalThis, 'segmentLensEngine', {
    get: () => client,
    set(given: typeof client) {
      client = given;
      for (const name of ['compare', 'trend']) {
        const own = client[name];
        client[name] = async (...args) => {
          const answer = await own?.(...args);
          watched.answered[name] = answer;
          return answer;
        };
      }
    },
  });
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    watched.drawn.push(text);
    return fillText.call(this, text, ...rest);
  };
  Object.assign(globalThis, { watched });
}

const answered = <K extends keyof Watched['answered']>(page: Page, name: K) =>
  page.evaluate(
    (key) => (globalThis as unknown as { watched: Watched }).watched.answered[key],
    name,
  ) as Promise<NonNullable<Watched['answered'][K]>>;

async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function openCompare(extension: Extension, locale: 'en' | 'pl', segments: readonly string[]) {
  const page = await extension.context.newPage();
  await page.addInitScript(watch);
  await page.setViewportSize({ width: 1440, height: 1000 });
  const params = new URLSearchParams([...segments.map((id) => ['s', id]), ['measured', 'held']]);
  await page.goto(`${extension.origin}/workspace/index.html#/compare/${params}`);
  await page.evaluate((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await page.reload();
  await page.locator('.compare-table').waitFor();
  await settled(page);
  return page;
}

/** A figure as a reader of `locale` takes it, in the engine's own units, and how much rounding may hide. */
function read(text: string, locale: 'en' | 'pl', unit: string): { value: number; within: number } {
  const mark = locale === 'pl' ? ',' : '.';
  const digits = [...text.replaceAll('\u2212', '-')].filter((c) => /[\d-]/.test(c) || c === mark).join('');
  const decimals = digits.split(mark)[1]?.length ?? 0;
  const scale = unit === 'rate' ? 0.01 : unit === 'money' ? 100 : 1;
  return {
    value: Number(digits.replace(mark, '.')) * scale,
    within: 0.5000001 * 10 ** -decimals * scale,
  };
}

function expectRead(text: string, value: number, of: { locale: 'en' | 'pl'; unit: string; at: string }) {
  const figure = read(text, of.locale, of.unit);
  expect(Math.abs(figure.value - value), `${of.at}: written ${text}, answered ${value}`).toBeLessThanOrEqual(
    figure.within,
  );
}

/** The cells of the table: the value and the n as written, and the verdict as it is read aloud. */
const tableCells = (page: Page) =>
  page.locator('.compare-table tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => ({
        value: cell.querySelector('.compare-value')?.firstChild?.textContent ?? null,
        n: /^n (.+)$/.exec(cell.querySelector('.compare-n')?.textContent ?? '')?.[1] ?? null,
        verdict: cell.querySelector('.only-read')?.textContent?.replace(/^, /, '') ?? null,
        none: cell.querySelector('.compare-none')?.textContent ?? null,
      })),
    ),
  );

const dotTitles = (page: Page) =>
  page.locator('.compare-result > figure').first().locator('.dot-row > title').allTextContents();

const dotLabels = (page: Page) =>
  page.locator('.compare-result > figure').first().locator('.dot-row .dot-num').allTextContents();

async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const saved = page.waitForEvent('download');
  await press();
  return readFileSync(await (await saved).path(), 'utf8');
}

/** The file's rows by the columns' ids: Polish spreadsheets have words for headers, semicolons and decimal commas. */
function linesOf(csv: string): Readonly<Record<string, string>>[] {
  const polish = csv.startsWith('\ufeff');
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
    delimiter: polish ? ';' : ',',
    comments: '#',
    skipEmptyLines: true,
  });
  // A comment line that holds a delimiter stands in quotes, which Papa takes for a row.
  const [, ...rows] = data.filter(([first]) => !first?.startsWith('#'));
  return rows.map((cells) =>
    Object.fromEntries(
      COMPARISON_COLUMNS.map(({ id, holds }, i) => {
        const cell = cells[i] ?? '';
        return [id, polish && holds === 'number' ? cell.replace(',', '.') : cell];
      }),
    ),
  );
}

/** The page to print, opened and taken apart. */
async function reportOf(extension: Extension, html: string) {
  const page = await extension.context.newPage();
  await page.setContent(html);
  const report = await page.evaluate(() => {
    const texts = (root: ParentNode, selector: string) =>
      [...root.querySelectorAll(selector)].map((node) => node.textContent ?? '');
    return {
      heads: texts(document, 'table.numbers thead th bdi'),
      rows: [...document.querySelectorAll('table.numbers tr[data-metric]')].map((row) => ({
        metric: row.getAttribute('data-metric') ?? '',
        // A reason that holds for several columns is said once, across them.
        cells: [...row.querySelectorAll('td')].flatMap((cell) =>
          Array.from({ length: cell.colSpan }, () => ({
            value: cell.querySelector('.value')?.textContent ?? null,
            rest: texts(cell, '.n'),
            none: cell.className === 'none' ? (cell.textContent ?? '') : null,
          })),
        ),
      })),
      dots: [...document.querySelectorAll('figure')].map((figure) => texts(figure, '.dot-row > title')),
    };
  });
  await page.close();
  return report;
}

test.beforeAll(async ({ extension }) => {
  await holdSample(extension);
});

test.afterAll(async ({ extension }) => {
  const page = await extension.open('workspace/index.html');
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

for (const locale of ['en', 'pl'] as const) {
  test(`table, dots, file and page to print say what the engine answered (${locale})`, async ({
    extension,
  }) => {
    const page = await openCompare(extension, locale, SEGMENTS);
    const goalPicker = page.getByLabel(locale === 'pl' ? 'Cel' : 'Goal', { exact: true });

    for (const goal of GOALS) {
      await goalPicker.selectOption(goal);
      await settled(page);
      await expect.poll(async () => (await answered(page, 'compare')).metrics.length).toBeGreaterThan(10);
      const comparison = await answered(page, 'compare');
      expect(comparison.segments.map((s) => s.id)).toEqual(SEGMENTS);
      const m = comparison.metrics.findIndex((metric) => metric.id === goal);
      const unit = comparison.metrics[m]?.unit ?? '';
      const names = comparison.segments.map((s) => s.name[locale]);
      const titles = await dotTitles(page);
      const labels = await dotLabels(page);
      const valued = comparison.cells.map((of) => of[m]).filter((cell) => cell?.state === 'value');
      expect(valued.length).toBeGreaterThan(0);
      expect(labels.length).toBe(valued.length + 1);
      for (const [s, name] of names.entries()) {
        const cell = comparison.cells[s]?.[m];
        const title = titles.find((text) => text.startsWith(`${name}: `)) ?? '';
        expect(title, `${name} among ${titles.join(' | ')}`).not.toBe('');
        if (cell?.state !== 'value') continue;
        const at = `dot of ${goal}, ${name}`;
        const said = /^(.*?)(?: \((.*?) – (.*?)\))?, n ([^,]*(?:,\d{3})*), /.exec(
          title.slice(name.length + 2),
        );
        expectRead(said?.[1] ?? '', cell.value, { locale, unit, at });
        expectRead(said?.[4] ?? '', cell.n, { locale, unit: 'count', at: `${at}, n` });
        if (cell.interval) {
          expectRead(said?.[2] ?? '', cell.interval.lo, { locale, unit, at: `${at}, from` });
          expectRead(said?.[3] ?? '', cell.interval.hi, { locale, unit, at: `${at}, to` });
        } else expect(said?.[2]).toBeUndefined();
        expect(labels).toContain(said?.[1]);
      }
    }

    // The whole table once, with the last goal: its order is the order of the answer's metrics.
    const comparison = await answered(page, 'compare');
    const table = await tableCells(page);
    const order = await page
      .locator('.compare-table tbody th button')
      .evaluateAll((all) => all.map((b) => b.querySelector('span')?.firstChild?.textContent ?? ''));
    const places = order.map((label) =>
      comparison.metrics.findIndex((metric) => metric.label[locale] === label),
    );
    expect([...places].sort((a, b) => a - b)).toEqual(comparison.metrics.map((_, i) => i));

    const csv = await download(page, () => page.locator('.compare-export button').click());
    const exported = linesOf(csv);
    expect(exported.length).toBe((comparison.segments.length + 1) * comparison.metrics.length);

    const html = await download(page, () => page.locator('.compare-tabs-head > button').first().click());
    const report = await reportOf(extension, html);
    expect(report.rows.length).toBe(comparison.metrics.length);

    // Segments stand as the screen orders them, and in the same order everywhere.
    const heads = await page.locator('.compare-table thead th .data').allTextContents();
    const shown = heads.map((head) => comparison.segments.findIndex((s) => s.name[locale] === head));
    expect([...shown].sort((a, b) => a - b)).toEqual(comparison.segments.map((_, s) => s));
    expect([...new Set(exported.map((line) => line['segment']))].slice(0, -1)).toEqual(heads);
    expect(report.heads).toEqual(heads);

    let numbers = 0;
    for (const [row, m] of places.entries()) {
      const metric = comparison.metrics[m];
      if (!metric) throw new Error('counted above');
      const printed = report.rows.find((r) => r.metric === metric.id);
      const columns: (Cell | undefined)[] = [
        ...shown.map((s) => comparison.cells[s]?.[m]),
        comparison.everyone[m],
      ];
      for (const [column, cell] of columns.entries()) {
        const segment = comparison.segments[shown[column] ?? -1];
        const at = `${metric.id} of ${segment?.id ?? 'everyone'}`;
        const cellShown = table[row]?.[column];
        const paper = printed?.cells[column];
        const line = exported.find(
          (r) => r['metric_id'] === metric.id && r['segment_id'] === (segment?.id ?? 'everyone'),
        );
        if (cell?.state !== 'value') {
          expect(cellShown?.value, at).toBeNull();
          expect(cellShown?.none, at).toBeTruthy();
          expect(line?.['value'], at).toBe('');
          expect(line?.['reason'], at).toBe(paper?.none);
          continue;
        }
        numbers++;
        const { unit } = metric;
        const money = unit === 'money' ? 100 : 1;
        expectRead(cellShown?.value ?? '', cell.value, { locale, unit, at: `table: ${at}` });
        expect(paper?.value, at).toBe(cellShown?.value);
        expect(Number(line?.['value']) * money, at).toBeCloseTo(cell.value, 6);
        expect(Number(line?.['n']), at).toBe(cell.n);
        if (cellShown?.n !== null && cellShown !== undefined) {
          expectRead(cellShown.n, cell.n, { locale, unit: 'count', at: `table: n of ${at}` });
          expect(paper?.rest.join(' '), at).toContain(`n ${cellShown.n}`);
        }
        if (cell.interval) {
          const [lo, hi] = (paper?.rest[0] ?? '').split(/ – | do | to /);
          expectRead(lo ?? '', cell.interval.lo, { locale, unit, at: `report: from, ${at}` });
          expectRead(hi ?? '', cell.interval.hi, { locale, unit, at: `report: to, ${at}` });
          expect(Number(line?.['value_low']) * money, at).toBeCloseTo(cell.interval.lo, 6);
          expect(Number(line?.['value_high']) * money, at).toBeCloseTo(cell.interval.hi, 6);
        }
        expect(line?.['verdict_id'], at).toBe(cell.verdict);
        if (cell.verdict !== 'not-tested') {
          expect(cellShown?.verdict, at).toBe(line?.['verdict']);
          expect(paper?.rest.join(' '), at).toContain(line?.['verdict'] ?? 'no verdict');
        }
      }
    }
    expect(numbers).toBeGreaterThan(40);

    // The pictures on paper are those on the screen, dot for dot.
    const onScreen = await dotTitles(page);
    expect(report.dots).toContainEqual(onScreen);
    await page.close();
  });

  test(`the tooltip over a trend says what its table says and the engine answered (${locale})`, async ({
    extension,
  }) => {
    const page = await openCompare(extension, locale, SEGMENTS);
    await page.locator('[data-tab="trend"]').click();
    const figure = page.locator('.compare-tab figure.chart-figure');
    for (const goal of ['revenue-per-customer', 'conversion'] as const) {
      await page.locator('.compare-tab .compare-controls select').first().selectOption(goal);
      await figure.locator('canvas').waitFor();
      await settled(page);
      await expect.poll(async () => (await answered(page, 'trend')).metric.id).toBe(goal);
      const trend = await answered(page, 'trend');
      await figure.locator('canvas').scrollIntoViewIfNeeded();

      await figure.getByRole('button', { name: /^(Show as table|Pokaż tabelę)/ }).click();
      const rows = await figure
        .locator('tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
      await figure.getByRole('button', { name: /^(Show as chart|Pokaż wykres)/ }).click();
      expect(rows.length).toBe(trend.periods.length);
      const { segments } = await answered(page, 'compare');
      const names = trend.lines.map(
        ({ segmentId }) => segments.find((s) => s.id === segmentId)?.name[locale] ?? EVERYONE[locale],
      );

      const hovered = new Map<string, readonly string[]>();
      const box = await figure.locator('canvas').boundingBox();
      if (!box) throw new Error('no chart');
      for (const across of [0.12, 0.3, 0.5, 0.7, 0.85, 0.96]) {
        const tip = await tooltipAt(
          page,
          box,
          across,
          rows.map((row) => periodOf(row[0])),
        );
        if (tip) hovered.set(tip.period, tip.lines);
      }
      expect(hovered.size).toBeGreaterThan(3);
      for (const [period, lines] of hovered) {
        const i = rows.findIndex((row) => periodOf(row[0]) === period);
        const row = rows[i] ?? [];
        const held = trend.lines.flatMap((line, l) => {
          const point = line.points[i];
          return point ? [{ l, point }] : [];
        });
        expect(lines.length, period).toBe(held.length);
        for (const [k, { l, point }] of held.entries()) {
          const at = `${goal}, ${period}, ${names[l]}`;
          const [value = '', interval = '', n = ''] = row.slice(1 + l * 3, 4 + l * 3);
          const { unit } = trend.metric;
          expectRead(value, point.value, { locale, unit, at: `table: ${at}` });
          expectRead(n, point.n, { locale, unit: 'count', at: `table: n, ${at}` });
          const tip = lines[k] ?? '';
          const said = /^ {2}(.*?)(?: \((.*)\))?, n (.*)$/.exec(tip.slice((names[l] ?? '').length));
          expect(tip.startsWith(names[l] ?? '?'), `${tip}: ${at}`).toBe(true);
          expectRead(said?.[1] ?? '', point.value, { locale, unit, at: `tooltip: ${at}` });
          expect(said?.[1], at).toContain(value);
          expect(said?.[2] ?? '', at).toBe(interval);
          expect(said?.[3], at).toBe(n);
        }
      }
    }
    await page.close();
  });
}

const periodOf = (text = '') => text.replace(/ \([^)]*\)$/, '');

/** The tooltip as it is drawn: its period and its lines; null where the pointer meets none. */
async function tooltipAt(
  page: Page,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  across: number,
  periods: readonly string[],
): Promise<{ readonly period: string; readonly lines: readonly string[] } | null> {
  await page.mouse.move(box.x + 2, box.y - 20);
  await page.evaluate(() => {
    (globalThis as unknown as { watched: Watched }).watched.drawn.length = 0;
  });
  await page.mouse.move(box.x + box.width * across, box.y + box.height / 2, { steps: 2 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const drawn = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.drawn);
  // The tooltip is drawn over all the rest: what follows the last name of a period is its lines.
  const at = drawn.findLastIndex((text) => periods.includes(text));
  const lines = drawn.slice(at + 1);
  return at < 0 || lines.length === 0 ? null : { period: drawn[at] ?? '', lines };
}
