import { Bitset } from '../core/bitset';
import type { Dataset } from '../core/dataset';
import { asOfMoment } from '../core/time/as-of';
import { memo } from './engine/memo';

/**
 * Who was somebody at the as-of: the first that is dated of them (created at, an order, a return, an event) lies at
 * or before it. People of whom nothing is dated are always there. Everybody else is nobody yet: neither in a segment,
 * nor out of it, nor unknown.
 */
export function populationAt(dataset: Dataset, asOf: number): Bitset {
  const moment = asOfMoment(asOf);
  return memo(dataset, `population ${moment}`, () => {
    const first = firstTraces(dataset);
    const out = new Bitset(first.length);
    for (let p = 0; p < first.length; p++) if (!(first[p]! > moment)) out.add(p);
    return out;
  });
}

/** `WallMs` of the first dated thing held of each person; NaN where nothing is. */
export function firstTraces(dataset: Dataset): Float64Array {
  return memo(dataset, 'first traces', () => {
    const { people, orders, events } = dataset;
    const created = people.columns.get('createdAt');
    const out =
      created?.type === 'time' ? created.values.slice() : new Float64Array(people.size).fill(Number.NaN);
    for (const { offsets, time } of [orders, events]) {
      for (let p = 0; p < people.size; p++) {
        const row = offsets[p]!;
        // Undated rows stand last, so the first row is dated if any is.
        if (row < offsets[p + 1]! && !(time[row]! >= out[p]!) && !Number.isNaN(time[row]!))
          out[p] = time[row]!;
      }
    }
    return out;
  });
}
