import type { Label } from '../../core/label';

/** A day people buy for, and when the buying for it is counted. */
export interface Occasion {
  readonly id: string;
  /** The day itself. */
  readonly day: Label;
  /** Its segment. */
  readonly name: Label;
  /** Why a marketer cares; which days are counted is said beside it. */
  readonly why: Label;
  /** First day counted, in days before it. */
  readonly before: number;
  /** Last day counted, in days after it: -1 is its eve. */
  readonly until: number;
  /** The same day in every country that has none of its own. */
  readonly worldwide?: string;
  /** The day where no country is known. */
  readonly elsewhere?: string;
  /** Not among the ready segments until it is switched on. */
  readonly off?: true;
}

/** In the order of the year. Days that differ by country stand in country-days.ts. */
export const OCCASIONS: readonly Occasion[] = [
  {
    id: 'grandmothers-day',
    day: { en: 'Grandmother’s Day', pl: 'Dzień Babci' },
    name: { en: 'Grandmother’s Day buyers', pl: 'Kupujący przed Dniem Babci' },
    why: {
      en: 'Buyers for grandparents come back each January, when little else sells.',
      pl: 'Kupujący dla dziadków wracają co styczeń, gdy niewiele innego się sprzedaje.',
    },
    before: 10,
    until: 0,
  },
  {
    id: 'grandfathers-day',
    day: { en: 'Grandfather’s Day', pl: 'Dzień Dziadka' },
    name: { en: 'Grandfather’s Day buyers', pl: 'Kupujący przed Dniem Dziadka' },
    why: {
      en: 'The day after Grandmother’s Day in Poland; often the same basket.',
      pl: 'W Polsce dzień po Dniu Babci, często ten sam koszyk.',
    },
    before: 10,
    until: 0,
    off: true,
  },
  {
    id: 'valentines',
    day: { en: 'Valentine’s Day', pl: 'Walentynki' },
    name: { en: 'Valentine’s Day buyers', pl: 'Kupujący przed walentynkami' },
    why: {
      en: 'They buy for two: show them pairs, sets and delivery by the day.',
      pl: 'Kupują dla dwojga: warto pokazać im zestawy i dostawę na czas.',
    },
    before: 7,
    until: 0,
    worldwide: '02-14',
    elsewhere: '02-14',
  },
  {
    id: 'womens-day',
    day: { en: 'Women’s Day', pl: 'Dzień Kobiet' },
    name: { en: 'Women’s Day buyers', pl: 'Kupujący przed Dniem Kobiet' },
    why: {
      en: 'In Poland one of the great days for flowers, sweets and cosmetics.',
      pl: 'W Polsce jeden z najważniejszych dni dla kwiatów, słodyczy i kosmetyków.',
    },
    before: 7,
    until: 0,
    worldwide: '03-08',
    elsewhere: '03-08',
  },
  {
    id: 'easter',
    day: { en: 'Easter', pl: 'Wielkanoc' },
    name: { en: 'Easter buyers', pl: 'Kupujący przed Wielkanocą' },
    why: {
      en: 'A table to set and a house full of guests: food, decoration and small gifts, on a date that moves each year.',
      pl: 'Pełny stół i goście: jedzenie, dekoracje i drobne prezenty, co roku w innym terminie.',
    },
    before: 13,
    until: 0,
    elsewhere: 'e0',
  },
  {
    id: 'mothers-day',
    day: { en: 'Mother’s Day', pl: 'Dzień Matki' },
    name: { en: 'Mother’s Day buyers', pl: 'Kupujący przed Dniem Matki' },
    why: {
      en: 'A gift occasion that comes back to the day. Let those who would rather not hear of it say so.',
      pl: 'Okazja prezentowa, która wraca co do dnia. Warto pozwolić wypisać się z niej tym, dla których jest trudna.',
    },
    before: 9,
    until: 0,
    elsewhere: '05.7.2',
  },
  {
    id: 'childrens-day',
    day: { en: 'Children’s Day', pl: 'Dzień Dziecka' },
    name: { en: 'Children’s Day buyers', pl: 'Kupujący przed Dniem Dziecka' },
    why: {
      en: 'Parents and grandparents: remind them a week before, by age of the child if you know it.',
      pl: 'Rodzice i dziadkowie: warto przypomnieć się tydzień wcześniej, z prezentami według wieku dziecka.',
    },
    before: 9,
    until: 0,
  },
  {
    id: 'fathers-day',
    day: { en: 'Father’s Day', pl: 'Dzień Ojca' },
    name: { en: 'Father’s Day buyers', pl: 'Kupujący przed Dniem Ojca' },
    why: {
      en: 'Smaller than Mother’s Day, and with less to choose from: a short list of ideas helps.',
      pl: 'Mniejszy niż Dzień Matki i z mniejszym wyborem: pomaga krótka lista pomysłów.',
    },
    before: 9,
    until: 0,
    elsewhere: '06.7.3',
  },
  {
    id: 'national-day',
    day: { en: 'National day', pl: 'Święto narodowe' },
    name: { en: 'National day buyers', pl: 'Kupujący przed świętem narodowym' },
    why: {
      en: 'A long weekend for many: travel, garden, party and flags.',
      pl: 'Dla wielu długi weekend: wyjazdy, ogród, spotkania.',
    },
    before: 6,
    until: 0,
    off: true,
  },
  {
    id: 'halloween',
    day: { en: 'Halloween', pl: 'Halloween' },
    name: { en: 'Halloween buyers', pl: 'Kupujący przed Halloween' },
    why: {
      en: 'They like themed editions and buy them for a party: early October is the time.',
      pl: 'Lubią tematyczne edycje i kupują je na imprezę: warto zacząć na początku października.',
    },
    before: 13,
    until: 0,
    worldwide: '10-31',
    elsewhere: '10-31',
    off: true,
  },
  {
    id: 'singles-day',
    day: { en: 'Singles’ Day', pl: 'Dzień Singla (11.11)' },
    name: { en: 'Singles’ Day buyers', pl: 'Kupujący w Dzień Singla (11.11)' },
    why: {
      en: 'The first great discount of the season: those who buy now have less left for Black Friday.',
      pl: 'Pierwsza duża promocja sezonu: kto kupi teraz, wyda mniej na Black Friday.',
    },
    before: 1,
    until: 0,
    worldwide: '11-11',
    elsewhere: '11-11',
  },
  {
    id: 'black-friday',
    day: { en: 'Black Friday', pl: 'Black Friday' },
    name: { en: 'Black Friday week buyers', pl: 'Kupujący w tygodniu Black Friday' },
    why: {
      en: 'See whether they ever buy at full price before counting on them.',
      pl: 'Zanim się na nich liczy, warto sprawdzić, czy kupują też w pełnej cenie.',
    },
    before: 4,
    until: 3,
    worldwide: '11.4.4+1',
    elsewhere: '11.4.4+1',
  },
  {
    id: 'cyber-monday',
    day: { en: 'Cyber Monday', pl: 'Cyber Monday' },
    name: { en: 'Cyber Monday buyers', pl: 'Kupujący w Cyber Monday' },
    why: {
      en: 'Late deciders of the discount week: a last reminder finds them.',
      pl: 'Zdecydowali się pod koniec tygodnia promocji: trafia do nich ostatnie przypomnienie.',
    },
    before: 0,
    until: 0,
    worldwide: '11.4.4+4',
    elsewhere: '11.4.4+4',
  },
  {
    id: 'st-nicholas',
    day: { en: 'Saint Nicholas', pl: 'Mikołajki' },
    name: { en: 'Saint Nicholas buyers', pl: 'Kupujący przed mikołajkami' },
    why: {
      en: 'Small gifts for children, before the Christmas rush.',
      pl: 'Drobne prezenty dla dzieci, jeszcze przed świątecznym szczytem.',
    },
    before: 9,
    until: 0,
  },
  {
    id: 'christmas',
    day: { en: 'Christmas', pl: 'Boże Narodzenie' },
    name: { en: 'Christmas buyers', pl: 'Kupujący przed świętami' },
    why: {
      en: 'Gift givers: remind them in November, and in January sell to them for themselves.',
      pl: 'Szukają prezentów: warto przypomnieć się w listopadzie, a w styczniu zaproponować coś dla nich samych.',
    },
    before: 24,
    until: -1,
    elsewhere: '12-25',
  },
];
