import type { Segment } from '../../segments/segment';

const COLOURS = 8;

export function leastUsedColour(segments: readonly Segment[]): number {
  const used = new Array<number>(COLOURS).fill(0);
  for (const { colour } of segments) used[colour % COLOURS] = (used[colour % COLOURS] ?? 0) + 1;
  return used.indexOf(Math.min(...used));
}
