import type { Page, PageReader } from '../../sites/page-reader';

type ReadersOf = (page: Page) => readonly PageReader[];

/** A symbol, as in `only-once.ts`. */
const HERE = Symbol.for('segment-lens/readers');

/**
 * What knows tools and tables is a script of its own, put into a page when a person looks at what it offers: on a
 * granted site each page load carries the content script alone.
 */
export const readersScript = {
  provide: (scope: object, readersOf: ReadersOf): boolean => Reflect.set(scope, HERE, readersOf),
  /** Nobody reads a page before they were brought. */
  in(scope: object): ReadersOf {
    const found: unknown = Reflect.get(scope, HERE);
    return typeof found === 'function' ? (found as ReadersOf) : () => [];
  },
};
