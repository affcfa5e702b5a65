import { isRowField } from '../rule/row-fields';
import type { SequenceStep } from '../rule/rule';
import { memo } from './memo';
import { rowColumn } from './row-column';
import { dependsOnAsOf } from './row-mask';
import type { Scope } from './scope';
import { stepMask } from './step-mask';
import { UNKNOWN, YES } from './trit';
import { answersOfRows, onlyField, valueAnswers } from './value-answers';

/** When rows of a step were: of person p from `offsets[p]` up to `offsets[p + 1]`, ascending, undated ones last. */
export interface StepTimes {
  readonly offsets: Uint32Array;
  readonly time: Float64Array;
}

/** Null where of some row it can't be told whether it is one of the step. */
export function stepTimes(scope: Scope, step: SequenceStep): StepTimes | null {
  const { dataset } = scope;
  const table = step.of === 'events' ? dataset.events : dataset.orders;
  const found = memo(dataset, `times of ${nameOf(scope, step)}`, () => {
    const mask = maskOfValues(scope, step) ?? stepMask(scope, step);
    if (mask === null) return 'all';
    return mask.includes(UNKNOWN) ? null : timesOf(table, mask, dataset.people.size);
  });
  return found === 'all' ? table : found;
}

/**
 * For each row of a step the nearest one of the same person's of another step that is later, or earlier; NaN where none
 * is. Whatever window is asked for, and however far apart the two may be, they are the same.
 */
export function nearestTimes(
  scope: Scope,
  [step, other]: readonly [SequenceStep, SequenceStep],
  side: 'later' | 'earlier',
): Float64Array | null {
  const [of, among] = [stepTimes(scope, step), stepTimes(scope, other)];
  if (of === null || among === null) return null;
  return memo(scope.dataset, `${side} of ${nameOf(scope, step)} ${nameOf(scope, other)}`, () => {
    const { offsets, time } = of;
    const { offsets: othersFrom, time: times } = among;
    const out = new Float64Array(time.length).fill(Number.NaN);
    for (let p = 0; p < scope.dataset.people.size; p++) {
      const begin = othersFrom[p]!;
      const end = othersFrom[p + 1]!;
      // The first one later than the row; before it stand those at its moment, and before them the earlier ones.
      let next = end;
      for (let i = offsets[p + 1]! - 1; i >= offsets[p]!; i--) {
        const t = time[i]!;
        if (Number.isNaN(t)) continue;
        while (next > begin && !(times[next - 1]! <= t)) next--;
        if (side === 'later') {
          if (next < end) out[i] = times[next]!;
          continue;
        }
        let before = next - 1;
        while (before >= begin && times[before] === t) before--;
        if (before >= begin) out[i] = times[before]!;
      }
    }
    return out;
  });
}

function nameOf({ currency, asOf }: Scope, { of, where = [] }: SequenceStep): string {
  return `${of} ${JSON.stringify(where)} ${currency}${dependsOnAsOf(where) ? ` ${asOf}` : ''}`;
}

/** Of steps that ask one text column of events alone, such as their kind: not kept, since the times are. */
function maskOfValues(scope: Scope, { of, where = [] }: SequenceStep): Uint8Array | null {
  const field = onlyField(where);
  if (of !== 'events' || field === null || isRowField(field)) return null;
  const column = rowColumn(scope.dataset, of, field)?.column;
  return column?.type === 'text' ? answersOfRows(column, valueAnswers(scope, column, where)) : null;
}

function timesOf({ offsets: rowsFrom, time: times }: StepTimes, mask: Uint8Array, people: number): StepTimes {
  const offsets = new Uint32Array(people + 1);
  for (let p = 0, count = 0; p < people; p++) {
    const end = rowsFrom[p + 1]!;
    for (let row = rowsFrom[p]!; row < end; row++) count += Number(mask[row] === YES);
    offsets[p + 1] = count;
  }
  const time = new Float64Array(offsets[people]!);
  const known = rowsFrom[people]!;
  for (let row = 0, at = 0; row < known; row++) if (mask[row] === YES) time[at++] = times[row]!;
  return { offsets, time };
}
