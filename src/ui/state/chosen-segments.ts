import { persisted } from './persisted';

/** More would not be told apart in a chart: there are eight colours. */
export const MAX_CHOSEN = 8;

/** Ids of the segments picked for comparison, in the order they were picked. */
export const chosenSegments = persisted<readonly string[]>('chosen-segments', [], (raw) =>
  Array.isArray(raw) ? raw.filter((id): id is string => typeof id === 'string').slice(0, MAX_CHOSEN) : null,
);

/** False where all eight places are taken. */
export function chooseSegment(id: string): boolean {
  if (chosenSegments.value.includes(id)) return true;
  if (chosenSegments.value.length >= MAX_CHOSEN) return false;
  chosenSegments.value = [...chosenSegments.value, id];
  return true;
}

export function unchooseSegment(id: string): void {
  chosenSegments.value = chosenSegments.value.filter((other) => other !== id);
}
