import { AppError } from '../../core/app-error';
import { hashKey } from '../../core/hashing/hash-key';
import { firstMatch } from '../../segments/first-match';
import { populationAt } from '../../segments/population';
import type { Segment } from '../../segments/segment';
import type { EngineContext } from '../engine-context';
import type { Catalog } from '../segment-catalog';
import { type BadgeIndex, type BadgeSegment, badgeIndex } from './badge-index';
import type { BadgeSettings } from './badge-settings';

/** Sets of ready segments that part people, the first that the data supports being the one taken by itself. */
export function badgeSets(catalog: Catalog) {
  const people = catalog.segments.filter((s) => s.grain === 'person' && s.id.startsWith('library:'));
  return (['rfm', 'lifecycle', 'journey'] as const)
    .map((id) => ({
      id,
      segmentIds: people.filter(({ rule }) => rule.kind === id).map((segment) => segment.id),
    }))
    .filter(({ segmentIds }) => segmentIds.length > 0);
}

/** Segments that name people, in their order, and how many of the chosen are gone. */
export function badgeSegments(
  catalog: Catalog,
  settings: BadgeSettings,
): { readonly segments: readonly Segment[]; readonly gone: number } {
  const ids = settings.segmentIds ?? badgeSets(catalog)[0]?.segmentIds ?? [];
  const found = ids.flatMap((id): readonly Segment[] => {
    try {
      const segment = catalog.segment(id);
      return segment.grain === 'person' ? [segment] : [];
    } catch (error) {
      if (error instanceof AppError && error.code === 'segment/not-found') return [];
      throw error;
    }
  });
  return { segments: found, gone: ids.length - found.length };
}

export async function placeForBadges(context: EngineContext, settings: BadgeSettings) {
  const { dataset, catalog, key } = await context.catalogAt(null, null);
  const { segments, gone } = badgeSegments(catalog, settings);
  const placed = firstMatch(
    segments.map((segment) => catalog.members(segment)),
    populationAt(dataset, catalog.asOf),
  );
  return { dataset, catalog, segments, gone, placed, key };
}

/**
 * Makes the index that pages are answered from, unless it stands already; takes it away where it is not wanted.
 * Answers how many keys it holds.
 */
export async function refreshBadges(
  context: EngineContext,
  settings: BadgeSettings,
  signal: AbortSignal,
): Promise<number> {
  const { store, newId, joinIndex } = context;
  const root = await store.root();
  const wanted = settings.wanted && (root.summary?.people ?? 0) > 0;
  if (!wanted) {
    if (root.badges !== undefined)
      await store.write(signal, (writer) => writer.keepBeside({ badges: undefined }));
    return 0;
  }
  const { dataset, segments, placed, key } = await placeForBadges(context, settings);
  const stamp = JSON.stringify([key, settings.segmentIds]);
  if (root.badges?.stamp === stamp) {
    const { values } = await store.read((r) => (r.badges === undefined ? [] : [r.badges.table]));
    return (values[0] as BadgeIndex | undefined)?.hashes.length ?? 0;
  }
  const joins = await joinIndex();
  const named = segments.map(({ name, colour }): BadgeSegment => ({ name, colour }));
  const index = badgeIndex(joins, named, placed, hashKey(newId()));
  signal.throwIfAborted();
  await store.write(signal, async (writer) => {
    // Committed to meanwhile: whoever did so has this made again.
    if (writer.root.dataVersion !== dataset.version || joins.dataVersion !== dataset.version) return;
    await writer.keepBeside({ badges: { stamp, table: await writer.stage(index) } });
  });
  return index.hashes.length;
}
