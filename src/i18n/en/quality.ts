import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');

/** Is it a good segment? Words of its badges and the advice beside each. */
export const en = {
  title: 'Is it a good segment?',
  goal: 'Judged by',
  goals: { revenue: 'revenue per customer', orders: 'orders per customer', events: 'events per customer' },
  since: 'Since',
  sinces: {
    week: 'a week before',
    month: 'a month before',
    quarter: 'a quarter before',
    year: 'a year before',
  },
  levels: { good: 'good', fair: 'fair', poor: 'weak', untold: 'not known' },
  marks: { good: '✓', fair: '~', poor: '!', untold: '?' },
  badges: {
    large: 'Large enough',
    homogeneous: 'Different from the rest',
    distinct: 'Distinct',
    stable: 'Stable',
    reachable: 'Reachable',
    unknown: 'Known',
  },
  facts: {
    mean: (mean: string, half: string, people: string) => `${mean} ± ${half} a customer (n = ${people}, 95%)`,
    meanOnly: (mean: string, people: string) => `${mean} a customer (n = ${people})`,
    people: (people: string) => `n = ${people}`,
    smallest: (difference: string) => `Smallest difference from everyone else it could show: ${difference}`,
    test: (each: string, change: string) => `A test of a ${change} change needs ${each} people in each half`,
    ads: (least: string, enough: string) =>
      `Ad platforms take lists from about ${least} matched people and work well from ${enough}`,
    eta: (share: string, people: string) =>
      `η² = ${share}: the share of differences in it that being in or out explains (n = ${people})`,
    etaUntold: 'η² can’t be worked out',
    closest: (share: string) => `Jaccard ${share} with its nearest:`,
    kept: (share: string, still: string, of: string, day: string) =>
      `${share} of those in it on ${day} still are: ${still} of ${of}`,
    keptUntold: (v: number) => `${n(v)} more can’t be told`,
    noHistory: (since: string) => `The data does not reach to ${since}`,
    noneBefore: (day: string) => `Nobody was in it on ${day}`,
    email: (reachable: string, of: string) => `Mail: ${reachable} of ${of} with an address and consent`,
    sms: (reachable: string, of: string) => `Text message: ${reachable} of ${of} with a number and consent`,
    silent: (v: number) =>
      `${n(v)} with a contact ${plural('en', v, { one: 'has', other: 'have' })} said neither yes nor no`,
    noContact: 'Neither e-mail addresses nor phone numbers are held',
    unknown: (share: string, people: string, of: string) => `${share} can’t be told: ${people} of ${of}`,
  },
  advice: {
    'large-good': 'Its numbers are sure enough to compare, test and advertise with.',
    'large-fair': 'Compare it, but look at the intervals; widen the rule for a test or an ad campaign.',
    'large-poor': 'Too few for sure numbers. Widen the rule, or use it for messages by hand.',
    'large-none': 'Nobody is in it. Loosen the rule.',
    'large-no-goal': 'Nothing is held of these people to measure. Add orders.',
    'homogeneous-good': 'Its members stand well apart from the rest: a campaign of its own is worth it.',
    'homogeneous-fair': 'Its members differ somewhat from the rest: try it with a small campaign first.',
    'homogeneous-poor':
      'By this measure its members are like anybody else: judge it by another, or merge it.',
    'homogeneous-untold': 'There is nobody to set it against, or all are alike.',
    'distinct-good': 'No other segment holds the same people.',
    'distinct-fair': 'Shares many people with another: mind that they are not written to twice.',
    'distinct-poor': 'Nearly the same people as another: keep one of the two.',
    'distinct-untold': 'There is no other segment to set it against.',
    'stable-good': 'People stay: plan for months.',
    'stable-fair': 'People come and go: take the list anew before each campaign.',
    'stable-poor': 'Most leave soon: act within days, and let an automation pick them up.',
    'stable-no-history': 'Collect more history, or choose a shorter time.',
    'stable-none-before': 'There is nobody yet who could have stayed.',
    'reachable-good': 'Most can be written to with consent.',
    'reachable-fair': 'Some can be written to; ask the others for consent at the next order.',
    'reachable-poor':
      'Hardly anybody can be written to. Ask for consent, or reach them in the shop and with ads.',
    'reachable-no-contact': 'Add an export of customers with e-mail or phone, and with consent.',
    'reachable-no-consent': 'Contacts are held, consent is not. Add an export that says who agreed.',
    'unknown-good': 'Nearly everybody can be told.',
    'unknown-fair': 'Some can’t be told, and are on no side of a comparison.',
    'unknown-poor': 'Too many can’t be told: add the data the rule asks about.',
  },
};
