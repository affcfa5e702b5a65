import { computed, signal } from '@preact/signals';
import type { SetRequest } from '../../../../protocol/engine-api';
import { persisted } from '../../../state/persisted';
import { asOf, reportingCurrency } from '../../../state/settings';
import { workspace } from '../../../state/workspace';
import { catalog } from '../segments-model';

export const MOST_SEGMENTS = 8;
/** As many as an overlap is drawn of. */
export const MOST_DRAWN = 6;

/** Ids of the segments looked at as sets, in the person's order. */
export const setIds = persisted<readonly string[]>('set-segments', [], (raw) =>
  Array.isArray(raw)
    ? raw.filter((id): id is string => typeof id === 'string').slice(0, MOST_SEGMENTS)
    : null,
);

/** Those of them that are there. */
export const heldIds = computed<readonly string[]>(() => {
  const there = new Set(
    (catalog.value?.segments ?? []).flatMap(({ segment }) =>
      segment.grain === 'person' ? [segment.id] : [],
    ),
  );
  return setIds.value.filter((id) => there.has(id));
});

export const SET_VIEWS = ['overlap', 'likeness', 'groups'] as const;
export type SetView = (typeof SET_VIEWS)[number];
export const setView = signal<SetView>('overlap');

/** With the version of data and segments, so that a change of either is asked for again. */
export interface AskedSets extends SetRequest {
  readonly version: string;
}

export function setRequest(ids: readonly string[]): AskedSets | null {
  if (ids.length < 2 || catalog.value === null) return null;
  const versions = catalog.value.segments
    .filter(({ segment }) => ids.includes(segment.id))
    .map(({ segment, size }) => `${segment.version}/${size}`);
  return {
    segmentIds: ids,
    asOf: asOf.value,
    currency: reportingCurrency.value,
    version: [workspace.value?.dataVersion ?? 0, ...versions].join(' '),
  };
}
