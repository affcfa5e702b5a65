import type { StepDone } from '../compare/step-done';
import type { CallOptions } from '../protocol/engine-api';

/** As long as a message may wait: an abort that came meanwhile is seen after it. */
const SLICE_MS = 40;

/**
 * Runs long work a slice at a time, tells how far it is, and lets go where it was aborted. Rejects with AbortError.
 */
export async function inSteps<T>(
  steps: Generator<StepDone, T>,
  now: () => number,
  { signal, onProgress }: CallOptions = {},
): Promise<T> {
  let began = now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - began < SLICE_MS) continue;
    const { done, of } = step.value;
    onProgress?.({ stage: 'measuring', rows: done, bytes: done, totalBytes: of });
    await new Promise((resume) => setTimeout(resume, 0));
    signal?.throwIfAborted();
    began = now();
  }
}
