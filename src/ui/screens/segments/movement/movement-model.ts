import { computed, signal } from '@preact/signals';
import type { MovementRequest } from '../../../../compare/movement/movement';
import { addMonthsFromEnd, startOfDay } from '../../../../core/time/calendar';
import { SEGMENT_FAMILIES, type SegmentFamily } from '../../../../segments/families';
import { persisted } from '../../../state/persisted';
import { asOf, reportingCurrency } from '../../../state/settings';
import { workspace } from '../../../state/workspace';
import { catalog } from '../segments-model';

export const FAMILIES = ['rfm', 'lifecycle', 'journey', 'usage', 'own'] as const satisfies readonly (
  | SegmentFamily
  | 'own'
)[];
export type Family = (typeof FAMILIES)[number];
export const MOST_GROUPS = 20;

const wantedFamily = persisted<Family>(
  'movement-family',
  'rfm',
  (raw) => FAMILIES.find((f) => f === raw) ?? null,
);
/** Ids of the person's own order of segments. */
export const ownOrder = persisted<readonly string[]>('movement-own', [], (raw) =>
  Array.isArray(raw) ? raw.filter((id): id is string => typeof id === 'string').slice(0, MOST_GROUPS) : null,
);

export const SHOWS = ['people', 'between', 'before'] as const;
export type Show = (typeof SHOWS)[number];
export const show = persisted<Show>('movement-show', 'people', (raw) => SHOWS.find((s) => s === raw) ?? null);

export const VIEWS = ['flow', 'matrix', 'sizes'] as const;
export type View = (typeof VIEWS)[number];
export const view = persisted<View>('movement-view', 'flow', (raw) => VIEWS.find((v) => v === raw) ?? null);

/** Null until the person says: three months up to the as-of, as far as there is data. */
export const chosenFrom = signal<number | null>(null);
export const chosenTo = signal<number | null>(null);
/** The flow whose people are shown, by the ids of its states. */
export const picked = signal<{ readonly from: string; readonly to: string } | null>(null);

const known = computed(() => new Set((catalog.value?.segments ?? []).map(({ segment }) => segment.id)));

/** Families some of whose segments the data supports. */
export const families = computed<readonly Family[]>(() =>
  FAMILIES.filter((f) => f === 'own' || SEGMENT_FAMILIES[f].some((id) => known.value.has(id))),
);

export const family = computed<Family>(() =>
  families.value.includes(wantedFamily.value) ? wantedFamily.value : (families.value[0] ?? 'own'),
);

export function chooseFamily(next: Family): void {
  wantedFamily.value = next;
  picked.value = null;
}

export const groupIds = computed<readonly string[]>(() => {
  const of = family.value;
  if (of !== 'own') return SEGMENT_FAMILIES[of].filter((id) => known.value.has(id));
  return ownOrder.value.filter((id) => known.value.has(id));
});

export const days = computed<{ readonly from: number; readonly to: number } | null>(() => {
  const coverage = workspace.value?.coverage;
  if (!coverage) return null;
  const to = chosenTo.value ?? startOfDay(asOf.value ?? coverage.to);
  const usual = Math.max(addMonthsFromEnd(to, -3), startOfDay(coverage.from));
  return { from: chosenFrom.value ?? usual, to };
});

export const movementRequest = computed<(MovementRequest & { readonly dataVersion: number }) | null>(() => {
  const state = workspace.value;
  const span = days.value;
  if (!state || !span || span.from >= span.to || groupIds.value.length === 0) return null;
  return {
    segmentIds: groupIds.value,
    ...span,
    currency: reportingCurrency.value,
    dataVersion: state.dataVersion,
  };
});
