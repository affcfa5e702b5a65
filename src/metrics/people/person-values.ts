/** Whole numbers of people; those of person p are `values[offsets[p]]` up to `values[offsets[p + 1]]`, ascending. */
export interface PersonValues {
  readonly offsets: Uint32Array;
  readonly values: Int32Array;
  readonly largest: number;
}

/** More of one person are sorted by the platform, whose call costs more than a few need. */
const FEW = 24;

/** Of the first `offsets.at(-1)` of `values`, which it sorts person by person. */
export function personValues(offsets: Uint32Array, values: Int32Array): PersonValues {
  let largest = 0;
  for (let p = 0; p < offsets.length - 1; p++) {
    const from = offsets[p]!;
    const end = offsets[p + 1]!;
    if (end === from) continue;
    if (end - from > FEW) values.subarray(from, end).sort();
    else {
      for (let i = from + 1; i < end; i++) {
        const value = values[i]!;
        let at = i - 1;
        for (; at >= from && values[at]! > value; at--) values[at + 1] = values[at]!;
        values[at + 1] = value;
      }
    }
    if (values[end - 1]! > largest) largest = values[end - 1]!;
  }
  return { offsets, values: values.slice(0, offsets[offsets.length - 1]), largest };
}
