import { civilToDay, DAY_MS, dayOf, dayToCivil, easterDay, nthWeekday } from '../../core/calendar';
import type { Label } from '../../core/label';
import type { LibraryEntry, Made } from '../library-entry';
import type { Profile } from '../profile';
import type { Rule } from '../rule';
import { all, any, atLeast, attribute, between, orders, threshold } from '../rule-parts';

const datesNeeded: Label = { en: 'Orders with a customer and a date.', pl: 'Zamówienia z klientem i datą.' };

/** An occasion's days in a year, first and last, as day numbers. */
type Days = (year: number) => readonly [number, number];

/** Bought at least once in the occasion's days of any year held; null where no order falls into them. */
function occasion(profile: Profile, days: Days): Made | null {
  const windows: Rule[] = [];
  let n = 0;
  for (const year of years(profile)) {
    const [first, last] = days(year);
    const count = profile.salesBetween(first, last);
    if (count === 0) continue;
    n += count;
    windows.push(
      orders('count', atLeast(1), {
        window: { kind: 'between', from: first * DAY_MS, to: (last + 1) * DAY_MS - 1 },
      }),
    );
  }
  const [only] = windows;
  if (only === undefined) return null;
  return {
    rule: windows.length === 1 ? only : any(...windows),
    thresholds: [
      threshold(
        { en: 'Years with such days held', pl: 'Lata z takimi dniami w danych' },
        windows.length,
        'years',
        n,
        {
          en: 'worked out from the calendar; n is orders in them',
          pl: 'wyliczone z kalendarza; n to liczba zamówień w tych dniach',
        },
      ),
    ],
  };
}

function years(profile: Profile): number[] {
  if (profile.historyDays === 0) return [];
  const last = dayOf(profile.scope.asOf);
  const from = dayToCivil(last - profile.historyDays + 1).year;
  return Array.from({ length: dayToCivil(last).year - from + 1 }, (_, i) => from + i);
}

/** The day of mothers where most customers are: 26 May in Poland, Mothering Sunday in Britain, else the second Sunday of May. */
function mothersDay(profile: Profile): (year: number) => number {
  const [country] = [
    ...profile.topPersonValues('personCountry', 1),
    ...profile.topValues('orders', 'country', 1),
    ...profile.topValues('orders', 'orderCountry', 1),
  ];
  const name = country?.value.trim().toLowerCase() ?? '';
  if (['pl', 'poland', 'polska'].includes(name)) return (year) => civilToDay(year, 5, 26);
  if (
    ['gb', 'uk', 'united kingdom', 'great britain', 'ireland', 'ie', 'wielka brytania', 'irlandia'].includes(
      name,
    )
  )
    return (year) => easterDay(year) - 21;
  return (year) => nthWeekday(year, 5, 7, 2);
}

function season(id: string, months: readonly number[], name: Label, description: Label): LibraryEntry {
  return {
    id: `season-${id}`,
    kind: 'occasion',
    name,
    description,
    needs: {
      en: 'Orders with a customer and a date, over at least a year.',
      pl: 'Zamówienia z klientem i datą, z co najmniej roku.',
    },
    make: (profile) => {
      if (profile.historyDays < 365) return null;
      const filter = { field: 'month', test: { op: 'is-any-of', values: months.map(String) } } as const;
      return {
        rule: all(orders('count', atLeast(2)), orders('share', atLeast(0.6), { where: [filter] })),
        thresholds: [
          threshold(
            { en: 'Share of their orders, at least', pl: 'Udział zamówień, co najmniej' },
            0.6,
            'share',
            profile.rows('orders', [filter]),
            {
              en: 'a clear majority, where an even year gives a quarter',
              pl: 'wyraźna większość, podczas gdy równy rok daje jedną czwartą',
            },
          ),
        ],
      };
    },
  };
}

export default [
  {
    id: 'weekend',
    kind: 'occasion',
    name: { en: 'Weekend buyers', pl: 'Kupujący w weekendy' },
    description: {
      en: 'Two orders or more, most of them on Saturdays and Sundays. Send on Friday evening, not on Tuesday morning.',
      pl: 'Co najmniej dwa zamówienia, w większości w soboty i niedziele. Lepiej wysyłać w piątek wieczorem niż we wtorek rano.',
    },
    needs: datesNeeded,
    make: (profile) => {
      const filter = { field: 'weekday', test: between(6, 7) };
      const n = profile.rows('orders', [filter]);
      if (n === 0) return null;
      return {
        rule: all(orders('count', atLeast(2)), orders('share', atLeast(0.6), { where: [filter] })),
        thresholds: [
          threshold(
            { en: 'Share of their orders, at least', pl: 'Udział zamówień, co najmniej' },
            0.6,
            'share',
            n,
            {
              en: 'a clear majority, where an even week gives two sevenths',
              pl: 'wyraźna większość, podczas gdy równy tydzień daje dwie siódme',
            },
          ),
        ],
      };
    },
  },
  {
    id: 'evening',
    kind: 'occasion',
    name: { en: 'Evening buyers', pl: 'Kupujący wieczorem' },
    description: {
      en: 'Two orders or more, most of them at 18:00 or later. Schedule for the evening.',
      pl: 'Co najmniej dwa zamówienia, w większości o 18:00 lub później. Komunikację warto planować na wieczór.',
    },
    needs: { en: 'Orders with the hour, not only the day.', pl: 'Zamówienia z godziną, nie tylko z dniem.' },
    make: (profile) => {
      const filter = { field: 'hour', test: between(18, 23) };
      if (!profile.holdsHours) return null;
      return {
        rule: all(orders('count', atLeast(2)), orders('share', atLeast(0.6), { where: [filter] })),
        thresholds: [
          threshold(
            { en: 'Share of their orders, at least', pl: 'Udział zamówień, co najmniej' },
            0.6,
            'share',
            profile.rows('orders', [filter]),
            {
              en: 'a clear majority, where an even day gives a quarter',
              pl: 'wyraźna większość, podczas gdy równa doba daje jedną czwartą',
            },
          ),
        ],
      };
    },
  },
  season(
    'spring',
    [3, 4, 5],
    { en: 'Spring buyers', pl: 'Kupujący wiosną' },
    {
      en: 'Two orders or more, most of them from March to May. Start with them as the season opens.',
      pl: 'Co najmniej dwa zamówienia, w większości od marca do maja. Od nich warto zaczynać sezon.',
    },
  ),
  season(
    'summer',
    [6, 7, 8],
    { en: 'Summer buyers', pl: 'Kupujący latem' },
    {
      en: 'Two orders or more, most of them from June to August. Start with them as the season opens.',
      pl: 'Co najmniej dwa zamówienia, w większości od czerwca do sierpnia. Od nich warto zaczynać sezon.',
    },
  ),
  season(
    'autumn',
    [9, 10, 11],
    { en: 'Autumn buyers', pl: 'Kupujący jesienią' },
    {
      en: 'Two orders or more, most of them from September to November. Start with them as the season opens.',
      pl: 'Co najmniej dwa zamówienia, w większości od września do listopada. Od nich warto zaczynać sezon.',
    },
  ),
  season(
    'winter',
    [12, 1, 2],
    { en: 'Winter buyers', pl: 'Kupujący zimą' },
    {
      en: 'Two orders or more, most of them from December to February. Start with them as the season opens.',
      pl: 'Co najmniej dwa zamówienia, w większości od grudnia do lutego. Od nich warto zaczynać sezon.',
    },
  ),
  {
    id: 'christmas',
    kind: 'occasion',
    name: { en: 'Christmas buyers', pl: 'Kupujący przed świętami' },
    description: {
      en: 'Bought between 1 and 24 December of any year. Gift givers: remind them in November, and in January sell to them for themselves.',
      pl: 'Kupili między 1 a 24 grudnia któregokolwiek roku. Szukają prezentów: warto przypomnieć się w listopadzie, a w styczniu zaproponować coś dla nich samych.',
    },
    needs: { en: 'Orders from a December.', pl: 'Zamówienia z grudnia.' },
    make: (profile) => occasion(profile, (year) => [civilToDay(year, 12, 1), civilToDay(year, 12, 24)]),
  },
  {
    id: 'black-friday',
    kind: 'occasion',
    name: { en: 'Black Friday week buyers', pl: 'Kupujący w tygodniu Black Friday' },
    description: {
      en: 'Bought from the Monday before Black Friday to Cyber Monday of any year. See whether they ever buy at full price before counting on them.',
      pl: 'Kupili od poniedziałku przed Black Friday do Cyber Monday któregokolwiek roku. Zanim się na nich liczy, warto sprawdzić, czy kupują też w pełnej cenie.',
    },
    needs: {
      en: 'Orders from the last week of a November.',
      pl: 'Zamówienia z ostatniego tygodnia listopada.',
    },
    make: (profile) =>
      occasion(profile, (year) => {
        const friday = nthWeekday(year, 11, 4, 4) + 1;
        return [friday - 4, friday + 3];
      }),
  },
  {
    id: 'valentines',
    kind: 'occasion',
    name: { en: 'Valentine’s buyers', pl: 'Kupujący przed walentynkami' },
    description: {
      en: 'Bought between 7 and 14 February of any year. A gift occasion: a reminder with a delivery deadline sells.',
      pl: 'Kupili między 7 a 14 lutego któregokolwiek roku. Okazja prezentowa: sprzedaje przypomnienie z terminem dostawy.',
    },
    needs: { en: 'Orders from a February.', pl: 'Zamówienia z lutego.' },
    make: (profile) => occasion(profile, (year) => [civilToDay(year, 2, 7), civilToDay(year, 2, 14)]),
  },
  {
    id: 'womens-day',
    kind: 'occasion',
    name: { en: 'Women’s Day buyers', pl: 'Kupujący przed Dniem Kobiet' },
    description: {
      en: 'Bought between 1 and 8 March of any year. In Poland one of the great days for flowers, sweets and cosmetics.',
      pl: 'Kupili między 1 a 8 marca któregokolwiek roku. W Polsce jeden z najważniejszych dni dla kwiatów, słodyczy i kosmetyków.',
    },
    needs: { en: 'Orders from a March.', pl: 'Zamówienia z marca.' },
    make: (profile) => occasion(profile, (year) => [civilToDay(year, 3, 1), civilToDay(year, 3, 8)]),
  },
  {
    id: 'mothers-day',
    kind: 'occasion',
    name: { en: 'Mother’s Day buyers', pl: 'Kupujący przed Dniem Matki' },
    description: {
      en: 'Bought in the ten days up to Mother’s Day of any year, by the date of the country most customers are from. A gift occasion that comes back to the day.',
      pl: 'Kupili w ciągu dziesięciu dni do Dnia Matki któregokolwiek roku, według daty w kraju większości klientów. Okazja prezentowa, która wraca co do dnia.',
    },
    needs: { en: 'Orders from a spring.', pl: 'Zamówienia z wiosny.' },
    make: (profile) => {
      const day = mothersDay(profile);
      return occasion(profile, (year) => [day(year) - 9, day(year)]);
    },
  },
  {
    id: 'easter',
    kind: 'occasion',
    name: { en: 'Easter buyers', pl: 'Kupujący przed Wielkanocą' },
    description: {
      en: 'Bought in the two weeks up to Easter Sunday of any year.',
      pl: 'Kupili w ciągu dwóch tygodni do Niedzieli Wielkanocnej któregokolwiek roku.',
    },
    needs: { en: 'Orders from a spring.', pl: 'Zamówienia z wiosny.' },
    make: (profile) => occasion(profile, (year) => [easterDay(year) - 13, easterDay(year)]),
  },
  {
    id: 'yearly',
    kind: 'occasion',
    name: { en: 'Yearly returners', pl: 'Wracający co roku' },
    description: {
      en: 'Bought in the last 365 days and in the 365 before, once or twice in each. Their next order has a date: be there a month before it.',
      pl: 'Kupili w ostatnich 365 dniach i w poprzednich 365, w każdych raz lub dwa. Ich następne zamówienie ma swoją datę: warto odezwać się miesiąc wcześniej.',
    },
    needs: {
      en: 'Orders with a customer and a date, over at least two years.',
      pl: 'Zamówienia z klientem i datą, z co najmniej dwóch lat.',
    },
    make: (profile) =>
      profile.historyDays < 731
        ? null
        : {
            rule: all(
              orders('count', between(1, 2), { where: [{ field: 'daysAgo', test: between(0, 364) }] }),
              orders('count', between(1, 2), { where: [{ field: 'daysAgo', test: between(365, 729) }] }),
            ),
          },
  },
  {
    id: 'birthday',
    kind: 'occasion',
    name: { en: 'Birthday within 30 days', pl: 'Urodziny w ciągu 30 dni' },
    description: {
      en: 'A birthday in the 30 days after the as-of. A wish costs nothing, and a small gift is remembered all year.',
      pl: 'Urodziny w ciągu 30 dni od daty stanu. Życzenia nic nie kosztują, a drobny upominek pamięta się cały rok.',
    },
    needs: { en: 'People with a birth date.', pl: 'Osoby z datą urodzenia.' },
    make: (profile) =>
      profile.holdsPerson('birthDate')
        ? { rule: attribute('daysToBirthday', { op: 'at-most', value: 30 }) }
        : null,
  },
  {
    id: 'december-only',
    kind: 'occasion',
    name: { en: 'December only', pl: 'Tylko w grudniu' },
    description: {
      en: 'Two orders or more, all of them in Decembers. They come for gifts; a reason for the rest of the year is still missing.',
      pl: 'Co najmniej dwa zamówienia i wszystkie w grudniu. Przychodzą po prezenty; brakuje im powodu na resztę roku.',
    },
    needs: {
      en: 'Orders with a customer and a date, over at least a year.',
      pl: 'Zamówienia z klientem i datą, z co najmniej roku.',
    },
    make: (profile) =>
      profile.historyDays < 365
        ? null
        : {
            rule: all(
              orders('count', atLeast(2)),
              orders('share', atLeast(1), { where: [{ field: 'month', test: { op: 'equals', value: 12 } }] }),
            ),
          },
  },
] satisfies readonly LibraryEntry[];
