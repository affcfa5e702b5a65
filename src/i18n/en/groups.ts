import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const of = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('en', value, { one, other })}`;

/** Words of groups found in what people do. */
export const en = {
  title: 'Find groups in your data',
  lead: 'Puts together customers who behave alike, and says of each group in a short rule who they are. The same data always gives the same groups.',
  find: 'Find groups',
  again: 'Find groups again',
  finding: 'Looking for groups…',
  cancel: 'Cancel',
  stale: 'These groups are of earlier data or another day.',
  count: 'How many groups',
  best: (k: number) => `as many as stand out most: ${n(k)}`,
  bestOpen: 'as many as stand out most',
  countOf: (k: number, silhouette: string) => `${n(k)} (${silhouette})`,
  none: {
    'nothing-done': {
      title: 'Nobody has done anything to be grouped by',
      text: 'Groups are made of orders, visits and mail opened. Add an export of orders or events with a customer on each.',
    },
    'too-few-people': {
      title: (least: string) => `Fewer than ${least} customers can be grouped`,
      text: (active: string) => `${active} have done something. Groups of so few would tell of chance.`,
    },
    'everyone-alike': {
      title: 'Everyone is alike',
      text: 'In everything that is held of what they do, these customers do not differ, so there is nothing to group them by.',
    },
  },
  clear: {
    title: (k: number) => `${n(k)} groups stand out`,
    text: (silhouette: string, without: string, sample: string, clouds: number) =>
      `How well people sit in their group (silhouette, 0 to 1): ${silhouette}. The same measure of ${n(clouds)} made-up clouds that spread as widely but hold no groups reaches ${without} at most. Measured on ${sample} people.`,
  },
  asked: {
    title: (k: number) => `${n(k)} groups do not stand out`,
    text: (silhouette: string, best: number, bestSilhouette: string, without: string, clouds: number) =>
      `How well people sit in their group (silhouette, 0 to 1) is ${silhouette}; with ${n(best)} groups it is ${bestSilhouette}. ${n(clouds)} made-up clouds without groups reach ${without} at most.`,
  },
  unclear: {
    title: 'There are no clear groups',
    text: (silhouette: string, least: string, without: string, sample: string, clouds: number) =>
      `These customers pass into one another by degrees: how well people sit in their group (silhouette, 0 to 1) is ${silhouette}. Clear groups need ${least} at least, and more than the ${without} that ${n(clouds)} made-up clouds without groups reach. Measured on ${sample} people.`,
    still:
      'What follows is a way to part them, not what they are by nature. A ready segment may serve you better.',
  },
  grouped: (grouped: string, active: string, population: string) =>
    `${grouped} grouped, of ${active} who did anything; ${population} in all.`,
  lacking: (v: number) =>
    `${of(v, 'customer was', 'customers were')} left out, having no value in one of the columns below.`,
  leftOut: (v: number) => `Not grouped by: ${of(v, 'column', 'columns')}, and why`,
  why: {
    'not-held': 'not held',
    'all-alike': 'the same for everyone',
    'few-have-it': 'fewer than 9 in 10 have it',
    'near-copy': (other: string) => `says the same as ${other}`,
  },
  group: (place: number) => `Group ${n(place)}`,
  size: (people: string, share: string) => `${people}, ${share} of those grouped`,
  rule: 'In a rule',
  match: (caught: string, right: string, taken: string) =>
    `The rule takes ${taken}. It catches ${caught} of the group, and ${right} of those it takes belong to it.`,
  poor: 'So short a rule tells this group badly: half or more of it is missed, or of those taken are others.',
  profile: 'Groups beside everyone',
  profileNote: 'Medians of those grouped.',
  column: 'What they do',
  everyone: 'Everyone grouped',
  people: 'Customers',
  features: {
    recency: 'Days since last order',
    orders: 'Orders',
    revenue: 'Spent after refunds',
    basket: 'Average order value',
    breadth: 'Different things bought',
    discount: 'Discount, of order value',
    'days-active': 'Active days',
    visits: 'Visits',
    'mail-opens': 'Mails opened',
  },
  /** What marks a group, for its name: more of it than others, or less. */
  marks: {
    recency: { more: 'long silent', less: 'bought lately' },
    orders: { more: 'many orders', less: 'few orders' },
    revenue: { more: 'big spenders', less: 'small spenders' },
    basket: { more: 'big baskets', less: 'small baskets' },
    breadth: { more: 'buy many things', less: 'buy few things' },
    discount: { more: 'buy at a discount', less: 'pay full price' },
    'days-active': { more: 'very active', less: 'hardly active' },
    visits: { more: 'visit often', less: 'visit rarely' },
    'mail-opens': { more: 'open mails', less: 'open no mails' },
  },
  middling: 'in the middle',
  description: (caught: string, right: string, day: string) =>
    `Found in the data as of ${day}; the rule catches ${caught} of the group, and ${right} of those it takes belong to it.`,
};
