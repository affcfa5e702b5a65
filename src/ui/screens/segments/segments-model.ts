import { effect, signal, untracked } from '@preact/signals';
import { isAbort } from '../../../core/app-error';
import type { FieldInfo, SegmentCatalog, SegmentView } from '../../../protocol/engine-api';
import { engine } from '../../state/engine';
import { asOf, reportingCurrency } from '../../state/settings';
import { workspace } from '../../state/workspace';

/** The library with live sizes, as last worked out; `stale` while a newer one is on the way. */
export const catalog = signal<SegmentCatalog | null>(null);
export const catalogStale = signal(false);
export const catalogError = signal<unknown>(null);
export const fields = signal<readonly FieldInfo[]>([]);
/** Raised after a save or delete, to ask for the library again. */
const changes = signal(0);

export function segmentsChanged(): void {
  changes.value += 1;
}

/** Follows data, as-of and currency while the screen is open. */
export function followCatalog(): () => void {
  return effect(() => {
    // Read here, so that each is followed.
    const request = { asOf: asOf.value, currency: reportingCurrency.value };
    const version = workspace.value?.dataVersion;
    changes.value;
    if (version === undefined) return;
    const controller = new AbortController();
    untracked(() => void load(request, controller.signal));
    return () => controller.abort();
  });
}

async function load(
  request: { readonly asOf: number | null; readonly currency: string | null },
  signalOf: AbortSignal,
): Promise<void> {
  catalogStale.value = true;
  try {
    const [answer, infos] = await Promise.all([
      engine().segments(request, { signal: signalOf }),
      engine().fields(undefined, { signal: signalOf }),
    ]);
    if (signalOf.aborted) return;
    catalog.value = answer;
    fields.value = infos;
    catalogError.value = null;
    catalogStale.value = false;
  } catch (error) {
    if (signalOf.aborted || isAbort(error)) return;
    catalogError.value = error;
    catalogStale.value = false;
  }
}

/** Counts one that the list left uncounted, and puts its size into the list. */
export async function countSegment(id: string, stop: AbortSignal): Promise<void> {
  const request = { asOf: asOf.value, currency: reportingCurrency.value, ids: [id] };
  const { segments } = await engine().segments(request, { signal: stop });
  const held = catalog.value;
  const [counted] = segments;
  if (stop.aborted || held === null || counted === undefined) return;
  catalog.value = { ...held, segments: held.segments.map((v) => (v.segment.id === id ? counted : v)) };
}

export function viewOf(id: string): SegmentView | null {
  return catalog.value?.segments.find((view) => view.segment.id === id) ?? null;
}
