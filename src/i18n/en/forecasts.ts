import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const of = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('en', value, { one, other })}`;

/** What is foretold of customers, why, and how far it came true before. */
export const en = {
  history: 'Size over time (a forecast for each month, so it takes a moment)',
  counting: 'Making the forecast…',
  none: {
    'history-too-short-to-forecast':
      'Less than half a year of orders is held by then: too little to forecast from.',
    'too-few-repeats-to-forecast':
      'Fewer than 50 customers had ordered again by then: too few to forecast from.',
    'no-forecast-fits': 'The forecast does not fit these orders.',
  },
  nobody: (reason: string) => `Nobody can be told to be in or out. ${reason}`,
  noOrder: 'They have no order, so nothing can be foretold of them.',
  noAmount: 'They have no order with an amount in this currency, so nothing can be foretold of them.',
  foretold: {
    value: (value: string) => `Predicted value over the next 12 months: ${value}.`,
    order: (value: string) => `Chance of an order in that time: ${value}.`,
    'still-buying': (value: string) => `Chance of still being a customer: ${value}.`,
  },
  standsOn: (orderDays: number, sinceFirst: number, sinceLast: number) =>
    `From ${of(orderDays, 'day', 'days')} with an order, the first ${of(sinceFirst, 'day', 'days')} ago and the last ${of(sinceLast, 'day', 'days')} ago.`,
  test: {
    title: 'How far to trust this forecast',
    how: (cut: string, days: number, asOf: string, customers: number) =>
      `Made again as if it were ${cut}, from what was known then, and held against what came in the ${of(days, 'day', 'days')} up to ${asOf}: ${of(customers, 'customer', 'customers')}.`,
    tooLittle: (cut: string, reason: string) => `It can’t be tested on this data. As of ${cut}: ${reason}`,
    noBetter: {
      title: 'Don’t trust it on this data',
      text: (error: string, plain: string) =>
        `Tested on the past, it did no better than assuming that everyone goes on as before: off by ${error} a customer, against ${plain}. Its figures are not shown; a segment by what customers did is safer here.`,
    },
    better: (part: string, error: string, plain: string) =>
      `It was ${part} nearer to what came than assuming that everyone goes on as before (off by ${error} a customer, against ${plain}; root mean square).`,
    whole: {
      value: (foretold: string, came: string) => `Foretold: ${foretold} a customer. Came: ${came}.`,
      order: (foretold: string, came: string) => `Foretold that ${foretold} would order. ${came} did.`,
    },
    least: 'lowest forecast',
    most: 'highest forecast',
    bands: 'Customers, by forecast',
    band: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    by: {
      value: 'predicted value in that time',
      order: 'chance of an order in that time',
      'still-buying': 'chance of still being a customer',
    },
    customers: 'Customers',
    foretold: { value: 'Foretold', order: 'Foretold' },
    came: { value: 'Came', order: 'Ordered' },
    mean: { value: 'mean', order: 'share' },
    taken: 'This segment, as it would have been then',
    others: 'Everyone else',
    everyone: 'All customers',
  },
};
