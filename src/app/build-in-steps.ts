import type { JoinDecision } from '../core/join-decision';
import { type BuiltDataset, datasetSteps } from '../ingest/dataset/build-dataset';
import type { KeptTable } from '../ingest/dataset/capture-table';
import type { WorkOptions } from '../ingest/survey';

/** An abort waits no longer than this, or than one column takes. */
const SLICE_MS = 40;
/** As fine as a bar shows it. */
const STEPS = 1000;

/**
 * `buildDataset` that lets messages in between its steps and tells how far it is. Rejects with AbortError where one of
 * them was an abort.
 */
export async function buildInSteps(
  captures: readonly KeptTable[],
  version: number,
  decisions: readonly JoinDecision[] | undefined,
  { signal, onProgress }: WorkOptions,
): Promise<BuiltDataset> {
  const rows = captures.reduce((sum, kept) => sum + kept.rows, 0);
  const breathe = async (share: number) => {
    onProgress?.({ stage: 'joining', rows, bytes: Math.round(share * STEPS), totalBytes: STEPS });
    await new Promise((resume) => setTimeout(resume, 0));
    signal.throwIfAborted();
  };
  await breathe(0);
  const steps = datasetSteps(captures, version, decisions);
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < SLICE_MS) continue;
    await breathe(step.value);
    began = performance.now();
  }
}
