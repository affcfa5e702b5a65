import { effect, signal } from '@preact/signals';
import type { Comparison } from '../../../compare/comparison';
import { readSnapshot, type Snapshot } from '../../snapshot/snapshot';

/**
 * The comparison of the popup: at once the kept picture, then, once the engine has said that the data are others, the
 * computed one in its place.
 */
export const snapshot = signal<Snapshot | null>(readSnapshot());

export type NowState = 'kept' | 'refreshing' | 'failed' | 'no-data' | 'none-chosen' | 'waiting';
export const nowState = signal<NowState>(snapshot.value ? 'kept' : 'waiting');

type Model = typeof import('../compare/compare-model');
let following: Promise<{ readonly model: Model }> | null = null;

/** Said by the script that drew the picture: whether it is what a comparison made now would show. */
const checked = (globalThis as { readonly pictureChecked?: Promise<boolean> }).pictureChecked;
/** The picture was that once, since the popup was opened; after it only the data can change. */
let wasLive = false;

/** Compares again where the picture is not of what is held and asked now. */
export async function refreshNow(options: { readonly force?: boolean } = {}): Promise<void> {
  try {
    if (!options.force && !wasLive && (await checked)) {
      wasLive = true;
      nowState.value = 'kept';
      return;
    }
    const [{ engine }, { workspace }] = await Promise.all([
      import('../../state/engine'),
      import('../../state/workspace'),
    ]);
    const state = await engine().state(undefined);
    workspace.value = state;
    if (state.captures.length === 0) {
      const { eraseSnapshot } = await import('../../snapshot/snapshot');
      eraseSnapshot();
      snapshot.value = null;
      nowState.value = 'no-data';
      return;
    }
    if (!options.force && wasLive && snapshot.value?.dataVersion === state.dataVersion) {
      nowState.value = 'kept';
      return;
    }
    nowState.value = 'refreshing';
    await follow();
  } catch {
    nowState.value = 'failed';
  }
}

/** The whole comparison, for a file: computed where only the picture was kept. */
export async function comparisonNow(): Promise<Comparison> {
  if (nowState.value !== 'refreshing') await refreshNow({ force: true });
  const { model } = await follow();
  return new Promise((resolve, reject) => {
    const stop = effect(() => {
      const comparison = model.shown.value;
      const fault = model.compareCall.error.value ?? model.catalogCall.error.value;
      if (comparison && !model.compareCall.busy.value) resolve(comparison);
      else if (fault !== null) reject(fault);
      else return;
      queueMicrotask(() => stop());
    });
  });
}

/** Starts the same model the Compare view has, so that popup, panel and workspace can't disagree. */
function follow(): Promise<{ readonly model: Model }> {
  following ??= import('../compare/compare-model').then((model) => {
    // Nothing stops these: the popup lives no longer than they do.
    model.startComparing({ all: false });
    effect(() => {
      if (model.compareCall.value.value === null || model.compareCall.busy.value) return;
      snapshot.value = readSnapshot();
      wasLive = true;
      nowState.value = 'kept';
      requestAnimationFrame(() => performance.mark('comparison-live'));
    });
    effect(() => {
      if (model.compareCall.error.value !== null || model.catalogCall.error.value !== null)
        nowState.value = 'failed';
      else if (
        model.catalogCall.value.value !== null &&
        !model.catalogCall.busy.value &&
        model.compareRequest.value === null
      )
        nowState.value = 'none-chosen';
    });
    return { model };
  });
  return following;
}
