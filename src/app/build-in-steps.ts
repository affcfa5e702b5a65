import type { JoinDecision } from '../core/join-decision';
import { type BuiltDataset, datasetSteps } from '../ingest/dataset/build-dataset';
import type { KeptTable } from '../ingest/dataset/capture-table';

/** An abort waits no longer than this, or than one column takes. */
const SLICE_MS = 40;

/** `buildDataset` that lets messages in between its steps. Rejects with AbortError where one of them was an abort. */
export async function buildInSteps(
  captures: readonly KeptTable[],
  version: number,
  decisions: readonly JoinDecision[] | undefined,
  signal: AbortSignal,
): Promise<BuiltDataset> {
  const breathe = async () => {
    await new Promise((resume) => setTimeout(resume, 0));
    signal.throwIfAborted();
  };
  await breathe();
  const steps = datasetSteps(captures, version, decisions);
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < SLICE_MS) continue;
    await breathe();
    began = performance.now();
  }
}
