import type { WallMs } from '../../core/column';
import { asOfMoment } from '../../core/time/as-of';
import { DAY_MS, dayOf } from '../../core/time/calendar';

/**
 * The day (its midnight) on which membership is fixed so that the data covers `days` whole days after it: the as-of
 * where it lies early enough, else the latest such day. `lastMoment` is the end of the data.
 */
export function frozenDay(lastMoment: WallMs, asOf: WallMs | null, days: number): WallMs {
  const latest = (dayOf(asOfMoment(lastMoment) + 1) - 1 - days) * DAY_MS;
  return asOf !== null && asOfMoment(asOf) <= asOfMoment(latest) ? asOf : latest;
}
