import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const days = (v: number) => `${n(v)} ${plural('en', v, { one: 'day', other: 'days' })}`;

export const en = {
  heading: 'Customers who have not ordered again yet',
  follow: 'Followed for',
  days,
  sub: (day: string) =>
    `Customers of ${day} who had ordered by then; each is followed from that day on. Kaplan–Meier.`,
  trap: (day: string) =>
    `Segments are fixed on ${day} and every clock starts there. Counted from an earlier order, a segment such as “repeat buyers” would be lent time in which its members could not have failed: they had to come back to be in it.`,
  moved: (asOf: string, day: string, followed: string) =>
    `The data ends too soon after ${asOf} to follow anybody for ${followed}, so the segments are those of ${day}.`,
  bands: 'Bands: 95% intervals (log-log).',
  axis: 'Days since',
  day: (v: number) => `Day ${n(v)}`,
  sentence: (lines: string) => `Share of customers not having ordered again, by days. ${lines}`,
  sentenceLine: (name: string, waiting: string, watched: number) =>
    `${name}: ${waiting} after ${days(watched)}`,
  summary: {
    caption: 'Time to the next order by segment',
    customers: 'Customers',
    returned: 'Ordered again',
    share: 'Share',
    median: 'Half had returned after',
    medianInterval: '95% interval',
    notReached: (watched: number) => `not within ${days(watched)}`,
    notReachedShort: (watched: number) => `over ${n(watched)}`,
    test: 'Log-rank p',
    corrected: 'q',
    noTest: 'too few to test',
    everyone: 'Everyone',
    vs: (base: string | null) =>
      base === null
        ? 'Each segment’s curve is tested against everyone else’s (log-rank); q corrects for testing all of them.'
        : `Each segment’s curve is tested against that of ${base}, without those in both (log-rank); q corrects for testing all of them.`,
    exclusive: (count: number) =>
      `tested on the ${n(count)} ${plural('en', count, { one: 'customer', other: 'customers' })} not in both`,
  },
  risk: {
    caption: 'Still waiting at the start of the day (number at risk)',
    day: 'Day',
  },
  neverOrdered: (v: number) =>
    `${n(v)} ${plural('en', v, { one: 'person', other: 'people' })} had not ordered by that day: an order of theirs would be a first, so they are not counted here.`,
  none: 'The data does not reach far enough to follow anybody for so long. Choose a shorter time.',
  nobody: 'Nobody had ordered by that day. Choose a shorter time.',
  own: {
    waitedFor: 'Time until',
    order: 'the next order',
    columns: 'what columns of your list say',
    length: 'How long each was there',
    ended: 'Whether it ended',
    choose: 'Choose a column',
    ask: 'Choose the column with how long each person has been there (such as months as a customer), and the one that says yes where it ended (such as churn).',
    sub: 'Each person is counted for as long as the list says; who has no end yet is counted up to then. Kaplan–Meier.',
    asTheyAre: (day: string) =>
      `Segments and columns are as the data says on ${day}: what people chose early and late is not told apart, so this describes and proves no cause.`,
    nobody: 'Nobody has both columns filled with a number from 0 up and a yes or no.',
    leftOut: (v: number) =>
      `${n(v)} ${plural('en', v, { one: 'person has', other: 'people have' })} not both columns filled and ${plural('en', v, { one: 'is', other: 'are' })} not counted.`,
    heading: (length: string, ended: string) => `Without “${ended}” so far, by “${length}”`,
    plain: (v: number) => n(v),
    at: (length: string, v: number) => `${length}: ${n(v)}`,
    sentence: (length: string, ended: string, lines: string) =>
      `Share of people without “${ended}” so far, by “${length}”. ${lines}`,
    sentenceLine: (name: string, waiting: string, at: number) => `${name}: ${waiting} at ${n(at)}`,
    caption: (ended: string) => `“${ended}” by segment`,
    people: 'People',
    yes: (ended: string) => `${ended}: yes`,
    median: (length: string) => `Half by “${length}”`,
    notReached: (at: number) => `not by ${n(at)}`,
    atRisk: 'Share left, and how many were still counted (number at risk)',
  },
};
