export interface Grouped {
  /** Members of group g are `members[offsets[g]]` up to `members[offsets[g + 1]]`. Length groups + 1. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
}

/**
 * Rows by group, in the order they come (or that of `rows` where given). Rows of group -1 stand last, after
 * `offsets[groups]`.
 */
export function countingSort(groupOf: Int32Array, groups: number, rows?: Uint32Array): Grouped {
  const size = rows?.length ?? groupOf.length;
  const next = new Uint32Array(groups + 2);
  for (let i = 0; i < size; i++) {
    const g = groupOf[rows === undefined ? i : rows[i]!]!;
    next[(g < 0 ? groups : g) + 1]!++;
  }
  for (let g = 1; g < next.length; g++) next[g]! += next[g - 1]!;
  const offsets = next.slice(0, groups + 1);
  const members = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const row = rows === undefined ? i : rows[i]!;
    const g = groupOf[row]!;
    members[next[g < 0 ? groups : g]!++] = row;
  }
  return { offsets, members };
}
