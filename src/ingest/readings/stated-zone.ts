import { isTimeZone } from '../../core/time/time-zone';

/** A zone that a header (`Created (UTC)`) or a line above the table (`Time zone: Europe/Warsaw`) names; else null. */
export function statedZone(texts: readonly string[]): string | null {
  for (const text of texts) {
    const region =
      /\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)\b/.exec(
        text,
      );
    if (region?.[1] !== undefined && isTimeZone(region[1])) return region[1];
    if (/[([\s_-](?:UTC|GMT)(?:[)\]]|$)/i.test(text)) return 'UTC';
  }
  return null;
}
