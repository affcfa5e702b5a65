import type { Dataset } from '../core/dataset';
import { buildDataset } from '../ingest/dataset/build-dataset';
import { blockKeys } from '../store/packed';
import type { RootRecord } from '../store/root-record';
import type { Store } from '../store/store';
import { withOwners, withoutOwners } from './read-dataset';

/** The committed data of one version, opened. */
export interface Held {
  readonly root: RootRecord;
  readonly dataset: Dataset;
}

export interface HeldData {
  /** What is committed now; opened once a version. */
  current(): Promise<Held>;
  /** Whether some version of it stands open here. */
  isOpen(): boolean;
  /** What is committed under a root just read. */
  at(root: RootRecord): Promise<Held>;
  /** Spares the next `current` from reading what was just written. */
  remember(held: Held): void;
}

export function heldData(store: Store): HeldData {
  let held: Held | null = null;
  let opening: Promise<Held> | null = null;

  const open = async (): Promise<Held> => {
    const { root, values } = await store.read((r) => (r.dataset === null ? [] : [withoutOwners(r.dataset)]));
    const stored = values[0] as Omit<Dataset, 'passports' | 'version'> | undefined;
    const dataset: Dataset =
      stored === undefined
        ? buildDataset([], root.dataVersion).dataset
        : {
            ...withOwners(stored),
            version: root.dataVersion,
            passports: root.captures.map((c) => c.passport),
          };
    return { root, dataset };
  };

  return {
    current: async () => at(await store.root()),
    at,
    isOpen: () => held !== null,
    remember(next) {
      held = next;
    },
  };

  async function at(root: RootRecord): Promise<Held> {
    if (held?.root.dataVersion === root.dataVersion) return held;
    if (held !== null && sameBlocks(held.root, root)) {
      const passports = root.captures.map((c) => c.passport);
      held = { root, dataset: { ...held.dataset, version: root.dataVersion, passports } };
      return held;
    }
    opening ??= open().finally(() => {
      opening = null;
    });
    held = await opening;
    return held;
  }
}

/** A commit that changed other things (settings, rates) leaves the dataset where it was. */
function sameBlocks(a: RootRecord, b: RootRecord): boolean {
  const [one, other] = [blockKeys(a.dataset), blockKeys(b.dataset)];
  return one.length > 0 && one.length === other.length && one.every((key, i) => key === other[i]);
}

/** What of a dataset goes into blocks: passports and version stand in the root. */
export function storedDataset(dataset: Dataset): unknown {
  const { passports: _, version: __, ...rest } = dataset;
  return rest;
}
