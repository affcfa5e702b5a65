import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Faults at WCAG 2.2 AA, and others where their tags are told, as "rule: where what". */
export async function axeFaults(page: Page, more: readonly string[] = []): Promise<readonly string[]> {
  // The page's CSP lets no inline script in; DevTools may.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
        runOnly: tags,
      }),
    [...WCAG, ...more],
  );
  return violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id}: ${JSON.stringify(node.target)} ${node.html} ${node.failureSummary}`),
  );
}
