import type { Page } from '@playwright/test';
import { expect } from './extension';

/** The comparison table as shown: for each metric a text for each segment, everyone last. */
export async function shownRows(page: Page): Promise<Map<string, string[]>> {
  const rows = await page.locator('.compare-table tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      metric: (row.querySelector('th button > span')?.firstChild?.textContent ?? '').trim(),
      cells: [...row.querySelectorAll<HTMLElement>('td')].map((cell) =>
        (cell.innerText.split('\n')[0] ?? '').trim(),
      ),
    })),
  );
  return new Map(rows.map(({ metric, cells }) => [metric, cells]));
}

/** The number shown and how much of it rounding may hide: `7,154` is 7,153.5 to 7,154.5. */
export function figure(text: string): { value: number; within: number } {
  const digits = /-?[\d,]+(?:\.(\d+))?/.exec(text.replace('−', '-'));
  const decimals = digits?.[1]?.length ?? 0;
  const scale = text.includes('%') ? 0.01 : 1;
  return {
    value: Number((digits?.[0] ?? 'NaN').replaceAll(',', '')) * scale,
    within: 0.5000001 * 10 ** -decimals * scale,
  };
}

/** Holds the figures of one column to numbers counted otherwise; money in major units, rates as fractions. */
export function expectShown(
  rows: Map<string, string[]>,
  column: number,
  counted: Readonly<Record<string, number>>,
) {
  for (const [metric, value] of Object.entries(counted)) {
    const text = rows.get(metric)?.at(column) ?? 'no such row';
    const shown = figure(text);
    expect(Math.abs(shown.value - value), `${metric}: shown ${text}, counted ${value}`).toBeLessThanOrEqual(
      shown.within,
    );
  }
}
