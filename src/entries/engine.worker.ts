import { createEngine } from '../app/engine';
import { announceDataChanged } from '../protocol/data-changed';
import { serveEngine } from '../protocol/serve-engine';
import { idbBackend } from '../store/idb-backend';
import { createStore } from '../store/store';

const newId = () => crypto.randomUUID();

serveEngine(self as unknown as Parameters<typeof serveEngine>[0], Date.now, (lastVersion, committed) => {
  let last = lastVersion;
  const store = createStore({
    backend: idbBackend({ kept: __TARGET__ === 'chrome' }),
    locks: navigator.locks,
    newId,
    sentinel: {
      last: () => last,
      committed(dataVersion) {
        last = dataVersion;
        committed(dataVersion);
        announceDataChanged(dataVersion);
      },
    },
  });
  // What it can't drop now, the next start will.
  void store.sweep().catch((error: unknown) => console.warn('sweep', error));
  // Its address holds a fingerprint of the code.
  return createEngine({
    store,
    now: Date.now,
    newId,
    changed: announceDataChanged,
    build: location.pathname,
  });
});
