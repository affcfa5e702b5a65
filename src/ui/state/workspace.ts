import { signal } from '@preact/signals';
import type { WorkspaceState } from '../../protocol/engine-api';
import { engine } from './engine';

/** What is held, as last heard from the engine; null until it first answers. */
export const workspace = signal<WorkspaceState | null>(null);
export const workspaceError = signal<unknown>(null);

export async function refreshWorkspace(signalOf?: AbortSignal): Promise<void> {
  try {
    workspace.value = await engine().state(undefined, signalOf ? { signal: signalOf } : {});
    workspaceError.value = null;
  } catch (error) {
    if (signalOf?.aborted) return;
    workspaceError.value = error;
  }
}
