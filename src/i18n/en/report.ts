import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');

/** The page to print or send. */
export const en = {
  button: 'Report',
  saved: (name: string) => `${name} was saved. Open it and print it for a PDF.`,
  failed: 'The report could not be made. Nothing was saved.',
  making: 'Making the report…',
  title: 'How segments compare',
  asOf: 'As of',
  period: 'Time measured',
  measuredHeld: 'everything held up to that day',
  measuredAfter: (range: string) => `outcomes after it: ${range}`,
  measuredLast: (range: string) => `the days before it: ${range}`,
  undated: 'no dated orders or events',
  against: 'Compared with',
  everyoneElse: 'everyone else',
  currency: 'Currency',
  noCurrency: 'not stated in the data',
  customers: 'Customers',
  made: 'Made',
  madeWith: (when: string) => `Segment Lens, ${when}, on this computer only`,
  descriptive:
    'Description, not forecast: segments and metrics are taken from the same time, so whoever bought much is among the best because of it.',
  says: 'What the numbers say',
  suggestions: 'Suggested next steps',
  suggestionsNote:
    'dashed boxes hold ideas by kind of segment and goal. Not measured, not part of the numbers.',
  edited: 'edited by you',
  pictures: 'Pictures',
  table: 'All numbers',
  metric: 'Metric',
  everyone: 'Everyone',
  n: (count: string) => `n ${count}`,
  interval: (lo: string, hi: string) => `${lo} – ${hi}`,
  legend: 'Under each value: its 95% interval, then what it rests on (n) and the verdict.',
  legendMarks: (base: string) =>
    `Verdicts are against ${base} and hold after correcting for every test of the comparison (q < 0.05).`,
  definitions: 'Definitions',
  fraction: (numerator: string, denominator: string) => `${numerator} / ${denominator}`,
  sources: 'Where the numbers come from',
  notes: 'To read them right',
  picked: (shown: number, all: number) =>
    `${n(shown)} of the ${n(all)} ${plural('en', all, { one: 'segment', other: 'segments' })} compared; the others are in the CSV of the comparison.`,
  overlap: (segment: string, shared: number, base: string) =>
    `${segment} and ${base} share ${n(shared)} ${plural('en', shared, { one: 'person', other: 'people' })}; only those in one of them are compared.`,
  unknown: (segment: string, v: number) =>
    `${segment}: for ${n(v)} ${plural('en', v, { one: 'person', other: 'people' })} the data can’t say whether they belong.`,
  asTable: 'The same as a table',
};
