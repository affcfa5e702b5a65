import type { Label } from '../../core/label';

/** What a filter can ask of any order, item or event besides its columns: read from its own time. */
export const ROW_FIELDS = {
  /** 1 Monday to 7 Sunday. */
  weekday: { en: 'Day of the week', pl: 'Dzień tygodnia' },
  /** 0–23; unknown where the source gives days only. */
  hour: { en: 'Hour', pl: 'Godzina' },
  /** 1–12. */
  month: { en: 'Month', pl: 'Miesiąc' },
  year: { en: 'Year', pl: 'Rok' },
  /** Month × 100 + day: 1224 is Christmas Eve. */
  monthDay: { en: 'Day of the year', pl: 'Dzień roku' },
  /** Whole calendar days before the as-of's day. */
  daysAgo: { en: 'Days ago', pl: 'Ile dni temu' },
} as const satisfies Record<string, Label>;

export type RowField = keyof typeof ROW_FIELDS;

export function isRowField(field: string): field is RowField {
  return Object.hasOwn(ROW_FIELDS, field);
}
