import { signal } from '@preact/signals';
import type { NextSteps, OwnNextSteps } from '../../../../compare/next-steps/next-steps';
import { engine } from '../../../state/engine';

/** The steps the person wrote; empty until they are read. */
export const ownSteps = signal<readonly OwnNextSteps[]>([]);

export async function readOwnSteps(): Promise<void> {
  ownSteps.value = await engine().nextSteps(null);
}

export async function keepSteps(segmentId: string, aim: string | null, steps: NextSteps | null) {
  ownSteps.value = await engine().saveNextSteps({ segmentId, aim, steps });
}
