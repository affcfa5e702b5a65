import { effect, signal, untracked } from '@preact/signals';
import { isAbort } from '../../../core/app-error';
import { en } from '../../../i18n/en/settings';
import { pl } from '../../../i18n/pl/settings';
import type { SettingsState } from '../../../protocol/engine-api';
import { engine } from '../../state/engine';
import { textOf } from '../../state/text';
import { refreshWorkspace, workspace } from '../../state/workspace';

export const settingsText = textOf({ en, pl });

/** As last heard from the engine; null until it first answers. */
export const settings = signal<SettingsState | null>(null);
export const settingsError = signal<unknown>(null);
/** A change is under way. */
export const saving = signal(false);

/** Follows the data while the screen is open: what rates make of the orders changes with it. */
export function followSettings(): () => void {
  return effect(() => {
    workspace.value?.dataVersion;
    const controller = new AbortController();
    untracked(() => {
      engine()
        .settings(undefined, { signal: controller.signal })
        .then(
          (state) => {
            settings.value = state;
          },
          (error: unknown) => {
            if (!isAbort(error)) settingsError.value = error;
          },
        );
    });
    return () => controller.abort();
  });
}

/** Makes a change, one at a time; true where it was made. */
export async function change(call: () => Promise<SettingsState>): Promise<boolean> {
  if (saving.value) return false;
  saving.value = true;
  settingsError.value = null;
  try {
    settings.value = await call();
    await refreshWorkspace();
    return true;
  } catch (error) {
    settingsError.value = error;
    return false;
  } finally {
    saving.value = false;
  }
}
