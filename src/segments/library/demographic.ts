import { CUSTOM_PREFIX } from '../../core/fields';
import type { Label } from '../../core/label';
import { personColumn } from '../engine/person-column';
import type { LibraryEntry, Made } from '../library-entry';
import { quantile } from '../percentile-scores';
import { populationAt } from '../population';
import type { Profile } from '../profile';
import type { NumberTest } from '../rule/rule';
import {
  all,
  atLeast,
  attribute,
  between,
  is,
  lessThan,
  moreThan,
  orders,
  threshold,
  tidy,
} from '../rule/rule-parts';

/** One segment for each of the most frequent values of a text attribute. */
function values(
  id: string,
  field: string,
  limit: number,
  name: Label,
  description: Label,
  needs: Label,
  fallback: (profile: Profile) => readonly Made[] = () => [],
): LibraryEntry {
  return {
    id,
    kind: 'demographic',
    name,
    description,
    needs,
    make: (profile) => {
      const found = profile.topPersonValues(field, limit);
      return found.length === 0
        ? fallback(profile)
        : found.map(({ value }) => ({ value, rule: attribute(field, { op: 'is-any-of', values: [value] }) }));
    },
  };
}

/** Countries that orders went to, where no country is held of the people. */
function orderCountries(profile: Profile): readonly Made[] {
  const field = ['orderCountry', 'country'].find((id) => profile.holds('orders', id));
  if (field === undefined) return [];
  return profile.topValues('orders', field, 6).map(({ value, count }) => ({
    value,
    rule: orders('share', moreThan(0.5), { where: [is(field, value)] }),
    thresholds: [
      threshold(
        { en: 'Share of their orders, more than', pl: 'Udział zamówień, ponad' },
        0.5,
        'share',
        count,
        {
          en: 'the greater part, as only orders carry a country; n is orders there',
          pl: 'większość, bo kraj mają tylko zamówienia; n to liczba zamówień do tego kraju',
        },
      ),
    ],
  }));
}

/** A column of more values than these is no grouping of people, and more columns would bury the rest. */
const MOST_GROUPS = 8;
const MOST_COLUMNS = 12;

const AGES: readonly (readonly [number, number | null])[] = [
  [18, 24],
  [25, 34],
  [35, 44],
  [45, 54],
  [55, 64],
  [65, null],
];

export default [
  values(
    'country',
    'personCountry',
    6,
    { en: 'Country', pl: 'Kraj' },
    {
      en: 'From this country. Compare like with like: currency, delivery and occasions differ.',
      pl: 'Z tego kraju. Warto porównywać podobne z podobnym: różnią się waluta, dostawa i okazje.',
    },
    { en: 'People or orders with a country.', pl: 'Osoby lub zamówienia z krajem.' },
    orderCountries,
  ),
  values(
    'region',
    'personRegion',
    5,
    { en: 'Region', pl: 'Region' },
    {
      en: 'From this region. Where local campaigns and shops pay off.',
      pl: 'Z tego regionu. Tu widać, gdzie opłacają się lokalne kampanie i sklepy.',
    },
    { en: 'People with a region.', pl: 'Osoby z regionem.' },
  ),
  values(
    'city',
    'personCity',
    5,
    { en: 'City', pl: 'Miasto' },
    { en: 'From this city.', pl: 'Z tego miasta.' },
    { en: 'People with a city.', pl: 'Osoby z miastem.' },
  ),
  values(
    'gender',
    'gender',
    4,
    { en: 'Gender', pl: 'Płeć' },
    { en: 'Of this gender, as recorded.', pl: 'Tej płci, według zapisu.' },
    { en: 'People with a gender.', pl: 'Osoby z płcią.' },
  ),
  values(
    'language',
    'language',
    5,
    { en: 'Language', pl: 'Język' },
    {
      en: 'Who reads this language. Write to them in it.',
      pl: 'Posługujący się tym językiem. W nim warto do nich pisać.',
    },
    { en: 'People with a language.', pl: 'Osoby z językiem.' },
  ),
  values(
    'customer-type',
    'customerType',
    5,
    { en: 'Customer type', pl: 'Typ klienta' },
    {
      en: 'Of this type, as the shop or CRM records it: consumer, company, reseller…',
      pl: 'Tego typu według sklepu lub CRM: konsument, firma, odsprzedawca…',
    },
    { en: 'People with a customer type.', pl: 'Osoby z typem klienta.' },
  ),
  values(
    'industry',
    'industry',
    5,
    { en: 'Industry', pl: 'Branża' },
    { en: 'Working in this industry.', pl: 'Z tej branży.' },
    { en: 'People with an industry.', pl: 'Osoby z branżą.' },
  ),
  values(
    'acquired-by',
    'acquisitionChannel',
    5,
    { en: 'Acquired through', pl: 'Pozyskani przez' },
    {
      en: 'First came through this channel. Judge a channel by what its customers do later, not by what they cost.',
      pl: 'Przyszli po raz pierwszy tym kanałem. Kanał warto oceniać po tym, co jego klienci robią później, a nie tylko po koszcie.',
    },
    { en: 'People with their acquisition channel.', pl: 'Osoby z kanałem pozyskania.' },
  ),
  values(
    'acquired-from',
    'acquisitionSource',
    8,
    { en: 'Acquired from', pl: 'Pozyskani ze źródła' },
    {
      en: 'First came from this source. Judge a source by what its customers do later, not by what they cost.',
      pl: 'Przyszli po raz pierwszy z tego źródła. Źródło warto oceniać po tym, co jego klienci robią później, a nie tylko po koszcie.',
    },
    { en: 'People with their acquisition source.', pl: 'Osoby ze źródłem pozyskania.' },
  ),
  {
    id: 'own-column',
    kind: 'demographic',
    name: { en: 'By your own columns', pl: 'Według własnych kolumn' },
    description: {
      en: 'Has this value in a column of your own list: a plan, a contract, a group of a test.',
      pl: 'Mają tę wartość w kolumnie z własnej listy: plan, rodzaj umowy, grupa w teście.',
    },
    needs: {
      en: 'A list of people with a column of two to eight different values.',
      pl: 'Lista osób z kolumną o dwóch do ośmiu różnych wartościach.',
    },
    make: (profile) => {
      const people = populationAt(profile.dataset, profile.scope.asOf).count();
      return [...profile.dataset.people.columns.keys()]
        .filter((field) => field.startsWith(CUSTOM_PREFIX))
        .flatMap((field) => {
          const found = profile.topPersonValues(field, MOST_GROUPS + 1);
          const stated = found.reduce((sum, { count }) => sum + count, 0);
          const parts = found.length >= 2 && found.length <= MOST_GROUPS && stated >= people / 2;
          return parts ? [{ field, found }] : [];
        })
        .slice(0, MOST_COLUMNS)
        .flatMap(({ field, found }) =>
          found.map(({ value }): Made => {
            const said = `${field.slice(CUSTOM_PREFIX.length)}: ${value}`;
            return {
              value: said,
              fullName: { en: said, pl: said },
              rule: attribute(field, { op: 'is-any-of', values: [value] }),
            };
          }),
        );
    },
  },
  {
    id: 'age',
    kind: 'demographic',
    name: { en: 'Age', pl: 'Wiek' },
    description: {
      en: 'In this age band on the as-of, by birth date or stated age.',
      pl: 'W tym przedziale wieku w dniu stanu, według daty urodzenia lub podanego wieku.',
    },
    needs: { en: 'People with a birth date or age.', pl: 'Osoby z datą urodzenia lub wiekiem.' },
    make: (profile) =>
      !profile.holdsPerson('age')
        ? null
        : AGES.map(([from, to]) => ({
            value: to === null ? `${from}+` : `${from}–${to}`,
            rule: attribute('age', to === null ? atLeast(from) : between(from, to)),
          })),
  },
  {
    id: 'income',
    kind: 'demographic',
    name: { en: 'Income', pl: 'Dochód' },
    description: {
      en: 'In this quarter of incomes, as recorded.',
      pl: 'W tej ćwiartce dochodów, według zapisu.',
    },
    needs: { en: 'People with an income.', pl: 'Osoby z dochodem.' },
    make: (profile) => {
      const column = personColumn(profile.scope, 'income');
      if (column?.type !== 'number') return null;
      const sorted = column.values.filter((v) => !Number.isNaN(v)).sort();
      const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => tidy(quantile(sorted, share))) as [
        number,
        number,
        number,
      ];
      if (!(low < middle && middle < high)) return null;
      const quarter = (value: string, from: number, tests: readonly NumberTest[], which: Label): Made => {
        const rules = tests.map((test) => attribute('income', test));
        const [only] = rules;
        return {
          value,
          rule: rules.length === 1 && only !== undefined ? only : all(...rules),
          thresholds: [
            threshold({ en: 'Income from', pl: 'Dochód od' }, from, 'number', sorted.length, which),
          ],
        };
      };
      return [
        quarter('1/4', sorted[0] ?? 0, [lessThan(low)], { en: 'the lowest held', pl: 'najniższy w danych' }),
        quarter('2/4', low, [atLeast(low), lessThan(middle)], {
          en: 'first quartile',
          pl: 'pierwszy kwartyl',
        }),
        quarter('3/4', middle, [atLeast(middle), lessThan(high)], { en: 'median', pl: 'mediana' }),
        quarter('4/4', high, [atLeast(high)], { en: 'third quartile', pl: 'trzeci kwartyl' }),
      ];
    },
  },
] satisfies readonly LibraryEntry[];
