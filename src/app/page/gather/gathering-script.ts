import type { CollectProgress } from '../../../protocol/page-messages';
import type { PageSession } from '../page-session';
import type { GatherControl } from './gather-control';
import type { Gathered } from './gather-table';

/** Null where the table is not there to begin with. @throws AbortError */
export type Gather = (
  session: PageSession,
  ref: string,
  control: GatherControl,
  onProgress: (progress: CollectProgress) => void,
) => Promise<Gathered | null>;

/** A symbol, as in `only-once.ts`. */
const HERE = Symbol.for('segment-lens/gather');

/**
 * Gathering is a script of its own, put into a page only where all rows are asked for, beside the content script that
 * knows the page's tables. Errors with codes are no match across two scripts: none are thrown.
 */
export const gatheringScript = {
  provide: (scope: object, gather: Gather): boolean => Reflect.set(scope, HERE, gather),
  in(scope: object): Gather | null {
    const found: unknown = Reflect.get(scope, HERE);
    return typeof found === 'function' ? (found as Gather) : null;
  },
};
