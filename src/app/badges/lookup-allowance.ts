import { count, objectOf } from '../../protocol/guards';
import type { SessionArea } from '../session-expected-captures';

/** Rows a site may ask of: as many as somebody can scroll through, far fewer than a list of addresses to be tried. */
export const ROWS_A_MINUTE = 600;
export const ROWS_AN_HOUR = 5_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Asked {
  readonly minute: number;
  readonly inMinute: number;
  readonly hour: number;
  readonly inHour: number;
}

const PREFIX = 'badges-asked:';
const asked = objectOf<Asked>({ minute: count, inMinute: count, hour: count, inHour: count });

/**
 * Lets a site ask so much in a minute and in an hour, however often the background is stopped in between. Answers how
 * many ms to wait, 0 where the rows may be answered; what has to wait counts for nothing.
 */
export function lookupAllowance(area: SessionArea, now: () => number) {
  let inTurn: Promise<unknown> = Promise.resolve();
  return (site: string, rows: number): Promise<number> => {
    const mine = inTurn.then(async () => {
      const key = PREFIX + site;
      const at = now();
      const [minute, hour] = [Math.floor(at / MINUTE_MS), Math.floor(at / HOUR_MS)];
      const before = asked((await area.get(key))[key]);
      const inMinute = rows + (before?.minute === minute ? before.inMinute : 0);
      const inHour = rows + (before?.hour === hour ? before.inHour : 0);
      if (inHour > ROWS_AN_HOUR) return (hour + 1) * HOUR_MS - at;
      if (inMinute > ROWS_A_MINUTE) return (minute + 1) * MINUTE_MS - at;
      await area.set({ [key]: { minute, inMinute, hour, inHour } });
      return 0;
    });
    inTurn = mine.catch(() => {});
    return mine;
  };
}
