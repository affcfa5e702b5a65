/** What `npm run report` says of what it was told and what it took by itself. */
export const en = {
  asked: {
    dates: 'what comes first in dates',
    decimals: 'what marks decimals',
    amounts: 'what amounts are written in',
    currency: 'the currency of the amounts',
    customers: 'whose the customers’ numbers are',
    timeZone: 'the time zone of the times',
  },
  answers: {
    'day-first': 'the day',
    'month-first': 'the month',
    'year-first': 'the year',
    comma: 'the comma',
    dot: 'the dot',
    whole: 'whole units',
    minor: 'cents',
    millionths: 'millionths',
    none: 'none is stated',
    own: 'of this file alone',
    shared: 'the same as in the files before it',
    'as-written': 'not known; times stay as written',
  },
  quoted: (name: string) => `“${name}”`,
  like: (example: string) => ` (like ${example})`,
  told: (what: string, answer: string) => `${what}: ${answer}, as told.`,
  taken: (what: string, answer: string, otherwise: string) =>
    `${what}: ${answer}. This was not told; ${otherwise} says otherwise.`,
  impossible: (what: string, answer: string, told: string) =>
    `${what}: ${answer}. Told was ${told}, which these values can’t be.`,
  notAsked: (list: string) => `Told and not asked for: ${list}.`,
  noPage: {
    nobody: 'No report page: no row says whose it is.',
    'ids-shortened':
      'No report page: a spreadsheet has shortened the customers’ numbers, so nobody can be told from another.',
    'no-group':
      'No report page: none of the ready segments holds anybody; what is held of people makes no group.',
    'no-values': 'has no page: its rows are days or single values, so there is nothing to compare.',
  },
};
