import { signal } from '@preact/signals';
import { isAbort } from '../../../../core/app-error';
import type { JoinSettlement } from '../../../../core/join-decision';
import type { Progress } from '../../../../ingest/survey';
import type { CallOptions, WorkspaceState } from '../../../../protocol/engine-api';
import { announce } from '../../../parts/live-region';
import { engine } from '../../../state/engine';
import { workspace } from '../../../state/workspace';
import { joinsText } from './joins-text';

/** A decision under way: one at a time, since each builds the data anew. */
export const settling = signal<{ readonly progress: Progress | null } | null>(null);
export const settleError = signal<unknown>(null);
/** What became of the last one, until the next. */
export const settleOutcome = signal<string | null>(null);

let abort: AbortController | null = null;

export const settle = (settlement: JoinSettlement): Promise<void> =>
  run(
    (call) => engine().settleJoin({ settlement }, call),
    (people) => joinsText.value.settled(people),
  );

export const takeBack = (decisionId: string): Promise<void> =>
  run(
    (call) => engine().takeBackJoin({ decisionId }, call),
    (people) => joinsText.value.takenBack(people),
  );

export function cancelSettling(): void {
  abort?.abort();
}

async function run(
  call: (options: CallOptions) => Promise<WorkspaceState>,
  done: (people: string) => string,
): Promise<void> {
  if (settling.value) return;
  abort = new AbortController();
  settling.value = { progress: null };
  settleError.value = null;
  settleOutcome.value = null;
  try {
    const state = await call({
      signal: abort.signal,
      onProgress: (progress) => {
        settling.value = { progress };
      },
    });
    workspace.value = state;
    settleOutcome.value = done(joinsText.value.people(state.people));
    announce(settleOutcome.value);
  } catch (error) {
    if (isAbort(error)) settleOutcome.value = joinsText.value.cancelled;
    else settleError.value = error;
  } finally {
    settling.value = null;
    abort = null;
  }
}
