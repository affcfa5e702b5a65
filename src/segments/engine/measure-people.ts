import type { Bitset } from '../../core/bitset';
import type { Column } from '../../core/column';
import { dayOf } from '../../core/time/calendar';
import type { Measure, Window } from '../rule/rule';
import { areRowsHeld } from './held-rows';
import { measureOfTimes } from './measure-of-times';
import { type MeasuredRows, measuredRows } from './measured-rows';
import { memo } from './memo';
import { extreme, mean, ratio, sum } from './person-stats/amounts';
import { type Answer, allUntold } from './person-stats/answer';
import { count, countOfKinds, share } from './person-stats/counting';
import { distinctDays, distinctNumbers, distinctText } from './person-stats/distinct';
import { daysSince, medianGaps, rate } from './person-stats/timing';
import { rowColumn } from './row-column';
import { inCurrency } from './row-mask';
import type { Scope } from './scope';
import { spread } from './spread';
import { YES } from './trit';
import { onlyField } from './value-answers';
import { windowRanges } from './window-ranges';

/** One number for each person, in the column's own unit (money: minor). */
export interface PersonMeasure extends Answer {
  /** False where nothing of the kind is held for the window: nobody can be told. */
  readonly held: boolean;
  /** Who the window exists for, null for everybody; the others fail every test. */
  readonly anchored: Bitset | null;
  /** Nothing to measure counts as 0 in tests (count, sum, distinct), and as having none in ranks. */
  readonly emptyIsZero: boolean;
  readonly unit: 'money' | 'days' | 'number';
}

export function measurePeople(scope: Scope, measure: Measure, window: Window): PersonMeasure {
  const { dataset, asOf, currency } = scope;
  const key = `measure ${JSON.stringify([measure, window])} ${asOf} ${currency}`;
  return memo(dataset, key, () => compute(scope, measure, window));
}

function compute(scope: Scope, measure: Measure, window: Window): PersonMeasure {
  const people = scope.dataset.people.size;
  const unit = unitOf(scope, measure);
  const emptyIsZero = measure.stat === 'count' || measure.stat === 'sum' || measure.stat === 'distinct';
  const told = isCountOfKinds(measure, window) ? null : measureOfTimes(scope, measure, window);
  if (told !== null) {
    return { held: true, values: told, atMost: null, untold: null, anchored: null, emptyIsZero, unit };
  }
  const ranges = windowRanges(scope, measure.of === 'events' ? 'events' : 'orders', window);
  const { anchored } = ranges;
  const filters = [...(measure.among ?? []), ...(measure.where ?? [])];
  if (!ranges.held || !areRowsHeld(scope, measure.of, filters, window, ranges)) {
    const values = new Float64Array(people).fill(Number.NaN);
    return { held: false, values, atMost: null, untold: null, anchored, emptyIsZero, unit };
  }
  const answer = isCountOfKinds(measure, window)
    ? countOfKinds(scope, filters, people)
    : statOf(scope, measure, window, measuredRows(scope, measure, ranges), people);
  const untold = ranges.untold === null ? answer.untold : (answer.untold?.or(ranges.untold) ?? ranges.untold);
  return { held: true, emptyIsZero, unit, ...answer, untold, anchored };
}

/** Whether `kindCounts` answer it. */
function isCountOfKinds({ of, stat, among = [], where = [] }: Measure, window: Window): boolean {
  return (
    of === 'events' &&
    stat === 'count' &&
    window.kind === 'lifetime' &&
    onlyField([...among, ...where]) === 'kind'
  );
}

function statOf(scope: Scope, measure: Measure, window: Window, rows: MeasuredRows, people: number): Answer {
  switch (measure.stat) {
    case 'count':
      return count(rows, people);
    case 'share':
      return share(rows, people);
    case 'days-since-last':
      return daysSince(rows, people, dayOf(scope.asOf), 'last');
    case 'days-since-first':
      return daysSince(rows, people, dayOf(scope.asOf), 'first');
    case 'rate':
      return rate(rows, people, dayOf(scope.asOf));
    case 'median-gap':
      return medianGaps(rows, people);
    case 'lateness':
      return lateness(scope, measure, window);
    case 'distinct': {
      if (measure.field === 'day') return distinctDays(rows, people);
      const column = valueColumn(scope, measure);
      if (column === null) return allUntold(rows, people);
      return column.type === 'text'
        ? distinctText(rows, column, people)
        : distinctNumbers(rows, column, people);
    }
    case 'share-of-gross': {
      const part = usableValues(scope, measure);
      const whole = usableValues(scope, { ...measure, field: 'gross' });
      return part === null || whole === null ? allUntold(rows, people) : ratio(rows, part, whole, people);
    }
    case 'sum':
    case 'mean':
    case 'min':
    case 'max': {
      const values = usableValues(scope, measure);
      if (values === null) return allUntold(rows, people);
      if (measure.stat === 'sum') return sum(rows, values, people);
      if (measure.stat === 'mean') return mean(rows, values, people);
      return extreme(rows, values, people, measure.stat);
    }
  }
}

function unitOf(scope: Scope, measure: Measure): PersonMeasure['unit'] {
  switch (measure.stat) {
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
      return rowColumn(scope.dataset, measure.of, measure.field ?? 'revenue')?.column.type === 'money'
        ? 'money'
        : 'number';
    case 'days-since-last':
    case 'days-since-first':
    case 'median-gap':
      return 'days';
    default:
      return 'number';
  }
}

function valueColumn(scope: Scope, measure: Measure): Column | null {
  const found = rowColumn(scope.dataset, measure.of, measure.field ?? 'revenue');
  if (found === null) return null;
  return measure.of === 'items' && found.rowsOf === 'orders'
    ? spreadColumn(scope, found.column)
    : found.column;
}

function spreadColumn({ dataset }: Scope, column: Column): Column {
  const { offsets, size } = dataset.items;
  switch (column.type) {
    case 'text':
      return { ...column, codes: spread(column.codes, offsets, new Int32Array(size)) };
    case 'flag':
      return { ...column, values: spread(column.values, offsets, new Uint8Array(size)) };
    default:
      return { ...column, values: spread(column.values, offsets, new Float64Array(size)) };
  }
}

/** Numbers to add up, NaN where the row can't be used; null where no row can. */
function usableValues(scope: Scope, measure: Measure): Float64Array | null {
  const column = valueColumn(scope, measure);
  if (column === null || column.type === 'text' || column.type === 'flag') return null;
  const ours = column.type === 'money' ? inCurrency(scope, measure.of) : null;
  if (ours === null) return column.values;
  return memo(scope.dataset, `usable ${measure.of} ${measure.field} ${scope.currency}`, () => {
    const out = new Float64Array(column.values.length);
    for (let row = 0; row < out.length; row++)
      out[row] = ours[row] === YES ? column.values[row]! : Number.NaN;
    return out;
  });
}

/** How many of their own median gaps people have been silent: both are measures that others ask for as well. */
function lateness(scope: Scope, measure: Measure, window: Window): Answer {
  const gaps = measurePeople(scope, { ...measure, stat: 'median-gap' }, window);
  const silent = measurePeople(scope, { ...measure, stat: 'days-since-last' }, window);
  return {
    values: gaps.values.map((gap, p) => silent.values[p]! / gap),
    atMost: null,
    untold: gaps.untold,
  };
}
