import { beside, median, spread } from './measure.mjs';
import { pageScript } from './page-script.mjs';

const SECONDS = 3;
const PLACES = ['the table', 'another part of the page'];
/** Nobody watches before and after, so that what drifts in a round falls on both alike. */
const ROUND = ['nobody', 'watched', 'watched', 'nobody', 'read', 'wholeBody'];
const OTHERS = {
  nobody: 'nobody watches',
  read: 'watched, and the table read again every 3 s',
  wholeBody: 'an observer of the whole body',
};
/** Of a core. */
const AIM_PERCENT = 1;

/**
 * What it costs a page that changes 1,000 nodes a second to be watched for a panel beside it: the time its main thread
 * works in a second (CPU time, as the browser counts it), beside nobody watching and an observer of the whole body. The
 * share of a core is each round's difference in scripts, styles and layouts, wherever they are caused.
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
    /** Of one second: ms of work, and how often. */
    const measured = async (way) => {
      await page.evaluate((w) => globalThis.watching.follow(w), way);
      const before = await counted();
      await page.waitForTimeout(SECONDS * 1_000);
      const after = await counted();
      const seconds = after.Timestamp - before.Timestamp;
      const each = (name) => (after[name] - before[name]) / seconds;
      const script = each('ScriptDuration') * 1_000;
      return {
        script,
        work: script + (each('LayoutDuration') + each('RecalcStyleDuration')) * 1_000,
        layouts: each('LayoutCount'),
        styles: each('RecalcStyleCount'),
        task: each('TaskDuration') * 1_000,
      };
    };
    const results = [];
    for (const place of PLACES) {
      await page.evaluate((where) => globalThis.watching.make(where), place);
      await page.bringToFront();
      const seen = [];
      for (let round = -1; round < rounds; round++) {
        const one = Object.fromEntries(ROUND.map((way) => [way, []]));
        for (const way of ROUND) one[way].push(await measured(way));
        if (round >= 0) seen.push(one);
      }
      const mean = (one, way, name) =>
        one[way].reduce((sum, window) => sum + window[name], 0) / one[way].length;
      const of = (way, name) => seen.map((one) => mean(one, way, name));
      const more = (way, name) => spread(seen.map((one) => mean(one, way, name) - mean(one, 'nobody', name)));
      /** 10 ms in a second are a hundredth of a core. */
      const percent = (way) => {
        const { median: middle, min, max } = more(way, 'work');
        return { median: middle / 10, min: min / 10, max: max / 10 };
      };
      const range = ({ median: middle, min, max }) =>
        `${middle.toFixed(2)} % (${min.toFixed(2)}–${max.toFixed(2)})`;
      const often = (name) => ['nobody', 'watched', 'read'].map((way) => median(of(way, name)).toFixed(0));
      const [layouts, styles] = [often('layouts'), often('styles')];
      results.push({
        work: `a page that changes 1,000 nodes a second in ${place}`,
        size: '500 rows, 10 columns; main-thread time in a second',
        ...beside(
          {
            ours: of('watched', 'task'),
            ...Object.fromEntries(Object.entries(OTHERS).map(([way, name]) => [name, of(way, 'task')])),
          },
          { ours: 'watched for the panel, as content.js does' },
        ),
        share: {
          what: 'The watcher’s share of a core: scripts, styles and layouts more than where nobody watches',
          percent: percent('watched'),
          aim: AIM_PERCENT,
        },
        notes: [
          `of it scripts ${more('watched', 'script').median.toFixed(2)} ms a second`,
          `the table read again every 3 s as well: ${range(percent('read'))}`,
          `an observer of the whole body: ${range(percent('wholeBody'))}`,
          `layouts a second: ${layouts[0]} unwatched, ${layouts[1]} watched, ${layouts[2]} read; styles: ${styles.join(', ')}`,
        ],
      });
    }
    return results;
  } finally {
    await page.close();
  }
}
