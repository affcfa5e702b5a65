import { dayOf } from '../../core/time/calendar';
import type { Filter } from '../rule/rule';
import { isNumberTest, numberRange } from './number-range';
import { rowColumn } from './row-column';
import type { RowRanges } from './row-ranges';
import type { Scope } from './scope';
import { and, NO, YES } from './trit';
import { onlyField, valueAnswers } from './value-answers';

/** Up to this part of a table's rows is tested anew for each window, and nothing as long as the table is kept. */
const FEW = 1 / 8;

/**
 * `rowMask` of events for the few that lie in a window: elsewhere it says nothing. Null where they are not few, or where
 * a filter needs more than a look at a text or at how long ago it was.
 */
export function windowMask(scope: Scope, where: readonly Filter[], ranges: RowRanges): Uint8Array | null {
  const { size } = scope.dataset.events;
  const { from, to } = ranges;
  let rows = 0;
  for (let p = 0; p < to.length; p++) rows += to[p]! - from[p]!;
  if (rows > size * FEW) return null;
  const tests: RowTest[] = [];
  for (const filter of where) {
    const test = rowTest(scope, filter);
    if (test === null) return null;
    tests.push(test);
  }
  const out = new Uint8Array(size);
  for (let p = 0; p < to.length; p++) {
    for (let row = from[p]!; row < to[p]!; row++) {
      let answer = YES;
      for (let t = 0; t < tests.length; t++) answer = and(answer, tests[t]!(row));
      out[row] = answer;
    }
  }
  return out;
}

/** A trit for a row. */
type RowTest = (row: number) => number;

function rowTest(scope: Scope, filter: Filter): RowTest | null {
  const { dataset, asOf } = scope;
  const field = onlyField([filter]);
  if (field === 'daysAgo' && !('kind' in filter) && isNumberTest(filter.test)) {
    const { lo, hi } = numberRange(filter.test);
    const today = dayOf(asOf);
    const { time } = dataset.events;
    return (row) => {
      const days = today - dayOf(time[row]!);
      return days >= lo && days <= hi ? YES : NO;
    };
  }
  const column = field === null ? undefined : rowColumn(dataset, 'events', field)?.column;
  if (column?.type !== 'text') return null;
  const answers = valueAnswers(scope, column, [filter]);
  const { codes } = column;
  return (row) => answers[codes[row]! + 1]!;
}
