import { COUNTRY_DAYS } from './country-days';

export interface CountryDays {
  /** ISO 3166, two letters. */
  readonly code: string;
  /** What the country is called: here, there and in shops' files. */
  readonly names: readonly string[];
  /** By occasion, the text of a `DayRule`. */
  readonly days: ReadonlyMap<string, string>;
}

export const COUNTRIES: ReadonlyMap<string, CountryDays> = new Map(
  COUNTRY_DAYS.trim()
    .split('\n')
    .flatMap((line, i, lines) => {
      if (i % 2 === 1) return [];
      const code = line.slice(0, 2);
      const days = (lines[i + 1] ?? '')
        .trim()
        .split(', ')
        .map((entry) => entry.split(' ') as [string, string]);
      return [[code, { code, names: line.slice(3).split('|'), days: new Map(days) }]] as const;
    }),
);

const byName = new Map(
  [...COUNTRIES.values()].flatMap(({ code, names }) => [code, ...names].map((name) => [plain(name), code])),
);

/** The code of a country by its code or any of its names, whatever the case and accents; null for any other text. */
export function countryCode(text: string): string | null {
  return byName.get(plain(text)) ?? null;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').trim().toLowerCase();
}
