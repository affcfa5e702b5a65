export interface Grouped {
  /** Members of group g are `members[offsets[g]]` up to `members[offsets[g + 1]]`. Length groups + 1. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
}

/** Rows by group, in the order they come. Rows of group -1 stand last, from `offsets[groups]` on. */
export function countingSort(groupOf: Int32Array, groups: number): Grouped {
  const size = groupOf.length;
  const next = new Uint32Array(groups + 2);
  for (let i = 0; i < size; i++) {
    const g = groupOf[i]!;
    next[(g < 0 ? groups : g) + 1]!++;
  }
  for (let g = 1; g < next.length; g++) next[g]! += next[g - 1]!;
  const offsets = next.slice(0, groups + 1);
  const members = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const g = groupOf[i]!;
    members[next[g < 0 ? groups : g]!++] = i;
  }
  return { offsets, members };
}
