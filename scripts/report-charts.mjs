/** What the address of the Compare screen calls its views, and the picture each makes. */
const VIEWS = { person: ['bars', 'trend', 'retention'], aggregate: ['bars', 'trend'] };

/**
 * Pictures of the workspace's own charts for a comparison: the goal metric with its intervals, bars, trend and
 * retention, of the segments that stand in report.html. What there is nothing to draw of is left out.
 * @param {import('playwright').Page} page a page of the extension
 * @param {string} origin of the extension
 * @param {{ grain: 'person' | 'aggregate', reportId: string | null, dimension: string | null, segmentIds: readonly string[], asOf: number | null }} request
 * @returns {Promise<{ name: string, png: Uint8Array }[]>}
 */
export async function drawCharts(page, origin, request) {
  const pictures = [];
  for (const view of VIEWS[request.grain]) {
    const params = new URLSearchParams();
    // An address without segments is no view at all.
    for (const id of request.segmentIds) params.append('s', id);
    if (request.grain === 'aggregate') {
      params.set('of', 'report');
      params.set('report', request.reportId ?? '');
      params.set('by', request.dimension ?? '');
    }
    // The time of comparison.csv and report.html, whatever the screen would choose.
    params.set('measured', 'held');
    if (request.asOf !== null) params.set('at', new Date(request.asOf).toISOString().slice(0, 10));
    params.set('view', view);
    await page.goto(`${origin}/workspace/index.html#/compare/${encodeURIComponent(params.toString())}`);
    await page.reload();
    const figures = page.locator('main figure');
    await figures.first().waitFor();
    const panel = page.locator('[role="tabpanel"]:visible').first();
    await panel.locator('figure, .compare-no-figure').first().waitFor({ timeout: 60_000 });
    // People without orders or dates have no trend and no retention, which the screen says instead.
    const figure = panel.locator('figure').first();
    if ((await figure.count()) === 0) continue;
    // Canvases are drawn a frame after they are there.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    if (view === 'bars') pictures.push({ name: 'goal', png: await figures.first().screenshot() });
    pictures.push({ name: view, png: await (view === 'bars' ? panel : figure).screenshot() });
  }
  return pictures;
}
