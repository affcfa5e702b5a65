import { measurePeople } from '../engine/measure-people';
import { measuredRows } from '../engine/measured-rows';
import type { Scope } from '../engine/scope';
import { NO, UNKNOWN, YES } from '../engine/trit';
import { windowRanges } from '../engine/window-ranges';
import type { Measure, MeasureStat, Window } from '../rule/rule';
import { type MeasuredPerson, MOST_SEEN } from './clause-trace';
import { seenRow } from './seen-row';

/** Money is summed over returns as well as sales. */
const WITH_RETURNS: ReadonlySet<MeasureStat> = new Set(['sum', 'mean', 'share-of-gross']);

/** One person's number by the engine's own measure, and the rows it was taken of. */
export function measuredPerson(
  scope: Scope,
  measure: Measure,
  window: Window,
  person: number,
): MeasuredPerson {
  const measured = measurePeople(scope, measure, window);
  const isShare = measure.stat === 'share' || measure.stat === 'share-of-gross';
  const unit = isShare ? 'share' : measured.unit;
  const nothing = { unit, value: null, atMost: null, rows: [], rowsInAll: 0, unsure: 0 } as const;
  if (!measured.held) return { ...nothing, lacks: 'nothing-held' };
  if (measured.untold?.has(person))
    return { ...nothing, ...rowsSeen(scope, measure, window, person), lacks: 'untold' };
  if (measured.anchored?.has(person) === false) return { ...nothing, lacks: 'no-window' };
  const seen = rowsSeen(scope, measure, window, person);
  const found = measured.values[person]!;
  if (Number.isNaN(found) && !measured.emptyIsZero) return { ...nothing, ...seen, lacks: 'no-rows' };
  const value = Number.isNaN(found) ? 0 : found;
  const most = measured.atMost === null ? value : Math.max(value, measured.atMost[person]!);
  return { unit, value, atMost: Number.isFinite(most) ? most : null, lacks: null, ...seen };
}

function rowsSeen(
  scope: Scope,
  measure: Measure,
  window: Window,
  person: number,
): Pick<MeasuredPerson, 'rows' | 'rowsInAll' | 'unsure'> {
  const ranges = windowRanges(scope, measure.of === 'events' ? 'events' : 'orders', window);
  const { from, to, counted, matched } = measuredRows(scope, measure, ranges);
  const mask = WITH_RETURNS.has(measure.stat) ? matched : counted;
  const all: number[] = [];
  let unsure = 0;
  for (let row = from[person]!; row < to[person]!; row++) {
    const answer = mask === null ? YES : mask[row]!;
    if (answer === NO) continue;
    if (answer === UNKNOWN) unsure++;
    else all.push(row);
  }
  return {
    rows: all.slice(-MOST_SEEN).map((row) => seenRow(scope.dataset, measure.of, row)),
    rowsInAll: all.length,
    unsure,
  };
}
