import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const days = (v: number) => `${n(v)} ${plural('en', v, { one: 'day', other: 'days' })}`;

/** Words of the calendar gift segments are made by. */
export const en = {
  title: 'Occasions',
  lead: 'The days people buy presents for, each by the calendar of the order’s country, or else the customer’s. Each one that is on is a ready segment.',
  home: {
    label: 'Where no country is known, count by',
    hint: 'Orders and customers without a country, or from one there is no calendar for.',
    auto: (country: string) => `the data: ${country}`,
    autoNone: 'the data (they name no country)',
  },
  withoutCalendar: (names: string) => `No calendar of their own: ${names}. They count by the days above.`,
  table: {
    caption: 'Occasions of the calendar',
    on: 'Segment',
    day: 'Occasion',
    next: 'Next',
    nextNone: 'not kept here',
    before: 'Counted from',
    beforeUnit: 'days before',
    beforeOf: (day: string) => `Days before: ${day}`,
    onOf: (day: string) => `Make a segment of: ${day}`,
    until: (v: number) => (v < 0 ? 'up to the eve' : v === 0 ? 'up to the day' : `to ${days(v)} after`),
    usual: (v: number) => `usually ${n(v)}`,
    buyers: 'Buyers',
    open: (day: string) => `Open the segment: ${day}`,
    none: 'no orders',
  },
  own: {
    title: 'Dates of your own',
    lead: 'Name days, the birthday of the shop, the start of school: the same date every year, in every country.',
    none: 'None yet.',
    name: 'What it is',
    nameHint: 'As it will stand in the segment’s name.',
    day: 'Day',
    month: 'Month',
    before: 'Counted from, days before',
    add: 'Add the date',
    remove: (name: string) => `Remove ${name}`,
    wrong: 'Give it a name and a day of the month.',
    beforeWrong: (most: number) => `From 0 to ${n(most)} days before.`,
  },
  saved: 'Saved; the segments follow.',
  reset: 'Back to how they came',
};
