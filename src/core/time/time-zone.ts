import type { WallMs } from '../column';
import { DAY_MS } from './calendar';

/** Milliseconds of real time since 1970-01-01 UTC. */
export type Instant = number;

/** A clock somewhere: wall time and instants of one IANA zone, with its summer times as `Intl` knows them. */
export interface TimeZone {
  /** What the clock shows at that moment. */
  wallOf(instant: Instant): WallMs;
  /**
   * When the clock shows it. Shown twice (clocks put back): the first time. Never shown (clocks put forward): as far
   * behind the gap as it is into it, as clocks not put forward would show it (`compatible` of Temporal).
   */
  instantOf(wall: WallMs): Instant;
}

const zones = new Map<string, TimeZone>();

/** @throws RangeError for a zone that is none. */
export function timeZone(name: string): TimeZone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = new IntlZone(name);
    zones.set(name, zone);
  }
  return zone;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** How far ahead of UTC a day of UTC is: throughout, or before and from a change on. */
interface DayOffsets {
  readonly before: number;
  readonly change: Instant;
  readonly after: number;
}

/** `Intl` is asked a few times a day of the data, not once a row. */
class IntlZone implements TimeZone {
  private readonly format: Intl.DateTimeFormat;
  private readonly days = new Map<number, DayOffsets>();

  constructor(name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  }

  wallOf(instant: Instant): WallMs {
    return instant + this.offsetAt(instant);
  }

  instantOf(wall: WallMs): Instant {
    // A change of offset is looked for around: no zone is further than a day from UTC, nor changes twice in two.
    const before = this.offsetAt(wall - DAY_MS);
    const after = this.offsetAt(wall + DAY_MS);
    if (before === after) return wall - before;
    const [early, late] = [wall - before, wall - after];
    if (this.offsetAt(early) === before) return early;
    return this.offsetAt(late) === after ? late : early;
  }

  private offsetAt(instant: Instant): number {
    const day = Math.floor(instant / DAY_MS);
    let offsets = this.days.get(day);
    if (offsets === undefined) {
      offsets = this.offsetsOf(day);
      this.days.set(day, offsets);
    }
    return instant < offsets.change ? offsets.before : offsets.after;
  }

  private offsetsOf(day: number): DayOffsets {
    const start = day * DAY_MS;
    const before = this.asked(start);
    const after = this.asked(start + DAY_MS - 1);
    if (before === after) return { before, change: start, after };
    let lo = start;
    let hi = start + DAY_MS - 1;
    // Down to the second, as zones change on one.
    while (hi - lo > 1000) {
      const middle = Math.floor((lo + hi) / 2000) * 1000;
      if (middle <= lo) break;
      if (this.asked(middle) === before) lo = middle;
      else hi = middle;
    }
    return { before, change: Math.ceil(hi / 1000) * 1000, after };
  }

  private asked(instant: Instant): number {
    const parts: Record<string, number> = {};
    let era = '';
    for (const { type, value } of this.format.formatToParts(instant)) {
      if (type === 'era') era = value;
      else parts[type] = Number(value);
    }
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const wall = new Date(0);
    wall.setUTCFullYear(era.startsWith('B') ? 1 - year : year, month - 1, day);
    wall.setUTCHours(hour, minute, second);
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  }
}
