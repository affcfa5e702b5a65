import { alternate, beside, median } from './measure.mjs';
import { pageScript } from './page-script.mjs';

const SECONDS = 3;
const PLACES = ['the table', 'another part of the page'];

/**
 * What it costs a page that changes 1,000 nodes a second to be watched for a panel beside it: the time its main thread
 * works in a second (CPU time, as the browser counts it), beside nobody watching and an observer of the whole body.
 */
export async function watching({ browser, rounds }) {
  const page = await browser.context.newPage();
  try {
    await page.addScriptTag({ content: await pageScript('watching') });
    const devtools = await browser.context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const counted = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    const results = [];
    for (const place of PLACES) {
      await page.evaluate((where) => globalThis.watching.make(where), place);
      await page.bringToFront();
      const seen = {};
      const side = (way) => async () => {
        await page.evaluate((w) => globalThis.watching.follow(w), way);
        const before = await counted();
        await page.waitForTimeout(SECONDS * 1_000);
        const after = await counted();
        const seconds = after.Timestamp - before.Timestamp;
        const each = (name) => (after[name] - before[name]) / seconds;
        seen[way] ??= [];
        seen[way].push({
          script: each('ScriptDuration') * 1_000,
          layouts: each('LayoutCount'),
          styles: each('RecalcStyleCount'),
          task: each('TaskDuration') * 1_000,
        });
        return { ms: each('TaskDuration') * 1_000 };
      };
      const times = await alternate(rounds, {
        ours: side('watched'),
        'nobody watches': side('nobody'),
        'watched, and the table read again every 3 s': side('read'),
        'an observer of the whole body': side('wholeBody'),
      });
      for (const way of Object.keys(seen)) seen[way].shift();
      const more = (way, name) =>
        median(seen[way].map((one, i) => one[name] - (seen.nobody[i]?.[name] ?? 0)));
      const share = (way) => `${(more(way, 'task') / 10).toFixed(2)} % of a core`;
      results.push({
        work: `a page that changes 1,000 nodes a second in ${place}`,
        size: '500 rows, 10 columns; main-thread time in a second',
        ...beside(times, { ours: 'watched for the panel, as content.js does' }),
        notes: [
          `more than where nobody watches: watched ${share('watched')}, of it script ${more('watched', 'script').toFixed(1)} ms; read again as well ${share('read')}; the whole body ${share('wholeBody')}`,
          `layouts a second: ${median(seen.nobody.map((s) => s.layouts)).toFixed(0)} unwatched, ${median(seen.watched.map((s) => s.layouts)).toFixed(0)} watched, ${median(seen.read.map((s) => s.layouts)).toFixed(0)} read; styles: ${median(seen.nobody.map((s) => s.styles)).toFixed(0)}, ${median(seen.watched.map((s) => s.styles)).toFixed(0)}, ${median(seen.read.map((s) => s.styles)).toFixed(0)}`,
        ],
      });
    }
    return results;
  } finally {
    await page.close();
  }
}
