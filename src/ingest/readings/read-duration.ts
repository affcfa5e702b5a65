import { decodeBytes } from '../bytes/cell-batch';

const UNITS =
  /^(?:(\d+)\s*(?:d|days?|dni|dzień)\.?,?\s*)?(?:(\d+)\s*(?:h|hrs?|hours?|godz|g)\.?,?\s*)?(?:(\d+)\s*(?:m|min|mins|minutes?|minut[ay]?)\.?,?\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:s|sec|secs|seconds?|sek|sekund[ay]?)\.?)?$/iu;

/** `00:02:31`, `2:31` (minutes and seconds), `2m 31s`, `1 godz. 2 min` in seconds; NaN where it is no duration. */
export function readDuration(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 2 || end - start > 40) return Number.NaN;
  const text = decodeBytes(bytes, start, end).trim();
  const clock = /^(-)?(?:(\d{1,5}):)?(\d{1,3}):(\d{2}(?:[.,]\d+)?)$/.exec(text);
  if (clock !== null) {
    const [, minus, hours, minutes, seconds] = clock;
    const last = Number((seconds as string).replace(',', '.'));
    if (last >= 60 || (hours !== undefined && Number(minutes) >= 60)) return Number.NaN;
    const total = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + last;
    return minus === undefined ? total : -total;
  }
  const units = UNITS.exec(text);
  if (units === null || text === '' || units.slice(1).every((part) => part === undefined)) return Number.NaN;
  const [, days, hours, minutes, seconds] = units;
  return (
    Number(days ?? 0) * 86_400 +
    Number(hours ?? 0) * 3600 +
    Number(minutes ?? 0) * 60 +
    Number((seconds ?? '0').replace(',', '.'))
  );
}
