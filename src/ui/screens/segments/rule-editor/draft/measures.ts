import type { FieldInfo } from '../../../../../protocol/engine-api';
import {
  type FieldFilter,
  type Filter,
  type Measure,
  type MeasureStat,
  NEEDS_FIELD,
} from '../../../../../segments/rule/rule';
import { newTest } from './value-tests';

export const STATS: Readonly<Record<Measure['of'], readonly MeasureStat[]>> = {
  orders: [
    'count',
    'sum',
    'mean',
    'min',
    'max',
    'days-since-last',
    'days-since-first',
    'share',
    'rate',
    'median-gap',
    'lateness',
    'share-of-gross',
    'distinct',
  ],
  items: ['count', 'sum', 'mean', 'min', 'max', 'distinct', 'share', 'days-since-last', 'days-since-first'],
  events: [
    'count',
    'days-since-last',
    'days-since-first',
    'share',
    'sum',
    'mean',
    'min',
    'max',
    'distinct',
    'rate',
    'median-gap',
    'lateness',
  ],
};

/** Money or units the engine works out for every row, besides the columns held. */
export const AMOUNTS: Readonly<Record<Measure['of'], readonly string[]>> = {
  orders: ['revenue', 'gross', 'refunded', 'discount', 'units'],
  items: ['revenue', 'units'],
  events: ['value'],
};

/** Fields a stat can be taken of, by id. */
export function measureFields(
  of: Measure['of'],
  stat: MeasureStat,
  fields: readonly FieldInfo[],
): readonly string[] {
  const columns = fields.filter((f) => f.table === of);
  if (stat === 'distinct') return ['day', ...columns.filter((f) => f.type === 'text').map((f) => f.id)];
  if (stat === 'share-of-gross') return ['discount', 'refunded'];
  const numeric = columns
    .filter((f) => (f.type === 'number' || f.type === 'money') && !AMOUNTS[of].includes(f.id))
    .map((f) => f.id);
  return [...AMOUNTS[of], ...numeric];
}

/** The measure of other rows or with another stat, its field and filters kept where they still fit. */
export function withStat(
  measure: Measure,
  of: Measure['of'],
  stat: MeasureStat,
  fields: readonly FieldInfo[],
): Measure {
  const before = measure.of === of ? measure : { of, stat };
  const where = before.where ?? (stat === 'share' ? [newFilter(of, fields)] : []);
  const offered = measureFields(of, stat, fields);
  const kept = before.field !== undefined && offered.includes(before.field) ? before.field : offered[0];
  return {
    of,
    stat,
    ...(NEEDS_FIELD.has(stat) ? { field: kept ?? '' } : {}),
    ...(where.length === 0 ? {} : { where }),
    ...(stat === 'share' && before.among !== undefined ? { among: before.among } : {}),
  };
}

export function newFilter(of: Measure['of'], fields: readonly FieldInfo[]): FieldFilter {
  const first =
    fields.find((f) => f.table === of && !(of === 'events' && f.id === 'kind')) ??
    (of === 'items' ? fields.find((f) => f.table === 'orders') : undefined);
  return first
    ? { field: first.id, test: newTest(first.type) }
    : { field: AMOUNTS[of][0] ?? '', test: newTest('number') };
}

/** The kinds of event that a measure or step is about, said first: null of any. */
export function kindsOf(of: Measure['of'], where: readonly Filter[]): readonly string[] | null {
  const [first] = where;
  if (of !== 'events' || first === undefined || 'kind' in first || first.field !== 'kind') return null;
  return first.test.op === 'is-any-of' ? first.test.values : null;
}

export function withKinds(
  of: Measure['of'],
  where: readonly Filter[],
  kinds: readonly string[] | null,
): readonly Filter[] {
  const rest = kindsOf(of, where) === null ? where : where.slice(1);
  return kinds === null ? rest : [{ field: 'kind', test: { op: 'is-any-of', values: kinds } }, ...rest];
}

export const isShare = ({ stat }: Pick<Measure, 'stat'>): boolean =>
  stat === 'share' || stat === 'share-of-gross';
