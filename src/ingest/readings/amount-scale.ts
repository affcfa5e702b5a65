import type { Reading } from '../../core/reading';
import { headerWords } from '../mapping/header-words';
import type { ColumnSurvey } from '../survey';
import { isAmountHeader } from './header-kinds';

export type AmountScale = 'micros' | 'minor';

const MICROS = /(?:^| )(?:micros?|millionths|milionowych)(?: |$)/;
/** Said of nothing but money. */
const SMALL_COINS = /(?:^| )(?:cents|pence|pennies|grosze|groszy|groszach|in cent|centow|centach)(?: |$)/;
const MINOR = /(?:^| )(?:minor|minor units?|smallest (?:currency )?units?)(?: |$)/;

/** What a header says its amounts are written in: `cost_micros`, `price_cents`, `Kwota (grosze)`; null for whole units. */
export function headerScale(header: string): AmountScale | null {
  const words = headerWords(header);
  if (SMALL_COINS.test(words)) return 'minor';
  if (!MICROS.test(words) && !MINOR.test(words)) return null;
  if (!isAmountHeader(header)) return null;
  return MICROS.test(words) ? 'micros' : 'minor';
}

/**
 * Whole numbers of which each is whole hundredths if they are millionths, and not each whole units: `8990000, 24500000`.
 * Rupiah look like that too, so that only a person can tell.
 */
export function looksLikeMicros(examples: readonly string[]): boolean {
  const values = examples.map((v) => v.trim()).filter((v) => !/^-?0*(?:\.0+)?$/.test(v));
  return (
    values.length >= 3 &&
    values.every((v) => /^-?\d+0000(?:\.0+)?$/.test(v)) &&
    values.some((v) => /^-?\d{7,}/.test(v)) &&
    values.some((v) => !/000000(?:\.0+)?$/.test(v))
  );
}

/**
 * Amounts beside currencies written small (`usd`), all of them whole: payment interfaces write both so, and their
 * amounts in minor units.
 */
export function wholeBesideSmallCurrency(columns: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const small = columns.some(
    ({ rawHeader, examples }) =>
      /(?:^| )(?:currency|waluta)(?: |$)/.test(headerWords(rawHeader)) &&
      examples.length > 0 &&
      examples.every((v) => /^[a-z]{3}$/.test(v.trim())),
  );
  if (!small) return [];
  return columns.filter(
    ({ reading, examples }) =>
      isUnscaled(reading) && examples.length > 0 && examples.every((v) => /^-?\d+$/.test(v.trim())),
  );
}

function isUnscaled(reading: Reading): boolean {
  return reading.kind === 'money' && !reading.micros && !reading.minor && reading.group === '';
}
