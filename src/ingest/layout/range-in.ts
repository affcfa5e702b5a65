import { isoDay } from '../../core/time/calendar';
import { DMY, MDY, readCompactDate, readDate, YMD } from '../readings/read-date';

const encoder = new TextEncoder();

/** `20241122-20260120`, `27 January 2026 - 23 February 2026`, `Apr 1 - Jun 30, 2026`, `Zakres: 1.01.2026–31.01.2026`. */
export function rangeIn(line: string): { readonly from: string; readonly to: string } | null {
  const text = line
    .replace(/^[^:\d]{2,40}:\s*/, '')
    .replace(/^["']|["']$/g, '')
    .trim();
  const compact = /^(\d{8}) ?[-–—] ?(\d{8})$/.exec(text);
  const parted = compact ?? /^(.{6,24}?)\s*(?:\s[-–—]\s|–|—|\sto\s|\sdo\s)\s*(.{6,24})$/.exec(text);
  if (parted === null) {
    const dashed = /^(\d{4}-\d{2}-\d{2})\s*-\s*(\d{4}-\d{2}-\d{2})$/.exec(text);
    if (dashed === null) return null;
    return { from: dashed[1] as string, to: dashed[2] as string };
  }
  const to = dayIn(parted[2] as string);
  if (to === null) return null;
  const first = parted[1] as string;
  const from = dayIn(first) ?? dayIn(`${first}, ${to.slice(0, 4)}`) ?? dayIn(`${first} ${to.slice(0, 4)}`);
  return from === null ? null : { from, to };
}

/** A day written alone, in any order, as its ISO form; null where it is none. */
export function dayIn(text: string): string | null {
  const bytes = encoder.encode(text.trim());
  const compact = readCompactDate(bytes, 0, bytes.length);
  if (!Number.isNaN(compact)) return isoDay(compact);
  for (const order of [YMD, DMY, MDY]) {
    const day = readDate(bytes, 0, bytes.length, order);
    if (!Number.isNaN(day)) return isoDay(day);
  }
  return null;
}
