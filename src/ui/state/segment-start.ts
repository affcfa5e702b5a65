import { signal } from '@preact/signals';
import type { Rule } from '../../segments/rule/rule';
import { goTo } from './route';

/** A rule made elsewhere (a filter, a cell, a flow) that is to become a segment of one's own. */
export interface SegmentStart {
  readonly name: string;
  readonly rule: Rule;
}

export const segmentStart = signal<SegmentStart | null>(null);

/** Opens the rule in the builder, named and not yet saved. */
export function editAsSegment(start: SegmentStart): void {
  segmentStart.value = start;
  goTo('segments');
}

/** What was asked to be opened, once. */
export function takeSegmentStart(): SegmentStart | null {
  const start = segmentStart.peek();
  segmentStart.value = null;
  return start;
}
