import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const rows = (v: number) => `${n(v)} ${plural('en', v, { one: 'row', other: 'rows' })}`;
const people = (v: number) => `${n(v)} ${plural('en', v, { one: 'customer', other: 'customers' })}`;

export const en = {
  ask: 'Compare what is on this page',
  askNote: 'Nothing is read until you ask, and nothing is kept until you say so.',
  reading: (done: number, total: number) => `Reading ${n(done)} of ${rows(total)}`,
  understanding: 'Understanding the columns…',
  cancel: 'Cancel',
  again: 'Read it again',
  changed: 'The page has changed since it was read.',
  elsewhere: 'Another page is in front now. These numbers are of the one before.',
  elsewhereAsk: 'Compare the page in front',
  gone: 'The table is not on the page any more. These are its last numbers.',
  which: 'Which table',
  rowsRead: (read: number, stated: number | null) =>
    stated !== null && stated > read ? `${n(read)} of ${n(stated)} rows read` : `${rows(read)} read`,
  refused: (v: number) => `${rows(v)} could not be used`,
  keptAlready: 'this table is kept already',
  readAt: (when: string) => `read ${when}`,
  finish: 'Stop and compare these',
  standsOn: (read: number, stated: number | null, gathered: boolean) =>
    stated === null
      ? `These numbers stand on the ${rows(read)} ${gathered ? 'gathered' : 'shown'}; the page may have more.`
      : `These numbers stand on ${n(read)} of ${rows(stated)}.`,
  compareAll: (stated: number | null) =>
    stated === null ? 'Gather and compare all' : `Gather and compare all ${n(stated)}`,
  keepTitle: 'Keep this table',
  keepNote: 'Until now nothing of it is stored.',
  nothing: {
    'no-table': 'No rows were found in it that could be compared.',
    'no-values':
      'It has no values with numbers to compare: a report needs a column of words and a column of counts.',
    'no-keys':
      'Its rows cannot be matched with your customers: there is no e-mail, phone, customer number or order number in it.',
  },
  notes: 'What to know of these numbers',
  otherParts: (v: number) =>
    `${plural('en', v, { one: 'Another period or kind of rows is', other: `${n(v)} other periods or kinds of rows are` })} in the table and not shown here.`,
  totals: {
    agree: (headers: string) => `The rows add up to the page’s own totals: ${headers}.`,
    differ: (header: string, kept: string, stated: string) =>
      `${header}: the rows add up to ${kept}, the page says ${stated}.`,
    partly: 'The page says more rows than were read, so its totals cover more than these numbers.',
  },
  values: {
    title: 'Values side by side',
    by: 'By',
    metric: 'Metric',
    compared: 'Rates with their counts',
    totals: 'Totals and ratios, not tested',
    asShown: 'As the page shows it, not tested',
    sort: 'Order',
    sorts: { size: 'largest first', value: 'by value', difference: 'by difference' },
    shown: (shown: number, all: number) =>
      shown < all
        ? `The ${n(shown)} largest of ${n(all)} values`
        : `${n(all)} ${plural('en', all, { one: 'value', other: 'values' })}`,
    more: 'More values',
    fewer: 'Fewer values',
    rest: (value: string) => `other rows ${value}`,
    corrected: (tests: number) =>
      `Each value against all other rows; marks hold after correcting for all ${n(tests)} tests of this table (false discovery rate 5%).`,
    untested: 'This is shown only: the report has no counts it could be tested with.',
    oneValue: 'There is one value only, and nothing to hold it against.',
    severalRows: 'several rows',
    noTests: 'Not one of its columns is a rate with its counts, so nothing is tested.',
    everyone: 'All rows',
    copy: 'Copy table',
    of: (hits: string, all: string) => `${hits} of ${all}`,
    difference: 'Difference',
    interval: '95% interval',
    verdict: 'Verdict',
    value: 'Value',
  },
  differs: {
    title: 'What differs most',
    none: 'No rate of any value differs beyond chance from the other rows.',
    line: (metric: string, here: string, rest: string) => `${metric} ${here}, other rows ${rest}`,
  },
  apart: {
    title: (value: string) => `What sets ${value} apart`,
    none: 'Nothing else in the report differs beyond chance.',
    share: (value: string) => `${value}: share`,
  },
  people: {
    title: 'Your customers by the same',
    from: (label: string) => `As held of them: ${label}.`,
    known: (known: number, all: number) => `Known of ${n(known)} of ${people(all)}.`,
    segment: 'Segment',
    count: (v: number) => people(v),
    nobody: 'nobody held',
    unknown: (v: number) => `${n(v)} can’t be told`,
    corrected:
      'Share of the segment among them, against the other customers of whom it is known; corrected over all of these.',
    keep: 'Keep as a segment',
    kept: 'Kept, and chosen in the comparison below.',
    keptFull: 'Kept. Eight segments are chosen already, so it is not among them.',
    name: (label: string, value: string) => `${label}: ${value}`,
    more: 'Open the segments',
    compare: 'Open the comparison',
    noSegments: 'There are no segments of customers to spread over them yet.',
    elsewhere: 'Nothing held of your customers says the same as this column.',
  },
  list: {
    title: 'Customers on this page',
    none: 'None of these rows is a customer you hold.',
    noPeople: 'You hold no customers yet, so there is nobody to match these rows with.',
    known: (known: number, all: number) => `${n(known)} of ${rows(all)} are customers you hold`,
    people: (v: number) => `${people(v)}, each counted once`,
    by: (key: string, v: number) => `by ${key} ${n(v)}`,
    keys: {
      personId: 'customer number',
      crmId: 'CRM number',
      userId: 'user number',
      clientId: 'browser number',
      email: 'e-mail',
      phone: 'phone',
      orderId: 'order number',
    },
    notHeld: (v: number) => `${n(v)} not held`,
    ambiguous: (v: number) => `${n(v)} could be several people`,
    contradicted: (v: number) => `${n(v)} contradict a surer number`,
    withoutKey: (v: number) => `${n(v)} without anything to match on`,
    segments: 'Their segments',
    segmentsNote:
      'Share of the customers listed, against all others you hold; corrected over these segments.',
    everyone: (share: string) => `all customers ${share}`,
    unknown: (v: number) => `${n(v)} can’t be told`,
    sort: 'Order',
    sorts: { page: 'as on the page', revenue: 'revenue', orders: 'orders', 'last-order': 'last order' },
    orders: (v: number) => `${n(v)} ${plural('en', v, { one: 'order', other: 'orders' })}`,
    last: (day: string) => `last ${day}`,
    status: {
      'not-held': 'not held',
      ambiguous: 'could be several people',
      contradicted: 'contradicts a surer number',
      'without-key': 'nothing to match on',
    },
    noSegment: 'in no segment',
    asOf: (day: string) => `As of ${day}.`,
    row: 'Row',
    who: 'Customer',
    segment: 'Segment',
    private: 'This list stays in the panel. Nothing of it goes into the page.',
  },
};
