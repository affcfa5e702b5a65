import { computed, effect, signal, untracked } from '@preact/signals';
import type { Comparison, ComparisonRequest } from '../../../compare/comparison';
import { frozenDay } from '../../../compare/measure/frozen-day';
import { startOfDay } from '../../../core/time/calendar';
import type { SegmentCatalog, SegmentView } from '../../../protocol/engine-api';
import { rememberComparison } from '../../snapshot/remember-comparison';
import { chosenSegments } from '../../state/chosen-segments';
import { engine } from '../../state/engine';
import { persisted } from '../../state/persisted';
import { asOf, reportingCurrency } from '../../state/settings';
import { workspace } from '../../state/workspace';
import { arrange, type SegmentOrder } from './arrange';
import { defaultChoice, defaultValues, firstToCompare } from './default-choice';
import { goalMetric, goalOrder, metricsFirst } from './goal';
import { latest } from './latest';
import { FIRST_QUESTION, parseQuestion, type Question } from './question';
import { suitedTime } from './suited-time';

/**
 * The state of the Compare view, one a page: what is asked (kept in localStorage), what is known of the segments, and
 * the answers. Everything follows from `question`, the shared choices and the data version; components only read.
 */
export const question = persisted<Question>('compare', FIRST_QUESTION, parseQuestion);

export function change(part: Partial<Question>): void {
  question.value = { ...question.value, ...part };
}

/** As chosen, or what suits the data. */
export const measured = computed(
  () => question.value.measured ?? suitedTime(workspace.value?.coverage ?? null),
);

/** The day membership is of: outcomes need the time after it, where no day was chosen. */
export const membershipDay = computed(() => {
  const coverage = workspace.value?.coverage ?? null;
  const { value } = measured;
  if (asOf.value !== null || coverage === null || value.kind !== 'after' || question.value.grain !== 'person')
    return asOf.value;
  return Math.max(frozenDay(coverage.to, null, value.days), startOfDay(coverage.from));
});

export const segmentOrder = signal<SegmentOrder | null>(null);

interface CatalogRequest {
  readonly dataVersion: number;
  readonly asOf: number | null;
  readonly currency: string | null;
}

/** All there are. Tuning and counting every one takes longer than a comparison, so it is asked for after what is compared. */
export const catalogCall = latest<CatalogRequest, SegmentCatalog>(({ asOf, currency }, signal) =>
  engine().segments({ asOf, currency }, { signal }),
);

/** Those wanted alone, as long as the catalog of the same moment is not there. */
export const wantedCall = latest<CatalogRequest & { readonly ids: readonly string[] }, SegmentCatalog>(
  (request, signal) => engine().segments(requestOf(request), { signal }),
);

export const compareCall = latest<ComparisonRequest & { readonly dataVersion: number }, Comparison>(
  (request, signal) => engine().compare(requestOf(request), { signal }),
);

/** What the engine is asked: it knows the version. */
function requestOf<T extends { readonly dataVersion: number }>(request: T): Omit<T, 'dataVersion'> {
  const { dataVersion: _, ...asked } = request;
  return asked;
}

/** The comparison the popup's picture is not kept of yet. */
let toKeep: Comparison | null = null;

/** Keeps the popup's picture and what the next page to open asks, unless the comparison was forgotten meanwhile, as with data that were deleted. */
function keepPicture(): void {
  const comparison = toKeep;
  toKeep = null;
  if (comparison === null || comparison !== compareCall.value.peek()) return;
  const goalId = question.peek().goal;
  const isAsked = JSON.stringify(compareCall.answered.peek()) === JSON.stringify(compareRequest.peek());
  void rememberComparison(arranged(comparison, goalId, null), goalId, isAsked);
  const [segments, compare] = [wantedRequest.peek(), compareCall.answered.peek()];
  if (segments === null || compare === null) return;
  // Without them the next page works them out.
  engine()
    .keepAnswers({ segments: requestOf(segments), compare: requestOf(compare) })
    .catch(() => undefined);
}

const catalogRequest = computed<CatalogRequest | null>(() => {
  const state = workspace.value;
  return state && (state.people > 0 || state.reports.length > 0)
    ? { dataVersion: state.dataVersion, asOf: membershipDay.value, currency: reportingCurrency.value }
    : null;
});

/** What is asked of a page that opens at this question. */
const wantedRequest = computed(() => {
  const request = catalogRequest.value;
  const { baseSegmentId } = question.value;
  const ids = [...wantedIds.value, ...(baseSegmentId === null ? [] : [baseSegmentId])];
  return request === null || ids.length === 0 ? null : { ...request, ids };
});

/** What there was before the screen opened: since then segments may have been made elsewhere. */
const catalogBefore = signal<SegmentCatalog | null>(null);

/** The catalog is of the moment asked about. */
export const catalogKnown = computed(
  () =>
    catalogCall.value.value !== catalogBefore.value && isOf(catalogCall.answered.value, catalogRequest.value),
);

/** The day the segments are of; null until the engine has said. */
export const catalogDay = computed(
  () => (catalogKnown.value ? catalogCall : wantedCall).value.value?.asOf ?? null,
);

/** Every segment known of, as fresh as it is. */
const known = computed<readonly SegmentView[]>(() => {
  const all = catalogCall.value.value?.segments ?? [];
  if (catalogKnown.value || !isOf(wantedCall.answered.value, catalogRequest.value)) return all;
  const wanted = new Map(wantedCall.value.value?.segments.map((view) => [view.segment.id, view]));
  return [
    ...all.map((view) => wanted.get(view.segment.id) ?? view),
    ...[...wanted.values()].filter(({ segment }) => !all.some((view) => view.segment.id === segment.id)),
  ];
});

/** Segments of the grain being compared; of the one dimension, at aggregate grain. */
export const offered = computed<readonly SegmentView[]>(() => {
  const views = known.value;
  const { grain, reportId, dimension } = question.value;
  if (grain === 'person') return views.filter((v) => v.segment.grain === 'person');
  if (reportId === null || dimension === null) return [];
  const prefix = `report:${reportId}:${dimension}:`;
  return views.filter((v) => v.segment.id.startsWith(prefix));
});

/** Ids in the order chosen, whether or not they still exist. */
const wantedIds = computed(() =>
  question.value.grain === 'person' ? chosenSegments.value : question.value.reportSegments,
);

/** Chosen segments that exist, in the order chosen. */
export const chosen = computed<readonly SegmentView[]>(() => {
  const views = new Map(offered.value.map((v) => [v.segment.id, v]));
  return wantedIds.value.flatMap((id) => views.get(id) ?? []);
});

export function choose(ids: readonly string[]): void {
  if (question.value.grain === 'person') chosenSegments.value = ids;
  else change({ reportSegments: ids });
}

/** How many chosen segments were dropped because they are no more. */
export const gone = signal(0);

export const hasPeople = computed(() => (workspace.value?.people ?? 0) > 0);
export const reports = computed(() =>
  (workspace.value?.reports ?? []).filter((r) => r.dimensions.length > 0),
);

export const compareRequest = computed<(ComparisonRequest & { readonly dataVersion: number }) | null>(() => {
  const state = workspace.value;
  const segments = chosen.value;
  if (!state || segments.length === 0) return null;
  const { grain, reportId, metricIds, baseSegmentId } = question.value;
  const ids = segments.map((v) => v.segment.id);
  const baseHeld =
    baseSegmentId !== null && offered.value.some((v) => v.segment.id === baseSegmentId && v.size !== 0);
  return {
    grain,
    segmentIds: ids,
    metricIds,
    asOf: asOf.value,
    measured: grain === 'person' ? measured.value : { kind: 'held' },
    baseSegmentId: baseHeld ? baseSegmentId : null,
    currency: reportingCurrency.value,
    reportId: grain === 'aggregate' ? reportId : null,
    dataVersion: state.dataVersion,
  };
});

/** The result as shown and exported. */
export const shown = computed(() => {
  const comparison = compareCall.value.value;
  return comparison && comparison.request.grain === question.value.grain
    ? arranged(comparison, question.value.goal, segmentOrder.value)
    : null;
});

/** Ordered by the goal, unless another order was asked for. */
function arranged(comparison: Comparison, goalId: string | null, order: SegmentOrder | null): Comparison {
  return arrange(comparison, order ?? goalOrder(comparison, goalId), metricsFirst(comparison, goalId));
}

export const goal = computed(() => (shown.value ? goalMetric(shown.value, question.value.goal) : null));

/**
 * Starts following; the returned function stops it. One screen a page calls this. Where nobody chooses among `all` segments,
 * they are worked out only if none is chosen.
 */
export function startComparing({ all }: { readonly all: boolean }): () => void {
  catalogBefore.value = catalogCall.value.peek();
  const before = compareCall.value.peek();
  let following = true;
  const isFree = () =>
    !wantedCall.busy.value && !compareCall.busy.value && (all || compareRequest.value === null);
  const stops = [
    effect(() => {
      const request = wantedRequest.value;
      if (request !== null && !catalogKnown.value) wantedCall.ask(request);
    }),
    // A grain with nothing in it is left for the one that holds data.
    effect(() => {
      if (!workspace.value) return;
      const { grain, reportId, dimension } = question.value;
      if (grain === 'person' && !hasPeople.value && reports.value.length > 0) change({ grain: 'aggregate' });
      else if (grain === 'aggregate' && reports.value.length === 0 && hasPeople.value)
        change({ grain: 'person' });
      else if (grain === 'aggregate') {
        const report = reports.value.find((r) => r.id === reportId);
        const by = report?.dimensions.find((d) => d.id === dimension) ?? null;
        if (report && by) return;
        // What can be told apart can be compared: two values at least.
        const catalog = catalogCall.value.value;
        if (!catalog) return;
        const first = firstToCompare(report ? [report] : reports.value, catalog.segments);
        if (first) change({ ...first, reportSegments: [], baseSegmentId: null });
      }
    }),
    // A first visit gets a choice; a choice that no longer exists is taken off the list, and said.
    effect(() => {
      if (!catalogKnown.value || catalogCall.busy.value) return;
      const ids = wantedIds.value;
      const there = new Set(offered.value.map((v) => v.segment.id));
      const kept = ids.filter((id) => there.has(id));
      if (kept.length < ids.length && membershipDay.value === null) gone.value = ids.length - kept.length;
      if (kept.length > 0) {
        // What the data did not support on an earlier day is there again on a later one.
        if (kept.length < ids.length && membershipDay.value === null) choose(kept);
        return;
      }
      // Whoever emptied the list meant it: only a list never filled, or one whose segments are all gone, is filled.
      if (ids.length === 0 && untracked(() => emptied.has(question.value.grain))) return;
      const first =
        question.value.grain === 'person' ? defaultChoice(offered.value) : defaultValues(offered.value);
      if (first.length > 0) choose(first);
      else if (ids.length > 0) choose([]);
    }),
    effect(() => {
      const request = compareRequest.value;
      if (request) compareCall.ask(request);
      else if (workspace.value && !catalogCall.busy.value && !wantedCall.busy.value) compareCall.forget();
    }),
    // The catalog belongs to the data, the as-of and the currency; what is looked at goes before it.
    effect(() => {
      if (!workspace.value) return;
      const request = catalogRequest.value;
      if (request === null) {
        catalogCall.forget();
        wantedCall.forget();
      } else if (isFree()) {
        // Once all that follows of the same change has been asked: comparing goes first.
        queueMicrotask(() => {
          if (following && isFree() && catalogRequest.peek() === request) catalogCall.ask(request);
        });
      }
    }),
    effect(() => {
      const comparison = compareCall.value.value;
      if (comparison === null || comparison === before) return;
      toKeep = comparison;
      // The popup shows the picture itself; elsewhere it waits until the table is drawn.
      if (all && 'requestIdleCallback' in globalThis) requestIdleCallback(keepPicture, { timeout: 1000 });
      else keepPicture();
    }),
  ];
  return () => {
    following = false;
    for (const stop of stops) stop();
    keepPicture();
    compareCall.stop();
    wantedCall.stop();
    catalogCall.stop();
  };
}

const emptied = new Set<Question['grain']>();

/** Takes one off; remembers when the last one was taken off on purpose. */
export function unchoose(id: string): void {
  const rest = chosen.value.map((v) => v.segment.id).filter((other) => other !== id);
  if (rest.length === 0) emptied.add(question.value.grain);
  choose(rest);
}

/** Whether an answer is to the request, whatever else it was asked with. */
function isOf(answered: CatalogRequest | null, request: CatalogRequest | null): boolean {
  return (
    answered !== null &&
    answered.dataVersion === request?.dataVersion &&
    answered.asOf === request.asOf &&
    answered.currency === request.currency
  );
}
