import type { Filter } from '../../rule/rule';
import { kindCounts } from '../kind-counts';
import type { MeasuredRows } from '../measured-rows';
import type { Scope } from '../scope';
import { NO, UNKNOWN, YES } from '../trit';
import { valueAnswers } from '../value-answers';
import { type Answer, Counts, Untold } from './answer';

/** `count` of all events up to the as-of by nothing but their kind, from everybody's counts of each kind. */
export function countOfKinds(scope: Scope, filters: readonly Filter[], people: number): Answer {
  const answers = valueAnswers(scope, scope.dataset.events.kind, filters);
  const { counts, kinds } = kindCounts(scope);
  const found = new Counts(people);
  for (let p = 0; p < people; p++) {
    let yes = 0;
    let unknown = 0;
    for (let k = 0; k < kinds; k++) {
      if (answers[k] === YES) yes += counts[p * kinds + k]!;
      else if (answers[k] === UNKNOWN) unknown += counts[p * kinds + k]!;
    }
    found.set(p, yes, unknown);
  }
  return found.get();
}

export function count({ from, to, counted, lineless }: MeasuredRows, people: number): Answer {
  const found = new Counts(people);
  for (let p = 0; p < people; p++) {
    let yes = 0;
    let unknown = 0;
    if (counted === null) yes = to[p]! - from[p]!;
    else
      for (let row = from[p]!; row < to[p]!; row++) {
        const c = counted[row]!;
        yes += c & YES;
        unknown += c >>> 1;
      }
    found.set(p, yes, lineless?.has(p) ? Number.POSITIVE_INFINITY : unknown);
  }
  return found.get();
}

export function share({ from, to, counted, base, lineless }: MeasuredRows, people: number): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let yes = 0;
    let unknown = 0;
    let rows = 0;
    if (base === null) {
      // Trits are added up by their bits: a branch a row costs more.
      rows = to[p]! - from[p]!;
      if (counted === null) yes = rows;
      else
        for (let row = from[p]!; row < to[p]!; row++) {
          const c = counted[row]!;
          yes += c & YES;
          unknown += c >>> 1;
        }
    } else
      for (let row = from[p]!; row < to[p]!; row++) {
        const b = base[row]!;
        if (b === NO) continue;
        rows++;
        const c = b === UNKNOWN ? UNKNOWN : counted === null ? YES : counted[row]!;
        yes += c & YES;
        unknown += c >>> 1;
      }
    if (rows > unknown) values[p] = yes / (rows - unknown);
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}
