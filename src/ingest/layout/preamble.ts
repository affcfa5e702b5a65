import { dayIn, rangeIn } from './range-in';

export interface PreambleFacts {
  readonly title: string | null;
  readonly dateRange: { readonly from: string; readonly to: string } | null;
  readonly account: string | null;
  readonly property: string | null;
}

/**
 * What the lines above a table say. GA4 reports label everything, in the language of the interface, so dates are known
 * by their shape (`…: 20230424`, twice); explorations give property, title and range as three bare lines.
 */
export function preambleFacts(lines: readonly string[]): PreambleFacts {
  const said = lines.filter((line) => line !== '' && !/^-+$/.test(line));
  const account = labelled(said, /^(?:account|konto|compte|cuenta|konto-name)$/i);
  const property = labelled(said, /^(?:property|usługa|usluga|propriété|propiedad|property-name)$/i);
  const dateRange = rangeOf(said);
  const bare = said.filter((line) => !isRange(line) && !/^[^:]{2,40}: ?\d{8}$/.test(line));
  const plain = bare.filter((line) => !isLabelled(line, account) && !isLabelled(line, property));
  // Explorations: property, title, 20241122-20260120.
  if (
    account === null &&
    property === null &&
    said.some((l) => /^\d{8} ?- ?\d{8}$/.test(l)) &&
    plain.length >= 2
  ) {
    return { title: plain[1] ?? null, dateRange, account: null, property: plain[0] ?? null };
  }
  const title =
    plain.find(
      (line) => !/^(?:all users|wszyscy użytkownicy|report csv export|dashboard report)$/i.test(line),
    ) ?? null;
  return { title, dateRange, account, property };
}

function isLabelled(line: string, value: string | null): boolean {
  return value !== null && line.endsWith(value) && /^[^:]{2,30}:/.test(line);
}

function labelled(lines: readonly string[], label: RegExp): string | null {
  for (const line of lines) {
    const match = /^([^:]{2,30}):\s*(.+)$/.exec(line);
    if (match !== null && label.test((match[1] as string).trim())) return (match[2] as string).trim();
  }
  return null;
}

function isRange(line: string): boolean {
  return rangeIn(line) !== null;
}

function rangeOf(lines: readonly string[]): PreambleFacts['dateRange'] {
  const days = lines.flatMap((line) => {
    const match = /^[^:]{2,40}: ?(\d{8}|\d{4}-\d{2}-\d{2})$/.exec(line);
    const day = match === null ? null : dayIn(match[1] as string);
    return day === null ? [] : [day];
  });
  if (days.length >= 2) return { from: days[0] as string, to: days[1] as string };
  for (const line of lines) {
    const range = rangeIn(line);
    if (range !== null) return range;
  }
  return null;
}
