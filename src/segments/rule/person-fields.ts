import type { Label } from '../../core/label';

/** What a rule can ask of any person besides the columns held: worked out at the as-of. (`age` too, from a birth date.) */
export const PERSON_FIELDS = {
  /** 0 on the day; from the birth date. */
  daysToBirthday: { en: 'Days to birthday', pl: 'Dni do urodzin' },
  /** From the record's own date. */
  daysSinceCreated: { en: 'Days since created', pl: 'Dni od utworzenia' },
} as const satisfies Record<string, Label>;

export type PersonField = keyof typeof PERSON_FIELDS;

export function isPersonField(field: string): field is PersonField {
  return Object.hasOwn(PERSON_FIELDS, field);
}
