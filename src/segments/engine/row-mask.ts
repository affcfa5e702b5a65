import type { Dataset } from '../../core/dataset';
import { DAY_MS, dayOf, dayToCivil, weekdayOf } from '../../core/time/calendar';
import { fieldFilters } from '../rule/filter-fields';
import { isRowField, type RowField } from '../rule/row-fields';
import type { FieldFilter, Filter, FilterGroup, Measure, ValueTest } from '../rule/rule';
import { daysOfRows } from './days-of-rows';
import { memo } from './memo';
import { rowColumn } from './row-column';
import type { Scope } from './scope';
import { spread } from './spread';
import { testColumn } from './test-column';
import { andMasks, groupMasks, NO, UNKNOWN, YES } from './trit';
import { answersOfRows, onlyField, valueAnswers } from './value-answers';

type Table = Measure['of'];

/** Which rows match all filters: a trit a row, or null where every row does (no filter). */
export function rowMask(scope: Scope, of: Table, where: readonly Filter[]): Uint8Array | null {
  const [only] = where;
  if (only === undefined) return null;
  const key = `mask ${of} ${JSON.stringify(where)} ${scope.currency}${dependsOnAsOf(where) ? ` ${scope.asOf}` : ''}`;
  return memo(
    scope.dataset,
    key,
    () =>
      byValue(scope, of, where) ??
      // Each filter's own mask is kept as well: rules share kinds and channels more than whole filters.
      (where.length === 1
        ? 'kind' in only
          ? groupMask(scope, of, only)
          : filterMask(scope, of, only)
        : andMasks(where.map((one) => rowMask(scope, of, [one]) as Uint8Array))),
  );
}

/** Filters of one text column of the table's own, each of whose values is tested once. */
function byValue(scope: Scope, of: Table, where: readonly Filter[]): Uint8Array | null {
  const field = onlyField(where);
  if (field === null || isRowField(field)) return null;
  const found = rowColumn(scope.dataset, of, field);
  return found?.rowsOf === of && found.column.type === 'text'
    ? answersOfRows(found.column, valueAnswers(scope, found.column, where))
    : null;
}

/** As `rowMask`, and of `orders` sales only; null where every row matches. */
export function countedMask(scope: Scope, of: Table, where: readonly Filter[]): Uint8Array | null {
  const mask = rowMask(scope, of, where);
  if (of !== 'orders' || allSales(scope.dataset)) return mask;
  const { isSale } = scope.dataset.orders;
  if (mask === null) return isSale;
  const key = `sales ${JSON.stringify(where)} ${scope.currency}${dependsOnAsOf(where) ? ` ${scope.asOf}` : ''}`;
  return memo(scope.dataset, key, () => {
    const out = new Uint8Array(mask.length);
    for (let row = 0; row < out.length; row++) out[row] = isSale[row] === 1 ? mask[row]! : NO;
    return out;
  });
}

function allSales(dataset: Dataset): boolean {
  return memo(dataset, 'all sales', () => dataset.orders.isSale.every((sale) => sale === 1));
}

export const dependsOnAsOf = (where: readonly Filter[]) =>
  fieldFilters(where).some(({ field }) => field === 'daysAgo');

function groupMask(scope: Scope, of: Table, { kind, filters }: FilterGroup): Uint8Array {
  return groupMasks(
    kind,
    filters.map((one) => rowMask(scope, of, [one]) as Uint8Array),
  );
}

function tableSize({ orders, items, events }: Dataset, of: Table): number {
  return { orders, items, events }[of].size;
}

function filterMask(scope: Scope, of: Table, { field, test }: FieldFilter): Uint8Array {
  const { dataset } = scope;
  if (isRowField(field)) {
    const mask = timeMask(scope, of === 'events' ? 'events' : 'orders', field, test);
    return of === 'items' ? spread(mask, dataset.items.offsets, new Uint8Array(dataset.items.size)) : mask;
  }
  const found = rowColumn(dataset, of, field);
  if (found === null) return new Uint8Array(tableSize(dataset, of)).fill(UNKNOWN);
  const { column, rowsOf } = found;
  const answers = testColumn(column, test, scope.units, field === 'tags');
  // Having any discount, or none, is the same in every currency; having "over 100" is not.
  if (column.type === 'money' && !asksOnlyForSign(test)) blankOtherCurrencies(scope, rowsOf, answers);
  return of === 'items' && rowsOf === 'orders'
    ? spread(answers, dataset.items.offsets, new Uint8Array(dataset.items.size))
    : answers;
}

function asksOnlyForSign(test: ValueTest): boolean {
  if (test.op === 'between') return test.from === 0 && test.to === 0;
  return !('value' in test) || test.value === 0;
}

function blankOtherCurrencies(scope: Scope, of: Table, answers: Uint8Array): void {
  const ours = inCurrency(scope, of);
  if (ours === null) return;
  for (let row = 0; row < answers.length; row++) if (ours[row] === NO) answers[row] = UNKNOWN;
}

/** 1 for rows whose amounts are in the scope's currency; null where all are. */
export function inCurrency(scope: Scope, of: Table): Uint8Array | null {
  const { dataset, currency } = scope;
  return memo(dataset, `currency ${of} ${currency}`, () => {
    if (of === 'items') {
      const orders = inCurrency(scope, 'orders');
      return orders === null
        ? null
        : spread(orders, dataset.items.offsets, new Uint8Array(dataset.items.size));
    }
    const column = of === 'orders' ? dataset.orders.currency : dataset.events.columns.get('currency');
    if (column?.type !== 'text') return null;
    const wanted = currency === null ? -1 : column.dictionary.indexOf(currency);
    const none = currency !== null && wanted === -1;
    const out = new Uint8Array(column.codes.length);
    let all = true;
    for (let row = 0; row < out.length; row++) {
      const yes = !none && column.codes[row] === wanted;
      out[row] = yes ? YES : NO;
      if (!yes) all = false;
    }
    return all ? null : out;
  });
}

/** Fields of time have few values (days, hours): each is tested once, and rows look their answer up. */
function timeMask(scope: Scope, table: 'orders' | 'events', field: RowField, test: ValueTest): Uint8Array {
  const times = scope.dataset[table].time;
  const out = new Uint8Array(times.length);
  if (field === 'hour') {
    if (!hasClock(times)) return out.fill(UNKNOWN);
    const answers = answersFor(
      Float64Array.from({ length: 24 }, (_, hour) => hour),
      test,
    );
    for (let row = 0; row < out.length; row++) {
      const time = times[row]!;
      out[row] = Number.isNaN(time) ? UNKNOWN : answers[Math.floor(time / 3_600_000) - dayOf(time) * 24]!;
    }
    return out;
  }
  const { from, count, ofRow } = daysOfRows(scope.dataset, table);
  if (count === 0) return out.fill(UNKNOWN);
  const asOfDay = dayOf(scope.asOf);
  // Entry 0 is for undated rows.
  const values = Float64Array.from({ length: count }, (_, i) => dayField(field, from + i, asOfDay));
  const answers = new Uint8Array(count + 1);
  answers[0] = UNKNOWN;
  answers.set(answersFor(values, test), 1);
  for (let row = 0; row < out.length; row++) out[row] = answers[ofRow[row]!]!;
  return out;
}

const answersFor = (values: Float64Array, test: ValueTest) => testColumn({ type: 'number', values }, test, 1);

function dayField(field: Exclude<RowField, 'hour'>, day: number, asOfDay: number): number {
  const { year, month, day: ofMonth } = dayToCivil(day);
  switch (field) {
    case 'weekday':
      return weekdayOf(day * DAY_MS);
    case 'month':
      return month;
    case 'year':
      return year;
    case 'monthDay':
      return month * 100 + ofMonth;
    case 'daysAgo':
      return asOfDay - day;
  }
}

/** Whether any time is more than a date. */
export function hasClock(times: Float64Array): boolean {
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (time % DAY_MS !== 0 && !Number.isNaN(time)) return true;
  }
  return false;
}
