import type { Dataset } from '../core/dataset';
import { buildDataset } from '../ingest/dataset/build-dataset';
import type { RootRecord } from '../store/root-record';
import type { Store } from '../store/store';

/** The committed data of one version, opened. */
export interface Held {
  readonly root: RootRecord;
  readonly dataset: Dataset;
}

export interface HeldData {
  /** What is committed now; opened once a version. */
  current(): Promise<Held>;
  /** Spares the next `current` from reading what was just written. */
  remember(held: Held): void;
}

export function heldData(store: Store): HeldData {
  let held: Held | null = null;
  let opening: Promise<Held> | null = null;

  const open = async (): Promise<Held> => {
    const { root, values } = await store.read((r) => (r.dataset === null ? [] : [r.dataset]));
    const stored = values[0] as Omit<Dataset, 'passports' | 'version'> | undefined;
    const dataset: Dataset =
      stored === undefined
        ? buildDataset([], root.dataVersion).dataset
        : { ...stored, version: root.dataVersion, passports: root.captures.map((c) => c.passport) };
    return { root, dataset };
  };

  return {
    async current() {
      const { dataVersion } = await store.root();
      if (held?.root.dataVersion === dataVersion) return held;
      opening ??= open().finally(() => {
        opening = null;
      });
      held = await opening;
      return held;
    },
    remember(next) {
      held = next;
    },
  };
}

/** What of a dataset goes into blocks: passports and version stand in the root. */
export function storedDataset(dataset: Dataset): unknown {
  const { passports: _, version: __, ...rest } = dataset;
  return rest;
}
