import { alternate, beside, median } from './measure.mjs';

/** From navigation to the first picture: the popup's stored comparison against a page that holds one sentence. */
export async function painting({ browser, rounds }) {
  await keepSample(browser);
  const paint = async (path) => {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 400, height: 560 });
    // A cold database, as after a while of other work.
    await new Promise((done) => setTimeout(done, 2000));
    await page.goto(`${browser.origin}/${path}`, { waitUntil: 'load' });
    const result = await page.evaluate(async () => {
      const first = await new Promise((done) => {
        new PerformanceObserver((list, self) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (!entry) return;
          self.disconnect();
          done(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      });
      return { ms: first, drawn: performance.getEntriesByName('snapshot-drawn')[0]?.startTime ?? null };
    });
    await page.close();
    return result;
  };
  const times = await alternate(
    rounds,
    { ours: () => paint('popup/index.html'), 'an empty extension page': () => paint('empty.html') },
    ({ ours }) => {
      if (ours.drawn === null || ours.drawn > ours.ms) {
        throw new Error(`the picture was not in the first paint: ${JSON.stringify(ours)}`);
      }
    },
  );
  const { ours, peers } = beside(times, {
    ours: 'first contentful paint, the stored comparison drawn in it',
  });
  // Here the peer is the floor: how many times as long ours takes.
  const asLong = times.ours.map((ms, i) => ms / times['an empty extension page'][i]);
  const [empty] = peers;
  return [
    {
      work: 'popup opened → first picture',
      size: 'the sample shop',
      ours,
      peers: [empty],
      timesAsLong: { median: median(asLong), min: Math.min(...asLong), max: Math.max(...asLong) },
    },
  ];
}

async function keepSample(browser) {
  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace/index.html`);
  await workspace.evaluate(async () => {
    const { sampleReport } = await import('/assets/report.js');
    await sampleReport({ asOf: null, locale: 'en', segmentIds: null });
  });
  await workspace.goto(`${browser.origin}/workspace/index.html#/compare`);
  await workspace.reload();
  await workspace.getByRole('table').first().waitFor();
  await workspace.close();
}
