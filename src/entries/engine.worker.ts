import { createEngine } from '../app/engine';
import { ownWorker } from '../platform/own-worker';
import { announceDataChanged } from '../protocol/data-changed';
import { hireTypist } from '../protocol/hire-typist';
import { serveEngine } from '../protocol/serve-engine';
import { idbBackend } from '../store/idb-backend';
import { createStore } from '../store/store';
import typistUrl from './typist.worker.ts?worker&url';

const newId = () => crypto.randomUUID();
const hire = hireTypist(() => ownWorker(typistUrl, 'typist'), navigator.hardwareConcurrency);

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
  // Its file is named by a fingerprint of the code.
  return createEngine({
    store,
    now: Date.now,
    newId,
    changed: announceDataChanged,
    build: location.pathname.replace(/.*\//, ''),
    typist: { hire },
  });
});
