import type { Column } from '../../core/column';
import { addMonths, civilOf, dayOf, yearsBetween } from '../../core/time/calendar';
import type { PersonField } from '../rule/person-fields';
import { isPersonField } from '../rule/person-fields';
import { memo } from './memo';
import type { Scope } from './scope';

/** The column behind an attribute; null where no capture holds it. */
export function personColumn(scope: Scope, field: string): Column | null {
  const { dataset } = scope;
  const own = dataset.people.columns.get(field);
  if (field === 'age') return ageColumn(scope);
  if (isPersonField(field)) return derived(scope, field);
  return own ?? null;
}

/** In whole years: as stated, else since the birth date on the as-of's day. */
function ageColumn(scope: Scope): Column | null {
  const { dataset, asOf } = scope;
  const stated = dataset.people.columns.get('age');
  const birth = dataset.people.columns.get('birthDate');
  if (stated?.type !== 'number' && birth?.type !== 'time') return null;
  const values = memo(dataset, `age ${asOf}`, () => {
    const out = new Float64Array(dataset.people.size).fill(Number.NaN);
    for (let p = 0; p < out.length; p++) {
      if (stated?.type === 'number') out[p] = Math.floor(stated.values[p]!);
      if (Number.isNaN(out[p]) && birth?.type === 'time' && !Number.isNaN(birth.values[p]))
        out[p] = yearsBetween(birth.values[p]!, asOf);
    }
    return out;
  });
  return { type: 'number', values };
}

function derived(scope: Scope, field: PersonField): Column | null {
  const { dataset, asOf } = scope;
  const source = dataset.people.columns.get(field === 'daysToBirthday' ? 'birthDate' : 'createdAt');
  if (source?.type !== 'time') return null;
  const values = memo(dataset, `${field} ${asOf}`, () =>
    source.values.map((time) =>
      Number.isNaN(time)
        ? time
        : field === 'daysToBirthday'
          ? daysToBirthday(time, asOf)
          : daysSince(time, asOf),
    ),
  );
  return { type: 'number', values };
}

function daysSince(time: number, asOf: number): number {
  return dayOf(asOf) - dayOf(time);
}

/** 0 on the day itself; 29 February is kept on the 28th in common years. */
function daysToBirthday(birth: number, asOf: number): number {
  const years = civilOf(asOf).year - civilOf(birth).year;
  const thisYear = dayOf(addMonths(birth, years * 12)) - dayOf(asOf);
  return thisYear >= 0 ? thisYear : dayOf(addMonths(birth, (years + 1) * 12)) - dayOf(asOf);
}
