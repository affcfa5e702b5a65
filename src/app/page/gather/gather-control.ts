import type { CollectProgress } from '../../../protocol/page-messages';

/** What the person, and the browser, say while rows are gathered. */
export interface GatherControl {
  readonly signal: AbortSignal;
  pause(): void;
  resume(): void;
  /** Stop here, and keep what was gathered. */
  finish(): void;
  hadEnough(): boolean;
  /**
   * Answers when the next step may be taken, with the ms that were waited. @throws AbortError
   * @param drawn the step needs the page to be drawn, which a tab out of sight is not
   */
  ready(drawn: boolean): Promise<number>;
  /** Whether the page was out of sight for a moment or more, from now until it is asked; then it looks on no longer. */
  outOfSight(): () => boolean;
}

export interface Sightedness {
  hidden(): boolean;
  now(): number;
  /** Answers how to stop listening. */
  onChange(listen: () => void): () => void;
}

export function gatherControl(
  signal: AbortSignal,
  sight: Sightedness,
  onWaiting: (waiting: CollectProgress['waiting']) => void,
): GatherControl {
  let paused = false;
  let enough = false;
  let wake = () => {};
  const waitingFor = (drawn: boolean): CollectProgress['waiting'] => {
    if (enough) return null;
    if (paused) return 'paused';
    return drawn && sight.hidden() ? 'hidden' : null;
  };
  return {
    signal,
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      wake();
    },
    finish() {
      enough = true;
      wake();
    },
    hadEnough: () => enough,
    outOfSight() {
      let was = sight.hidden();
      const stop = sight.onChange(() => {
        was ||= sight.hidden();
      });
      return () => {
        stop();
        return was || sight.hidden();
      };
    },
    async ready(drawn) {
      signal.throwIfAborted();
      const began = sight.now();
      let told: CollectProgress['waiting'] = null;
      for (let why = waitingFor(drawn); why !== null; why = waitingFor(drawn)) {
        if (why !== told) onWaiting(why);
        told = why;
        await new Promise<void>((resolve) => {
          const stop = sight.onChange(() => wake());
          wake = () => {
            stop();
            signal.removeEventListener('abort', wake);
            resolve();
          };
          signal.addEventListener('abort', wake);
        });
        signal.throwIfAborted();
      }
      if (told === null) return 0;
      onWaiting(null);
      return sight.now() - began;
    },
  };
}

/** Whether a document can be seen. */
export const sightOf = (document: Document): Sightedness => ({
  hidden: () => document.visibilityState === 'hidden',
  now: () => performance.now(),
  onChange(listen) {
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  },
});
