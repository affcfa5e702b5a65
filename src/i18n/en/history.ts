import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');

export const en = {
  metric: 'Metric',
  size: 'Customers',
  heading: (metric: string) => `${metric} at each import`,
  sub: 'Written down at each import as the data and the segments were then, over the 90 days before. Nothing later changes it.',
  sentence: (metric: string, records: number) =>
    `${metric} at ${n(records)} ${plural('en', records, { one: 'import', other: 'imports' })}.`,
  asOf: 'As of',
  taken: 'Written down',
  version: 'Rule',
  versionOf: (v: number) => `version ${v}`,
  changed: (name: string, from: number, to: number, day: string) =>
    `The rule of ${name} went from version ${from} to ${to} before ${day}.`,
  one: 'One import is written down so far. The next one shows what changed.',
  none: 'Nothing is written down of these segments yet.',
  small: 'Figures are kept of five people and more.',
  currencies: 'Amounts are each in the currency of their time, as the table says.',
  export: 'Export history',
  segment: 'Segment',
  onSegment: 'How it did at each import',
  interval: '95%',
  csv: {
    mark: 'Segment Lens performance history format 1',
    note: 'Written down at each import; later edits change nothing. 95% intervals.',
    columns: {
      taken_at: 'Written down',
      as_of: 'As of',
      period_from: 'From',
      period_to: 'To',
      data_version: 'Data version',
      segment_id: 'Segment ID',
      segment: 'Segment',
      segment_version: 'Rule version',
      segment_size: 'Customers',
      segment_unknown: 'Unknown',
      population: 'Everyone',
      metric_id: 'Metric ID',
      metric: 'Metric',
      value: 'Value',
      n: 'n',
      value_low: '95% from',
      value_high: '95% to',
      currency: 'Currency',
    },
  },
};
