/** What the address of the Compare screen calls its views, and the picture each makes. */
const VIEWS = ['bars', 'trend', 'retention'];
const MOST_AT_ONCE = 8;

/**
 * Pictures of the workspace's own charts for a comparison: the goal metric with its intervals, bars, trend and
 * retention. Charts hold eight segments; where more were compared, the screen's own choice is drawn.
 * @param {import('playwright').Page} page a page of the extension
 * @param {string} origin of the extension
 * @param {{ segmentIds: readonly string[], asOf: number | null }} request
 * @returns {Promise<{ name: string, png: Uint8Array }[]>}
 */
export async function drawCharts(page, origin, request) {
  const pictures = [];
  for (const view of VIEWS) {
    const params = new URLSearchParams();
    if (request.segmentIds.length <= MOST_AT_ONCE)
      for (const id of request.segmentIds) params.append('s', id);
    if (request.asOf !== null) params.set('at', new Date(request.asOf).toISOString().slice(0, 10));
    params.set('view', view);
    await page.goto(`${origin}/workspace/index.html#/compare/${encodeURIComponent(params.toString())}`);
    await page.reload();
    const figures = page.locator('main figure');
    await figures.first().waitFor();
    const panel = page.locator('[role="tabpanel"]:visible figure').first();
    await panel.waitFor({ timeout: 60_000 });
    // Canvases are drawn a frame after they are there.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    if (view === 'bars') pictures.push({ name: 'goal', png: await figures.first().screenshot() });
    const whole = view === 'bars' ? page.locator('[role="tabpanel"]:visible').first() : panel;
    pictures.push({ name: view, png: await whole.screenshot() });
  }
  return pictures;
}
