import type { NextSteps, OwnNextSteps } from '../../compare/next-steps/next-steps';

/** Next steps the person wrote in place of the suggestions; null takes theirs back. */
export interface NextStepMethods {
  nextSteps: { request: null; answer: readonly OwnNextSteps[] };
  saveNextSteps: {
    request: { segmentId: string; aim: string | null; steps: NextSteps | null };
    answer: readonly OwnNextSteps[];
  };
}
