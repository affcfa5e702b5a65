import { ownSegments } from '../../src/app/own-segments';
import { withOwners, withoutOwners } from '../../src/app/read-dataset';
import { segmentCatalog } from '../../src/app/segment-catalog';
import { comparePeople } from '../../src/compare/compare-people';
import type { ComparisonRequest } from '../../src/compare/comparison';
import type { Dataset } from '../../src/core/dataset';
import { idbBackend } from '../../src/store/idb-backend';
import { createStore } from '../../src/store/store';

/** Which of the stored arrays a comparison reads, found out by making it: places in the dataset's `arrays`. */
export async function neededArrays(request: ComparisonRequest): Promise<readonly number[]> {
  const store = createStore({
    backend: idbBackend({ kept: true }),
    locks: navigator.locks,
    sentinel: { last: () => null, committed: () => {} },
    newId: () => crypto.randomUUID(),
  });
  const { root, values } = await store.read((r) => (r.dataset === null ? [] : [withoutOwners(r.dataset)]));
  if (root.dataset === null || request.asOf === null) throw new Error('nothing to compare');
  const { arrays, plain } = withoutOwners(root.dataset);
  const read = new Set<number>();
  const watched = noting(plain, withOwners(values[0] as Dataset), (i) => read.add(i)) as Dataset;
  const dataset: Dataset = {
    ...watched,
    version: root.dataVersion,
    passports: root.captures.map((c) => c.passport),
  };
  const saved = await ownSegments({ store, now: Date.now, newId: () => '' }).all();
  const catalog = segmentCatalog(dataset, saved, { asOf: request.asOf, currency: null });
  const segments = request.segmentIds.map((id) => {
    const segment = catalog.segment(id);
    return { segment, members: catalog.members(segment) };
  });
  comparePeople(dataset, request, segments, null, Date.now());
  // Whose a row is, the offsets say.
  return [...read].filter((i) => (arrays[i]?.length ?? 0) > 0).sort((a, b) => a - b);
}

/** The same value; whoever takes an array out of it is noted by the array's place. */
function noting(plain: unknown, value: unknown, note: (i: number) => void): unknown {
  if (plain === null || typeof plain !== 'object') return value;
  if (Array.isArray(plain)) return plain.map((one, i) => noting(one, (value as unknown[])[i], note));
  if ('$map' in plain) {
    const inside = [...(value as Map<unknown, unknown>)];
    const named = plain.$map as [unknown, unknown][];
    return new Map(named.map(([key, one], i) => [key, noting(one, inside[i]?.[1], note)]));
  }
  const from = value as Record<string, unknown>;
  const out = {};
  for (const [key, one] of Object.entries(plain)) {
    const at = (one as { readonly $?: number } | null)?.$;
    if (at === undefined)
      Object.defineProperty(out, key, { enumerable: true, value: noting(one, from[key], note) });
    else
      Object.defineProperty(out, key, {
        enumerable: true,
        get() {
          note(at);
          return from[key];
        },
      });
  }
  return out;
}
