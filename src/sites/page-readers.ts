import { genericPageReader } from './generic-page-reader';
import type { Page, PageReader } from './page-reader';

/** The `page` half of every tool file; the export half stays out of the bundle that goes into pages. */
const halves = import.meta.glob<PageReader | null>(['./tools/*.ts', '!./tools/*.test.ts'], {
  eager: true,
  import: 'page',
});

const TOOLS: readonly PageReader[] = Object.values(halves).filter((reader) => reader !== null);

/** The first tool that knows the page and finds something on it, otherwise the generic reader. */
export function findTables(page: Page): {
  readonly reader: PageReader;
  readonly elements: readonly Element[];
} {
  for (const reader of TOOLS) {
    if (!reader.matches(page)) continue;
    const elements = reader.find(page);
    if (elements.length > 0) return { reader, elements };
  }
  return { reader: genericPageReader, elements: genericPageReader.find(page) };
}
