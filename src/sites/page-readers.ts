import { genericPageReader } from './generic-page-reader';
import type { Page, PageReader } from './page-reader';

/** The `page` half of every tool file; the export half stays out of the bundle that goes into pages. */
const halves = import.meta.glob<PageReader | null>(['./tools/*.ts', '!./tools/*.test.ts'], {
  eager: true,
  import: 'page',
});

const TOOLS: readonly PageReader[] = Object.values(halves).filter((reader) => reader !== null);

/** Those who know the page, in the order they are asked; the generic reader is the last. */
export const readersOf = (page: Page): readonly PageReader[] =>
  [...TOOLS, genericPageReader].filter((reader) => reader.matches(page));
