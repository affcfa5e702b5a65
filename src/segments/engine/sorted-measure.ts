import { Bitset } from '../../core/bitset';
import { sortFloats } from '../../core/sorting/sort-floats';
import type { PersonMeasure } from './measure-people';

/** The numbers of everybody who surely has one, ascending, and of whom it can't be told. */
export function sortedMeasure(
  { values, atMost, untold }: PersonMeasure,
  everyone: Bitset,
): { readonly sorted: Float64Array; readonly unknown: Bitset } {
  const unknown = new Bitset(everyone.size);
  const known = new Float64Array(values.length);
  let n = 0;
  const uncertain = (p: number) =>
    untold?.has(p) === true || (atMost !== null && atMost[p]! > (Number.isNaN(values[p]) ? 0 : values[p]!));
  everyone.forEach((p) => {
    if (uncertain(p)) unknown.add(p);
    else if (!Number.isNaN(values[p])) known[n++] = values[p]!;
  });
  return { sorted: sortFloats(known.subarray(0, n)), unknown };
}
