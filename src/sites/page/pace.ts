import { turn } from '../../core/turn';

/** Lets long reading share the page's thread: no stretch of work is longer than the budget. */
export interface Pace {
  /** Time to rest. Cheap enough for every row. */
  due(): boolean;
  /** Hands the thread back to the page. @throws AbortError */
  rest(): Promise<void>;
}

/** Half a frame; with a page that takes long turns itself, up to what still is no long task (50 ms). */
const LEAST_MS = 8;
const MOST_MS = 40;

export function pageShare(signal: AbortSignal, now: () => number = () => performance.now()): Pace {
  let since = now();
  let budget = LEAST_MS;
  let asked = 0;
  return {
    // The clock is worth a row's reading by itself: it is looked at now and then.
    due: () => (++asked & 7) === 0 && now() - since >= budget,
    async rest() {
      signal.throwIfAborted();
      const rested = now();
      await turn();
      signal.throwIfAborted();
      since = now();
      budget = Math.min(MOST_MS, Math.max(LEAST_MS, (since - rested) / 2));
    },
  };
}
