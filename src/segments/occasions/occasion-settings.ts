import { COUNTRIES } from './countries';
import { OCCASIONS } from './occasions';

/** What a person changed about occasions, and their own. */
export interface OccasionSettings {
  /** Code of the country whose days count where none is known; null takes it from the data. */
  readonly country: string | null;
  /** By occasion; those not named are as they come. */
  readonly changed: Readonly<Record<string, OccasionChange>>;
  readonly own: readonly OwnOccasion[];
}

export interface OccasionChange {
  readonly on: boolean;
  /** First day counted, in days before. */
  readonly before: number;
}

/** Comes round every year on the same date: a name day, the shop's birthday. */
export interface OwnOccasion {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
  readonly before: number;
}

export const AS_THEY_COME: OccasionSettings = { country: null, changed: {}, own: [] };

export const MOST_BEFORE = 120;
const MOST_OWN = 50;

/** Settings out of whatever was kept or sent: what can't be read is left out. */
export function parseOccasionSettings(raw: unknown): OccasionSettings {
  const { country, changed, own } = record(raw);
  const known = new Set(OCCASIONS.map(({ id }) => id));
  return {
    country: typeof country === 'string' && COUNTRIES.has(country) ? country : null,
    changed: Object.fromEntries(
      Object.entries(record(changed)).flatMap(([id, value]) => {
        const { on, before } = record(value);
        return known.has(id) && typeof on === 'boolean' && isBefore(before) ? [[id, { on, before }]] : [];
      }),
    ),
    own: (Array.isArray(own) ? own : []).flatMap(ownOccasion).slice(0, MOST_OWN),
  };
}

function ownOccasion(raw: unknown): readonly OwnOccasion[] {
  const { id, name, month, day, before } = record(raw);
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,60}$/.test(id)) return [];
  if (typeof name !== 'string' || name.trim() === '') return [];
  if (!isWhole(month, 1, 12) || !isWhole(day, 1, daysIn(month)) || !isBefore(before)) return [];
  return [{ id, name: name.trim().slice(0, 80), month, day, before }];
}

/** Of a leap year. */
export function daysIn(month: number): number {
  return month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isBefore = (value: unknown): value is number => isWhole(value, 0, MOST_BEFORE);

const record = (raw: unknown): Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : {};
