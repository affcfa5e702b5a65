import { genericPageReader } from './generic-page-reader';
import type { Pace } from './page/pace';
import type { Page, PageReader } from './page-reader';

/** The `page` half of every tool file; the export half stays out of the bundle that goes into pages. */
const halves = import.meta.glob<PageReader | null>(['./tools/*.ts', '!./tools/*.test.ts'], {
  eager: true,
  import: 'page',
});

const TOOLS: readonly PageReader[] = Object.values(halves).filter((reader) => reader !== null);

/** The first tool that knows the page and finds something on it, otherwise the generic reader. */
export async function findTables(
  page: Page,
  pace: Pace,
): Promise<{ readonly reader: PageReader; readonly elements: readonly Element[] }> {
  for (const reader of TOOLS) {
    if (!reader.matches(page)) continue;
    const elements = await reader.find(page, pace);
    if (elements.length > 0) return { reader, elements };
  }
  return { reader: genericPageReader, elements: await genericPageReader.find(page, pace) };
}
