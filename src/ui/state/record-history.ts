import { effect } from '@preact/signals';
import { engine } from './engine';
import { workspace } from './workspace';

/** Whoever imports looks at what came in first: recording waits until the page has been still. */
const PAUSE_MS = 3000;

/**
 * Has the engine write down how segments do at each version of the data; the returned function ends it. What a page
 * closed too early did not record, the next one to open does.
 */
export function recordHistory(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let recorded = 0;
  const stop = effect(() => {
    const version = workspace.value?.dataVersion ?? 0;
    if (version <= recorded || (workspace.value?.people ?? 0) === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      recorded = version;
      engine()
        .performance({ segmentIds: [] })
        // Asked again by whoever looks at the history, and said there.
        .catch(() => undefined);
    }, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
