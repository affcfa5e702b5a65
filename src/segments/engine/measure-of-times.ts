import { dayOf } from '../../core/time/calendar';
import { isRowField } from '../rule/row-fields';
import type { Measure, Window } from '../rule/rule';
import { rowColumn } from './row-column';
import { firstAfter, firstNotBefore, spanOf } from './row-ranges';
import { rowsByValue } from './rows-by-value';
import type { Scope } from './scope';
import { stepTimes } from './step-times';
import { YES } from './trit';
import { onlyField, valueAnswers } from './value-answers';

/** Times are kept of rows that are up to this part of their table. */
const FEW = 1 / 4;

/**
 * How many events of some kind, or days since the first or last of them, where they are few among all, the window is the
 * same days for everybody and it can be told of every row: the times of such events are kept with the data, and no
 * other row is met. NaN for people without one; null of other measures, and where nobody has one.
 */
export function measureOfTimes(scope: Scope, measure: Measure, window: Window): Float64Array | null {
  const { dataset, asOf } = scope;
  const { of, stat } = measure;
  if (of !== 'events' || (stat !== 'count' && stat !== 'days-since-last' && stat !== 'days-since-first'))
    return null;
  const lifetime = { start: Number.NEGATIVE_INFINITY, end: asOf };
  const span = window.kind === 'lifetime' ? lifetime : spanOf(window, asOf);
  const where = [...(measure.among ?? []), ...(measure.where ?? [])];
  const field = onlyField(where);
  if (span === null || field === null || isRowField(field)) return null;
  const column = rowColumn(dataset, of, field)?.column;
  if (column?.type !== 'text') return null;
  const answers = valueAnswers(scope, column, where);
  const rows = rowsByValue(dataset, field, column).reduce(
    (sum, count, code) => sum + (answers[code] === YES ? count : 0),
    0,
  );
  if (rows > dataset.events.size * FEW) return null;
  const list = stepTimes(scope, { of, where });
  if (list === null) return null;

  const { offsets, time } = list;
  const today = dayOf(asOf);
  const values = new Float64Array(dataset.people.size).fill(Number.NaN);
  let held = false;
  for (let p = 0; p < values.length; p++) {
    const begin = offsets[p]!;
    const to = firstAfter(time, begin, offsets[p + 1]!, span.end);
    const from = window.kind === 'lifetime' ? begin : firstNotBefore(time, begin, to, span.start);
    if (from >= to) continue;
    held = true;
    values[p] =
      stat === 'count' ? to - from : today - dayOf(time[stat === 'days-since-last' ? to - 1 : from]!);
  }
  return held ? values : null;
}
