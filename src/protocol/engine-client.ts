import engineUrl from '../entries/engine.worker.ts?worker&url';
import { browser } from '../platform/browser';
import { ownWorker } from '../platform/own-worker';
import type { EngineClient } from './engine-api';
import { engineBridge, type Lifetime } from './engine-bridge';

/** Where the sentinel is kept (facts 7 in docs/architecture.md): outside IndexedDB, and out of a worker's reach. */
const LAST_VERSION = 'lastDataVersion';

/** The engine of this page, in a worker of its own. Only top-level extension pages may have one. */
export function createEngineClient(): EngineClient & Lifetime {
  const bridge = engineBridge({
    spawn: () => ownWorker(engineUrl, 'engine'),
    async lastVersion() {
      const stored = (await browser.storage.local.get(LAST_VERSION))[LAST_VERSION];
      return typeof stored === 'number' && Number.isSafeInteger(stored) && stored >= 0 ? stored : null;
    },
    committed(dataVersion) {
      void browser.storage.local.set({ [LAST_VERSION]: dataVersion });
    },
  });
  const client = {
    ...bridge,
    importTables(...args: Parameters<EngineClient['importTables']>) {
      // Asked when there is something to lose; refusal is shown by `WorkspaceState.storage`.
      void navigator.storage.persist();
      return bridge.importTables(...args);
    },
  };
  // End-to-end tests ask the engine of a real page what the page itself shows only in part.
  if (__TEST__) Object.assign(globalThis, { segmentLensEngine: client });
  return client;
}
