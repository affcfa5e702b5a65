import { type Column, FLAG_UNKNOWN } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { CUSTOM_PREFIX, FIELDS } from '../../core/fields';
import type { Label } from '../../core/label';
import { minorUnits } from '../../core/minor-units';
import { memo } from '../../segments/engine/memo';
import type { PersonFacts } from './person-facts';
import type { PersonMetric } from './person-metric';

/** Metrics of people's own columns, so that these can be told from those of families. */
const PREFIX = 'people:';
export const isOfAttribute = (id: string): boolean => id.startsWith(PREFIX);

/** Fields of people that are amounts of something, besides every column of their own. */
const FIELDS_MEASURED = ['age', 'income', 'nps'] as const;
/** More of them would bury the rest. */
const MOST = 16;

/** Of each column that lists of people bring: its share of yes, its mean, the share of people with a date in it. */
export function attributeMetrics(dataset: Dataset): readonly PersonMetric[] {
  return memo(dataset, 'attribute metrics', () => {
    const { columns, currencies } = dataset.people;
    const metrics: PersonMetric[] = [];
    for (const [id, column] of columns) {
      const field = FIELDS_MEASURED.find((f) => f === id);
      if (!id.startsWith(CUSTOM_PREFIX) && field === undefined) continue;
      const header = id.slice(CUSTOM_PREFIX.length);
      const name: Label = field === undefined ? { en: header, pl: header } : FIELDS.people[field].label;
      if (column.type === 'flag') metrics.push(shareOfYes(id, name, column.values));
      else if (column.type === 'time') {
        if (column.values.some(Number.isNaN)) metrics.push(shareOfDated(id, name, column.values));
      } else if (column.type === 'number') metrics.push(meanOf(id, name, '', 1, column.values));
      else if (column.type === 'money') {
        const currency = currencies?.get(id);
        // How many minor units a unit has is known only where the currency is.
        if (currency === undefined) continue;
        metrics.push(meanOf(id, name, currency ?? '', minorUnits(currency), column.values));
      }
      if (metrics.length === MOST) break;
    }
    return metrics;
  });
}

const COMMON = {
  grain: 'person',
  family: 'attributes',
  direction: 'neither',
  countedAs: 'customers',
  needs: [],
  leftOut: null,
  whenEmpty: 'not-stated',
  everybody: true,
  // Said of people once and for all: no time is measured.
  ofMembership: true,
} as const;

function shareOfYes(id: string, name: Label, values: Uint8Array): PersonMetric {
  return {
    ...COMMON,
    id: PREFIX + id,
    label: { en: `${name.en}: yes`, pl: `${name.pl}: tak` },
    definition: {
      en: `People with yes in the column “${name.en}”, out of those with yes or no in it. It says nothing of when.`,
      pl: `Osoby z „tak” w kolumnie „${name.pl}” spośród tych, które mają w niej „tak” lub „nie”. Nie mówi, kiedy.`,
    },
    numerator: { en: `people with yes in “${name.en}”`, pl: `osoby z „tak” w „${name.pl}”` },
    denominator: { en: 'people with yes or no', pl: 'osoby z „tak” lub „nie”' },
    unit: 'rate',
    measure: {
      kind: 'proportion',
      of: byPerson(`${id} yes`, (p) => (values[p] === 1 ? 1 : 0)),
      among: byPerson(`${id} stated`, (p) => (values[p] === FLAG_UNKNOWN ? 0 : 1)),
    },
  };
}

/** When a deal was won, an account closed, a trial begun: a date that only some have. */
function shareOfDated(id: string, name: Label, values: Float64Array): PersonMetric {
  return {
    ...COMMON,
    id: PREFIX + id,
    label: { en: `${name.en}: dated`, pl: `${name.pl}: jest data` },
    definition: {
      en: `People with a date in the column “${name.en}”, out of everyone. Without one, nothing is said of why.`,
      pl: `Osoby z datą w kolumnie „${name.pl}” spośród wszystkich. Brak daty nie mówi dlaczego.`,
    },
    numerator: { en: `people with a date in “${name.en}”`, pl: `osoby z datą w „${name.pl}”` },
    denominator: { en: 'people', pl: 'osoby' },
    unit: 'rate',
    measure: {
      kind: 'proportion',
      of: byPerson(`${id} dated`, (p) => (Number.isNaN(values[p]) ? 0 : 1)),
      among: byPerson(`${id} everyone`, () => 1),
    },
  };
}

function meanOf(
  id: string,
  name: Label,
  unit: string,
  scale: number,
  values: Extract<Column, { type: 'number' | 'money' }>['values'],
): PersonMetric {
  const of = unit === '' ? '' : ` (${unit})`;
  return {
    ...COMMON,
    id: PREFIX + id,
    label: { en: `${name.en}: mean${of}`, pl: `${name.pl}: średnia${of}` },
    definition: {
      en: `Mean of the column “${name.en}” over the people for whom it is filled. It says nothing of when.`,
      pl: `Średnia z kolumny „${name.pl}” dla osób, które mają ją wypełnioną. Nie mówi, kiedy.`,
    },
    numerator: { en: `sum of “${name.en}”${of}`, pl: `suma „${name.pl}”${of}` },
    denominator: { en: 'people for whom it is filled', pl: 'osoby z wypełnioną kolumną' },
    unit: 'ratio',
    measure: {
      kind: 'mean',
      of: byPerson(`${id} value`, (p) => (Number.isNaN(values[p]!) ? 0 : values[p]! / scale)),
      among: byPerson(`${id} filled`, (p) => (Number.isNaN(values[p]!) ? 0 : 1)),
    },
  };
}

/** A column over the rows of the facts, which hold everybody. */
function byPerson(key: string, of: (person: number) => number) {
  return (facts: PersonFacts): Float64Array =>
    facts.get(`attribute ${key}`, () => {
      const { people } = facts.orders;
      const size = facts.dataset.people.size;
      return Float64Array.from(people, (p) => (p < size ? of(p) : 0));
    });
}
