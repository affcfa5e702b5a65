import type { WallMs } from '../core/column';
import { addMonths, DAY_MS, dayOf } from '../core/time/calendar';
import { memo } from './engine/memo';
import { countedMask } from './engine/row-mask';
import { rowRanges } from './engine/row-ranges';
import type { Scope } from './engine/scope';
import type { Stages } from './engine/stages';
import { NO } from './engine/trit';
import { firstTraces } from './population';
import { LIFECYCLE_STAGES, type LifecycleStage } from './rule/rule';

export const INTERVAL_MONTHS = { month: 1, quarter: 3, year: 12 } as const;
export type LifecycleInterval = keyof typeof INTERVAL_MONTHS;

const bit = (stage: LifecycleStage) => 1 << LIFECYCLE_STAGES.indexOf(stage);
const NEITHER = 1 << LIFECYCLE_STAGES.length;

/** The interval that ends with the as-of's day, and the one before it: whole days, so a month end is a whole month. */
export function lifecycleIntervals(
  asOf: WallMs,
  interval: LifecycleInterval,
): { readonly before: WallMs; readonly now: WallMs } {
  const next = (dayOf(asOf) + 1) * DAY_MS;
  const months = INTERVAL_MONTHS[interval];
  return { now: addMonths(next, -months), before: addMonths(next, -2 * months) };
}

/**
 * New, returning, resurrecting or dormant (product.md §4.4). Active is having bought; where no orders are held, having
 * done anything that is held but being sent mail. Created is the earliest of the record's own date and all that is
 * held of the person; where what is held doesn't reach back before both intervals, "first seen now" is not "new" and
 * stays open, and so does whether somebody was active before.
 */
export function lifecycle(scope: Scope, interval: LifecycleInterval): Stages {
  const { dataset, asOf } = scope;
  return memo(dataset, `lifecycle ${interval} ${asOf}`, () => {
    const { now, before } = lifecycleIntervals(asOf, interval);
    const people = dataset.people.size;
    const possible = new Uint8Array(people);
    const activity = activityOf(scope);
    if (activity === null) {
      return { possible: possible.fill(NEITHER | (NEITHER - 1)) };
    }
    const { table, counted } = activity;
    const { from, to } = rowRanges(scope, table, { kind: 'lifetime' });
    const { time } = dataset[table];
    const first = firstTraces(dataset);
    const created = dataset.people.columns.get('createdAt');
    const reachesBack = dayOf(heldSince(scope)) <= dayOf(before);
    for (let p = 0; p < people; p++) {
      let activeNow = false;
      let activeBefore = false;
      for (let row = to[p]! - 1; row >= from[p]!; row--) {
        if (counted !== null && counted[row] === NO) continue;
        const at = time[row]!;
        if (at < before) break;
        if (at >= now) activeNow = true;
        else activeBefore = true;
        if (activeBefore) break;
      }
      const dated = created?.type === 'time' && !Number.isNaN(created.values[p]);
      const seenBefore = first[p]! < now;
      const mayBeNew = !seenBefore;
      const surelyNew = mayBeNew && (dated || reachesBack);
      // Somebody first heard of now can't have been active before; anybody else may, unseen, if nothing is held.
      const open = !activeBefore && !reachesBack && !surelyNew;
      if (activeNow) {
        if (mayBeNew) possible[p] = bit('new');
        if (!surelyNew) possible[p]! |= activeBefore || open ? bit('returning') : 0;
        if (!surelyNew && !activeBefore) possible[p]! |= bit('resurrecting');
      } else if (activeBefore) possible[p] = bit('dormant');
      else possible[p] = NEITHER | (open ? bit('dormant') : 0);
    }
    return { possible };
  });
}

function activityOf(scope: Scope): { table: 'orders' | 'events'; counted: Uint8Array | null } | null {
  const { dataset, asOf } = scope;
  const holds = (times: Float64Array) => times.some((time) => time <= asOf);
  if (holds(dataset.orders.time)) return { table: 'orders', counted: countedMask(scope, 'orders', []) };
  if (!holds(dataset.events.time)) return null;
  const unasked = { field: 'kind', test: { op: 'is-none-of', values: ['mail-sent'] } } as const;
  return { table: 'events', counted: countedMask(scope, 'events', [unasked]) };
}

/** First moment of anything held. */
function heldSince({ dataset }: Scope): WallMs {
  return memo(dataset, 'held since', () => {
    let first = Number.POSITIVE_INFINITY;
    for (const { time } of [dataset.orders, dataset.events])
      for (let row = 0; row < time.length; row++) if (time[row]! < first) first = time[row]!;
    return first;
  });
}
