import { DAY_MS } from '../core/time/calendar';
import { measurePeople } from './engine/measure-people';
import { rowRanges } from './engine/row-ranges';
import type { Scope } from './engine/scope';
import { rhythm } from './rhythm';
import type { Measure } from './rule/rule';

export interface WindowChoice {
  readonly days: number;
  /** Who has a row in the last so many days. */
  readonly people: number;
  readonly from: 'gap' | 'two-gaps' | null;
}

const USUAL = [7, 14, 30, 60, 90, 180, 365, 730];

/** The last N days worth asking about: the usual lengths as far back as rows go, and one and two gaps between orders. */
export function windowChoices(scope: Scope, measure: Pick<Measure, 'of' | 'where'>): readonly WindowChoice[] {
  const table = measure.of === 'events' ? 'events' : 'orders';
  const { from, to } = rowRanges(scope, table, { kind: 'lifetime' });
  const { time } = scope.dataset[table];
  let first = Number.POSITIVE_INFINITY;
  for (let p = 0; p < to.length; p++)
    if (from[p]! < to[p]! && time[from[p]!]! < first) first = time[from[p]!]!;
  if (first === Number.POSITIVE_INFINITY) return [];
  const reach = Math.ceil((scope.asOf - first) / DAY_MS) + 1;
  const usual = rhythm(scope);
  const gap = usual === null ? null : Math.max(1, Math.round(usual.days));
  const wanted = new Map<number, WindowChoice['from']>(USUAL.map((days) => [days, null]));
  if (gap !== null) wanted.set(gap * 2, 'two-gaps').set(gap, 'gap');
  return [...wanted]
    .filter(([days]) => days <= reach)
    .sort(([a], [b]) => a - b)
    .map(([days, source]) => ({ days, from: source, people: peopleWithin(scope, measure, days) }));
}

function peopleWithin(scope: Scope, { of, where }: Pick<Measure, 'of' | 'where'>, days: number): number {
  const counted: Measure = { of, stat: 'count', ...(where === undefined ? {} : { where }) };
  const { values } = measurePeople(scope, counted, { kind: 'last-days', days });
  let people = 0;
  for (let p = 0; p < values.length; p++) if (values[p]! > 0) people++;
  return people;
}
