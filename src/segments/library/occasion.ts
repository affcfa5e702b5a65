import type { Label } from '../../core/label';
import type { LibraryEntry } from '../library-entry';
import { giftDays, ownGiftDays } from '../occasions/gift-days';
import { OCCASIONS } from '../occasions/occasions';
import type { Profile } from '../profile';
import type { FieldFilter } from '../rule/rule';
import { all, atLeast, attribute, between, orders, threshold } from '../rule/rule-parts';

const datesNeeded: Label = { en: 'Orders with a customer and a date.', pl: 'Zamówienia z klientem i datą.' };

/** One for each occasion of the calendar; which are on, and from how many days before, is the person's to say. */
const giftOccasions: readonly LibraryEntry[] = OCCASIONS.map((occasion) => ({
  id: occasion.id,
  kind: 'occasion',
  name: occasion.name,
  description: described(occasion.day, occasion.until, occasion.why),
  needs: {
    en: `Orders from the days before: ${occasion.day.en}, in a country that keeps it.`,
    pl: `Zamówienia z dni poprzedzających: ${occasion.day.pl}, w kraju, w którym się je obchodzi.`,
  },
  isOn: ({ occasions }) => occasions.changed[occasion.id]?.on ?? occasion.off !== true,
  make: (profile) => giftDays(profile, occasion),
}));

function described(day: Label, until: number, why: Label): Label {
  const days: Label =
    until > 0
      ? { en: `around ${day.en}`, pl: `wokół okazji „${day.pl}”` }
      : until < 0
        ? { en: `up to the eve of ${day.en}`, pl: `przed okazją „${day.pl}”, najpóźniej w wigilię` }
        : { en: `up to ${day.en}`, pl: `przed okazją „${day.pl}” lub w sam ten dzień` };
  return {
    en: `Bought in the days ${days.en} of any year, by the calendar of their country. ${why.en}`,
    pl: `Kupili w dniach ${days.pl}, w którymkolwiek roku i według kalendarza swojego kraju. ${why.pl}`,
  };
}

/** Two orders or more, and this share of them at such times. */
function mostly(
  entry: Pick<LibraryEntry, 'id' | 'name' | 'description'> & {
    readonly filter: FieldFilter;
    readonly share: number;
    /** What orders spread evenly would give, for the share to be judged by. */
    readonly why: Label;
    readonly needs: Label;
    readonly isHeld: (profile: Profile) => boolean;
  },
): LibraryEntry {
  const { id, name, description, needs, filter, share, why } = entry;
  return {
    id,
    kind: 'occasion',
    name,
    description,
    needs,
    make: (profile) => {
      if (!entry.isHeld(profile)) return null;
      return {
        rule: all(orders('count', atLeast(2)), orders('share', atLeast(share), { where: [filter] })),
        thresholds: [
          threshold(
            { en: 'Share of their orders, at least', pl: 'Udział zamówień, co najmniej' },
            share,
            'share',
            profile.rows('orders', [filter]),
            why,
          ),
        ],
      };
    },
  };
}

function season(id: string, months: readonly number[], name: Label, description: Label): LibraryEntry {
  return mostly({
    id: `season-${id}`,
    name,
    description,
    filter: { field: 'month', test: { op: 'is-any-of', values: months.map(String) } },
    share: 0.6,
    why: {
      en: 'a clear majority, where an even year gives a quarter',
      pl: 'wyraźna większość, podczas gdy równy rok daje jedną czwartą',
    },
    needs: {
      en: 'Orders with a customer and a date, over at least a year.',
      pl: 'Zamówienia z klientem i datą, z co najmniej roku.',
    },
    isHeld: (profile) => profile.historyDays >= 365,
  });
}

function hours(
  id: string,
  [from, to]: readonly [number, number],
  name: Label,
  description: Label,
): LibraryEntry {
  const even = to - from + 1;
  return mostly({
    id,
    name,
    description,
    filter: { field: 'hour', test: between(from, to) },
    share: 0.6,
    why: {
      en: `a clear majority, where an even day gives ${even} hours of 24`,
      pl: `wyraźna większość, podczas gdy równa doba daje ${even} godz. z 24`,
    },
    needs: { en: 'Orders with the hour, not only the day.', pl: 'Zamówienia z godziną, nie tylko z dniem.' },
    isHeld: (profile) => profile.holdsHours,
  });
}

const WEEKEND: FieldFilter = { field: 'weekday', test: between(6, 7) };
const WEEKDAYS: FieldFilter = { field: 'weekday', test: between(1, 5) };

export default [
  mostly({
    id: 'weekend',
    name: { en: 'Weekend buyers', pl: 'Kupujący w weekendy' },
    description: {
      en: 'Two orders or more, most of them on Saturdays and Sundays. Send on Friday evening, not on Tuesday morning.',
      pl: 'Co najmniej dwa zamówienia, w większości w soboty i niedziele. Lepiej wysyłać w piątek wieczorem niż we wtorek rano.',
    },
    filter: WEEKEND,
    share: 0.6,
    why: {
      en: 'a clear majority, where an even week gives two sevenths',
      pl: 'wyraźna większość, podczas gdy równy tydzień daje dwie siódme',
    },
    needs: datesNeeded,
    isHeld: (profile) => profile.rows('orders', [WEEKEND]) > 0,
  }),
  mostly({
    id: 'weekday',
    name: { en: 'Weekday buyers', pl: 'Kupujący w dni robocze' },
    description: {
      en: 'Two orders or more, all but a few from Monday to Friday. Often bought for work or at work: weekend campaigns miss them.',
      pl: 'Co najmniej dwa zamówienia, prawie wszystkie od poniedziałku do piątku. Często kupują do pracy albo w pracy: kampanie weekendowe do nich nie trafiają.',
    },
    filter: WEEKDAYS,
    share: 0.95,
    why: {
      en: 'nearly all, where an even week gives five sevenths',
      pl: 'prawie wszystkie, podczas gdy równy tydzień daje pięć siódmych',
    },
    needs: datesNeeded,
    isHeld: (profile) => profile.rows('orders', [WEEKDAYS]) > 0,
  }),
  hours(
    'morning',
    [5, 9],
    { en: 'Morning buyers', pl: 'Kupujący rano' },
    {
      en: 'Two orders or more, most of them from 5:00 to 9:59. Be in their inbox before breakfast.',
      pl: 'Co najmniej dwa zamówienia, w większości między 5:00 a 9:59. Warto być w skrzynce przed śniadaniem.',
    },
  ),
  hours(
    'working-hours',
    [9, 16],
    { en: 'Working-hours buyers', pl: 'Kupujący w godzinach pracy' },
    {
      en: 'Two orders or more, most of them from 9:00 to 16:59. They buy at a desk: long pages and invoices are no hurdle.',
      pl: 'Co najmniej dwa zamówienia, w większości między 9:00 a 16:59. Kupują przy biurku: dłuższe strony i faktury im nie przeszkadzają.',
    },
  ),
  hours(
    'evening',
    [18, 23],
    { en: 'Evening buyers', pl: 'Kupujący wieczorem' },
    {
      en: 'Two orders or more, most of them at 18:00 or later. Schedule for the evening.',
      pl: 'Co najmniej dwa zamówienia, w większości o 18:00 lub później. Komunikację warto planować na wieczór.',
    },
  ),
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
  ...giftOccasions,
  {
    id: 'own-occasion',
    kind: 'occasion',
    name: { en: 'Buyers before', pl: 'Kupujący przed' },
    description: {
      en: 'Bought in the days up to a date of your own: a name day, the birthday of the shop. It comes back every year, and so do they.',
      pl: 'Kupili w dniach poprzedzających Twoją własną datę, na przykład imieniny albo urodziny sklepu. Wraca co roku, a oni razem z nią.',
    },
    needs: {
      en: 'A date added under Occasions, and orders in the days before it.',
      pl: 'Data dodana w Okazjach i zamówienia z dni ją poprzedzających.',
    },
    isOn: ({ occasions }) => occasions.own.length > 0,
    make: (profile) =>
      profile.occasions.own.flatMap((own) => {
        const made = ownGiftDays(profile, own);
        if (made === null) return [];
        const name = { en: `Buyers before: ${own.name}`, pl: `Kupujący przed: ${own.name}` };
        return [{ ...made, value: own.id, fullName: name }];
      }),
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
