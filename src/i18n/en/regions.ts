import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');

/** Words of the comparison by country and region. */
export const en = {
  by: 'By',
  kinds: { country: 'Country', region: 'Region' },
  metric: 'Metric',
  heading: (metric: string, by: string) => `${metric} by ${by}`,
  byWord: { country: 'country', region: 'region' },
  none: {
    country: 'No country is held of customers or of their orders',
    region: 'No region is held of customers',
    next: {
      country: 'Add an export of orders or customers with a country column.',
      region: 'Add an export of customers with a column of regions or states.',
    },
  },
  from: {
    people: 'Where customers are is as stated of them.',
    orders: 'Customers are where more than half of their orders went.',
    both: 'Customers are where it is stated of them, or else where more than half of their orders went.',
  },
  within:
    'Amounts are in each region’s own currency and are compared within it, with everyone else there. They are never added across currencies.',
  others: 'Each cell is compared with the same segment in all the other regions.',
  indexNote:
    'Index: the region’s middle customer, by their own value of this metric, is 100. So regions can be set side by side without a rate of exchange.',
  noIndex: 'This metric has no value of a single customer, so there is no index.',
  reportingNote: (currency: string) =>
    `In ${currency}: converted at the rates held, for a look only; verdicts don’t use it.`,
  corrected: 'Verdicts are corrected over this whole table.',
  folded: (regions: number, people: number) =>
    `${n(regions)} more ${plural('en', regions, { one: 'has', other: 'have' })} fewer than 10 customers: not enough data (${n(people)} customers)`,
  unplaced: (v: number) =>
    `Of ${n(v)} ${plural('en', v, { one: 'customer', other: 'customers' })} it is not known where they are; they are in no region here.`,
  columns: {
    region: 'Region',
    country: 'Country',
    currency: 'Currency',
    customers: 'Customers',
    median: 'Middle customer',
    everyone: 'Everyone',
    index: 'Index',
  },
  index: (v: string) => `index ${v}`,
  n: (v: string) => `n ${v}`,
  interval: (lo: string, hi: string) => `${lo} – ${hi}`,
  unknown: (v: string) => `${v} can’t be told`,
  reporting: (v: string) => `≈ ${v}`,
  occasions: (v: number) =>
    v === 1 ? 'Local occasions in the period' : 'Local occasions in the period, region by region',
  occasion: (name: string, day: string) => `${name}, ${day}`,
  occasionTimes: (name: string, times: number) => `${name}, ${n(times)} ×`,
  show: 'In the cells',
  shows: { value: 'Value', index: 'Index' },
  plots: 'Region by region',
  plotSub: 'The dot is the value, the line its 95% interval; the upright line is everyone in that region.',
  sentence: (metric: string, rows: string) => `${metric} by region. ${rows}`,
  row: (region: string, rows: string) => `${region}: ${rows}.`,
  export: 'Export by region',
  mark: 'Segment Lens comparison by region format 1',
  file: {
    region: 'Region',
    region_currency: 'Currency of the region',
    region_size: 'Customers in the region',
    region_median: 'Middle customer of the region',
    region_median_n: 'n of the middle customer',
    index: 'Index to the middle customer',
    against: 'Compared with',
    reporting_value: 'Value in the reporting currency',
    region_occasions: 'Occasions in the period',
    reporting_currency: 'Reporting currency',
  },
  against: {
    within: 'everyone else in the region',
    'other-regions': 'the same segment in all other regions',
  },
};
