/** Lets long reading share the page's thread: no stretch of work is longer than the budget. */
export interface Pace {
  /** Time to rest. Cheap enough for every row. */
  due(): boolean;
  /** Hands the thread back to the page. @throws AbortError */
  rest(): Promise<void>;
}

/** Half a frame: with the page's own work it stays well under the 50 ms of a long task. */
const BUDGET_MS = 8;

export function pageShare(signal: AbortSignal, now: () => number = () => performance.now()): Pace {
  let since = now();
  return {
    due: () => now() - since >= BUDGET_MS,
    async rest() {
      signal.throwIfAborted();
      await turn();
      signal.throwIfAborted();
      since = now();
    },
  };
}

/** A task of its own; timers would be held back to one a second on a page out of sight. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
