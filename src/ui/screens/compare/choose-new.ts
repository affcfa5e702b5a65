import { effect } from '@preact/signals';
import { chooseSegment, chosenSegments, MAX_CHOSEN } from '../../state/chosen-segments';
import { catalogCall } from './compare-model';

/** Chooses a segment that was saved a moment ago, once the catalog knows it; false where all places are taken. */
export async function chooseNew(id: string): Promise<boolean> {
  if (chosenSegments.value.length >= MAX_CHOSEN) return false;
  const asked = catalogCall.answered.value;
  if (asked !== null) {
    catalogCall.askAgain(asked);
    await idle();
  }
  return chooseSegment(id);
}

async function idle(): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = effect(() => {
      if (!catalogCall.busy.value) resolve();
    });
  });
  stop();
}
