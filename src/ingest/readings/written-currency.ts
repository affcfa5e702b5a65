import { CURRENCY_SIGNS } from './currencies';

/** `pln`, `PLN` and `zł` are one currency; a sign that several share stays as written. */
export function writtenCurrency(text: string): string {
  return CURRENCY_SIGNS.get(text.trim()) || text.trim().toUpperCase();
}
