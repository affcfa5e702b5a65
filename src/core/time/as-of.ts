import type { WallMs } from '../column';
import { DAY_MS, dayOf } from './calendar';

/** The last moment that counts: a date (exact midnight) takes in its whole day, a moment is itself. */
export function asOfMoment(asOf: WallMs): WallMs {
  return asOf % DAY_MS === 0 ? asOf + DAY_MS - 1 : asOf;
}

/** Where "the last `days` days" begin: that many calendar days, the as-of's own being the last of them. */
export function lastDaysStart(asOf: WallMs, days: number): WallMs {
  return (dayOf(asOf) - days + 1) * DAY_MS;
}
