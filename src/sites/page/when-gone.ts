import { all, isShown } from './dom';
import type { Pace } from './pace';

/** How often, and how long, a page is given to finish loading. */
const LOOK_MS = 100;
const MOST_MS = 10_000;

/**
 * Waits until nothing the selector finds is shown any more: rows under a loading panel are those from before.
 * @returns whether it went
 * @throws AbortError
 */
export async function whenGone(root: Document | Element, selector: string, pace: Pace): Promise<boolean> {
  for (let waited = 0; all(root, selector).some(isShown); waited += LOOK_MS) {
    if (waited >= MOST_MS) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    await pace.rest();
  }
  return true;
}
