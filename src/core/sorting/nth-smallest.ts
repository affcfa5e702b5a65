/**
 * The value that would stand at `nth` (from 0) if `values`, without NaN, were sorted: their order is changed, and the
 * rest of it means nothing. C. A. R. Hoare (1961), Algorithm 65: FIND.
 */
export function nthSmallest(values: Float64Array, nth: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = middleOf(values[from]!, values[(from + to) >>> 1]!, values[to]!);
    let i = from;
    let j = to;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (nth <= j) to = j;
    else if (nth >= i) from = i;
    else break;
  }
  return values[nth]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
