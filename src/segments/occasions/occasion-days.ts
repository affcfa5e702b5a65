import { COUNTRIES } from './countries';
import { dayRule } from './day-rule';
import type { Occasion } from './occasions';

/** The text of the rule of an occasion's days in a country, null for none known; null where it is not kept there. */
export function occasionRule(occasion: Occasion, country: string | null): string | null {
  if (country === null) return occasion.elsewhere ?? occasion.worldwide ?? null;
  return COUNTRIES.get(country)?.days.get(occasion.id) ?? occasion.worldwide ?? null;
}

/** The next day of a rule from `today` on, as a day number; null where it has none in this year and the next. */
export function nextDay(rule: string, today: number, year: number): number | null {
  const days = dayRule(rule);
  const coming = [...days(year), ...days(year + 1)].filter((day) => day >= today);
  return coming.length === 0 ? null : Math.min(...coming);
}
