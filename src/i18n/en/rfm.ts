import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const people = (v: number) => `${n(v)} ${plural('en', v, { one: 'customer', other: 'customers' })}`;

/** Words of RFM in other tools' names. */
export const en = {
  title: 'RFM names',
  lead: 'The same customers by our ten RFM groups and by the names another tool gives them.',
  dialect: 'Names of',
  dialects: { klaviyo: 'Klaviyo-like, 1–3', braze: 'Braze-like, 0–3, first match', own: 'Your own table' },
  tooFew: 'Too few have bought for scores',
  tooFewText: 'RFM scores need orders with a customer and a date, from at least five buyers.',
  summary: (renamed: string, share: string, buyers: string, day: string) =>
    `${renamed} of ${buyers} buyers (${share}) get another name, as of ${day}.`,
  summaryNone: (buyers: string) => `All of ${buyers} buyers keep their name.`,
  covered: 'These names cover every cell.',
  uncovered: (v: number, cells: number) =>
    `${n(cells)} ${plural('en', cells, { one: 'cell has', other: 'cells have' })} no name here: ${people(v)} in ${plural('en', cells, { one: 'it', other: 'them' })}.`,
  uncoveredCell: (r: number, f: number, m: string, v: number) => `R ${r}, F ${f}${m}: ${people(v)}`,
  ofMoney: (scores: string) => `, M ${scores}`,
  untold: (v: number) =>
    `Of ${people(v)} the amount is not known or in another currency, and their group hangs on it: they stand in none.`,
  cross: {
    title: 'Who changes name',
    hint: 'Rows are our groups, columns theirs. Pick a number to see who it is.',
    corner: 'Ours',
    none: 'No name',
    cell: (ours: string, theirs: string, v: number) => `${ours} → ${theirs}: ${people(v)}`,
    name: (ours: string, theirs: string) => `${ours} → ${theirs}`,
  },
  groups: {
    title: 'Groups',
    group: 'Group',
    people: 'Customers',
    share: 'Share',
    open: 'Open',
    openOf: (name: string) => `Open ${name}`,
    name: (name: string, dialect: string) => `${name} (${dialect})`,
  },
  cuts: {
    title: 'Cuts',
    lead: 'Fifths of buyers; equal values always share a score.',
    score: 'Score',
    theirs: 'There',
    r: 'Days since the last order (R)',
    f: 'Orders (F)',
    m: 'Revenue (M)',
    range: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
    n: (v: string) => `n = ${v}`,
  },
  table: {
    title: 'Your own names',
    lead: 'A name for each cell; cells with the same name are one group, an empty one is in none.',
    corner: 'R \\ F',
    row: (r: number) => `R ${r}`,
    column: (f: number) => `F ${f}`,
    cell: (r: number, f: number) => `Name of R ${r}, F ${f}`,
    save: 'Save the table',
    saved: 'The table was saved.',
    reset: 'Back to our names',
  },
};
