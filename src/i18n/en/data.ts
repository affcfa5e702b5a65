import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const of = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('en', value, { one, other })}`;

/** Why not all rows of a page were gathered, by `GatherEnd`. */
const GATHERED_PARTLY: Readonly<Record<string, string>> = {
  short: ': the page showed no more',
  enough: ' before you stopped',
  'row-limit': ', the most that is taken from a page',
  'time-limit': ' before time ran out',
  stuck: ': after them the page brought nothing new',
  replaced: ': then another table stood in their place',
  gone: ': then the table went away',
};

export const en = {
  title: 'Data',
  held: {
    people: (v: number) => of(v, 'customer', 'customers'),
    orders: (v: number) => of(v, 'order', 'orders'),
    unattributed: (v: number) => `${of(v, 'order', 'orders')} of nobody known`,
    events: (v: number) => of(v, 'event', 'events'),
    reports: (v: number) => of(v, 'report', 'reports'),
    coverage: (range: string) => `orders and events of ${range}`,
    stored: (bytes: string) => `${bytes} on this computer`,
    joined: (v: number) => `${of(v, 'customer is', 'customers are')} known to more than one export.`,
    ambiguous: (v: number) => `${of(v, 'case', 'cases')} could not be joined for certain.`,
    whoIsWho: 'Who is who',
  },
  storage: {
    vanished: 'The browser has lost the data Segment Lens kept here.',
    vanishedTodo:
      'Add your exports again. If this happens more than once, check whether the browser clears site data when it closes.',
    notPersistent: 'The browser may clear this data when the disk runs full.',
    notPersistentTodo: 'Keep your exports, so that they can be added again.',
  },
  drop: {
    title: 'Drop exports here',
    over: 'Let go to read the files',
    choose: 'Choose files',
    hint: 'CSV, Excel, JSON or ZIP from a shop, a CRM, GA4, a mailing tool or a spreadsheet. One or many.',
    stays: 'They are read on this computer and go nowhere else. Nothing is stored before you have seen it.',
    sample: 'Try with sample data',
    label: 'Add files',
  },
  inbox: {
    title: 'Collected from pages, waiting',
    arriving: 'still arriving',
    look: 'Look and keep',
    discard: 'Discard',
    discardOf: (title: string) => `Discard ${title}`,
    lookOf: (title: string) => `Look and keep: ${title}`,
    size: (rows: string, columns: string) => `${rows} × ${columns}`,
  },
  survey: {
    waiting: 'Waits for the file before it',
    reading: (name: string) => `Reading ${name}`,
    stopped: 'Reading was cancelled.',
    encoding: (name: string) => `${name} text`,
    delimiter: {
      ',': 'comma-separated',
      ';': 'semicolon-separated',
      '\t': 'tab-separated',
      '|': 'bar-separated',
      ':': 'colon-separated',
      '~': 'tilde-separated',
      '^': 'caret-separated',
      ' ': 'space-separated',
      whitespace: 'columns parted by blanks',
    },
    readOtherwise: 'Letters or columns look wrong? Read it otherwise',
    encodingLabel: 'Letters written as',
    delimiterLabel: 'Columns parted by',
    byItself: 'Find out by itself',
    detected: (found: string) => `found out: ${found}`,
    nothing: 'There is nothing to keep in this file.',
    remove: (name: string) => `Remove ${name}`,
  },
  table: {
    keep: 'Keep this table',
    as: 'Kept as',
    how: {
      recognised: (what: string) => `Recognised: ${what}`,
      remembered: (what: string) => `Mapped as you did last time: ${what}`,
      guessed: (what: string) => `Looks like: ${what}`,
      guessedKind: {
        people: 'Looks like customers, one a row',
        orders: 'Looks like orders',
        events: 'Looks like events',
        reports: 'Looks like a report',
        spend: 'Looks like ad spend',
      },
      unknown: 'Not recognised: say what it is, and look at the columns',
    },
    why: {
      empty: 'It has no rows.',
      'narrower-copy': 'The next table holds the same rows with more columns.',
    },
    duplicate: 'This table is held already, and is not kept once more.',
    readTwice: 'The same file was added twice. It is kept once.',
    rows: (v: number) => of(v, 'row', 'rows'),
    totals: (v: number) => `${of(v, 'totals row', 'totals rows')} set apart`,
    blank: (v: number) => `${of(v, 'blank line', 'blank lines')} skipped`,
    firstRows: 'First rows, as found',
    preamble: 'Lines above the header',
    columns: (kept: number, left: number) =>
      left === 0
        ? `${of(kept, 'column', 'columns')}, all kept`
        : `${of(kept, 'column', 'columns')} kept, ${n(left)} left out`,
    problems: (v: number) => of(v, 'problem found', 'problems found'),
    moreProblems: (v: number) => `and ${n(v)} more`,
    otherTables: (v: number) => of(v, 'more table that is not kept', 'more tables that are not kept'),
  },
  kinds: {
    people: 'Customers',
    orders: 'Orders',
    events: 'Events',
    reports: 'Report',
    spend: 'Ad spend',
  },
  mapping: {
    source: 'Column in the file',
    field: 'Kept as',
    read: 'Read as',
    notes: 'Notes',
    fieldOf: (column: string) => `Keep “${column}” as`,
    readOf: (column: string) => `Read “${column}” as`,
    noValues: 'no values',
    filled: (share: string) => `${share} filled`,
    custom: { row: 'Own attribute', person: 'Own attribute of the customer' },
    leftOut: 'Left out',
    dimension: 'Dimension',
    metric: {
      count: 'Metric: count',
      money: 'Metric: money',
      rate: 'Metric: rate',
      seconds: 'Metric: duration',
      ratio: 'Metric: ratio',
    },
    groups: { who: 'Whose it is', fields: 'Fields', customer: 'About the customer', other: 'Other' },
    misfits: (v: number, row: string, value: string) =>
      v === 1
        ? `1 value does not fit: row ${row}, “${value}”`
        : `${n(v)} values do not fit, the first in row ${row}: “${value}”`,
    personal: {
      id: 'identifies a person',
      email: 'personal: e-mail',
      phone: 'personal: phone',
      name: 'personal: name',
      address: 'personal: address',
      birth: 'personal: birth date',
      looks: 'looks personal',
    },
    personalColumns: (v: number, list: string) =>
      `${of(v, 'column holds', 'columns hold')} personal data: ${list}. ${v === 1 ? 'It stays' : 'They stay'} on this computer.`,
    leavePersonal: 'Leave out names, phones and addresses',
    reset: 'Back to the proposal',
    more: 'How rows are counted',
    orderRows: 'One row is',
    orderRowsOf: {
      order: 'an order',
      line: 'a line of an order; lines with the same number make one order',
      'first-line': 'a line; the first line of an order carries its totals',
    },
    cancelPrefix: 'Order numbers of cancellations start with',
    cancelStatuses: 'Statuses that mean cancelled',
    cancelStatusesHint: 'Parted by commas',
    saleStatuses: 'Statuses that are sales',
    saleStatusesHint: 'Parted by commas; rows with any other status are no sale',
    refundStatuses: 'Statuses that mean refunded in full',
    refundStatusesHint: 'Parted by commas; used where no amount says how much was given back',
    idSpace: 'Customer numbers belong to',
    idSpaceHint: 'Number 123 of two different spaces is two different customers',
  },
  /** What is wrong with a mapping, by the codes of `checkMapping`. */
  faults: {
    'nothing-kept': 'Every column is left out, so there is nothing to keep.',
    'orders/no-time': 'No column is the order date, so nothing can be placed in time.',
    'orders/no-amount': 'No column is an amount, so there will be no revenue.',
    'orders/no-person': 'No column says whose the orders are, so they will be in no segment.',
    'orders/no-sale-seen':
      'No status seen here is one of a sale, so nothing would count as sold. Say which are, under the rules below.',
    'orders/lines-without-id': 'Rows are lines of orders, but no column is the order number that joins them.',
    'events/no-time': 'No column is the event time, so nothing can be placed in time.',
    'events/no-person': 'No column says whose the events are, so they will be in no segment.',
    'events/no-name': 'No column says what kind of events these are.',
    'people/no-key':
      'No column identifies a customer (number, e-mail, phone), so these rows can’t be joined with orders.',
    'reports/no-metric': 'No column is a metric, so there is nothing to compare.',
    'reports/no-dimension': 'No column is a dimension, so rows can’t be told apart.',
    'spend/no-day': 'No column is the day, so costs are compared for the whole time of the report.',
    'spend/no-cost': 'No column is the cost.',
    'field/unknown': 'This table has no such field.',
    'field/twice': 'Another column goes to the same field: of each row, the first one filled counts.',
    'target/wrong-kind': 'This does not go with what the table is kept as.',
    'reading/not-a-number': 'Can’t be read as numbers: pick another field or leave it out.',
    'reading/not-money': 'Can’t be read as amounts: pick another field or leave it out.',
    'reading/not-a-date': 'Can’t be read as dates: pick another field or leave it out.',
    'reading/not-a-flag': 'Can’t be read as yes or no: pick another field or leave it out.',
    'reading/not-text': 'Is not read as text: pick another field or leave it out.',
    'column/misfits': 'Some values do not fit the rest of the column.',
    'currency/unknown': 'The currency of the amounts is not known.',
  },
  reading: {
    text: 'text',
    id: 'identifier, as written',
    number: (example: string) => `number, like ${example}`,
    percent: (example: string) => `percentage, like ${example}`,
    money: (example: string, currency: string | null) =>
      currency === null ? `amount, like ${example}` : `amount in ${currency}, like ${example}`,
    micros: (currency: string | null) =>
      currency === null ? 'amount in millionths' : `amount in millionths of ${currency}`,
    minor: (currency: string | null) =>
      currency === null ? 'amount in cents' : `amount in hundredths of ${currency}`,
    date: {
      ymd: 'date, year-month-day',
      dmy: 'date, day/month/year',
      mdy: 'date, month/day/year',
      compact: 'date, yyyymmdd',
      serial: 'date, as a spreadsheet’s day number',
      epoch: 'moment, counted since 1970',
    },
    withTime: (date: string) => `${date} and time`,
    nth: {
      hour: (from: string) => `hours counted from ${from}`,
      day: (from: string) => `days counted from ${from}`,
      week: (from: string) => `weeks counted from ${from}`,
      month: (from: string) => `months counted from ${from}`,
      year: (from: string) => `years counted from ${from}`,
    },
    duration: 'duration, in seconds',
    flag: 'yes or no',
    consent: { in: 'consent: yes, no or unknown', out: 'opting out: a yes means no consent' },
  },
  ask: {
    title: (v: number) => `${of(v, 'question', 'questions')} before this can be kept`,
    dates: (example: string) => `${example}: day first or month first?`,
    dayFirst: 'Day first',
    monthFirst: 'Month first',
    yearFirst: 'Year first',
    decimals: (example: string) => `${example}: what does the mark in it mean?`,
    scales: (example: string) => `${example}: how much money is that?`,
    scaleUnits: 'Whole units',
    scaleMinor: 'Cents',
    scaleMicros: 'Millionths, as advertising interfaces write them',
    ids: (list: string) => `Whose numbers stand in ${list}?`,
    idsHint:
      'The same number in two files can be two different customers. This is asked once for files of this shape.',
    idsOf: (name: string) => `The same as in ${name}`,
    idsOwn: 'Numbers of their own: nobody in them is in the other files',
    readAs: (value: string) => `it is ${value}`,
    quoted: (name: string) => `“${name}”`,
    columns: (v: number, list: string) =>
      `${plural('en', v, { one: 'Column', other: 'Columns' })} ${list}. Every value fits both ways, so only you can tell.`,
    currency: 'Which currency are the amounts in?',
    currencyHint: (v: number, list: string) =>
      `${plural('en', v, { one: 'Column', other: 'Columns' })} ${list}. The file does not say.`,
    currencyNone: 'Leave without a currency',
    currencyOther: 'Other…',
    currencyCode: 'Three-letter code',
    currencyCodeError: 'Three letters, such as PLN.',
    choose: 'Choose…',
  },
  desk: {
    title: 'Ready to look at',
    ready: (tables: number, rows: string) => `${of(tables, 'table', 'tables')}, ${rows}`,
    questions: (v: number) => `${of(v, 'question', 'questions')} to answer first`,
    faults: (v: number) => `${of(v, 'table', 'tables')} can’t be kept as mapped`,
    none: 'Nothing is chosen to be kept.',
    keep: (tables: number) => plural('en', tables, { one: 'Keep table', other: `Keep ${n(tables)} tables` }),
    discard: 'Discard all',
    discardQuestion: 'Forget what was read? Nothing of it is stored yet.',
    importing: 'Keeping',
    importCancelled: 'Cancelled. Nothing was stored; your earlier data is as it was.',
    surveyed: (files: number) => `${of(files, 'file', 'files')} read.`,
  },
  account: {
    title: (kept: string, seen: string) => `Kept ${kept} of ${seen} rows.`,
    allKept: (seen: string) => `Kept all ${seen} rows.`,
    refused: (v: number) => `${of(v, 'row was', 'rows were')} refused`,
    sum: (seen: string, kept: string, refused: string, apart: string | null) =>
      apart === null
        ? `${seen} rows in = ${kept} kept + ${refused} refused`
        : `${seen} rows in = ${kept} kept + ${refused} refused; ${apart} more set apart (totals, blank lines)`,
    refusedFirst: (shown: number, total: number) =>
      shown === total
        ? of(total, 'refused row', 'refused rows')
        : `The first ${n(shown)} of ${n(total)} refused rows`,
    refusedRow: 'Row',
    refusedWhy: 'Why it was refused',
    refusedCell: (place: number) => `Cell ${place}`,
    download: 'Download refused rows',
    downloadOf: (name: string) => `Download refused rows: ${name}`,
    toSegments: 'See the segments',
    toCompare: 'Compare them',
    problems: 'What was found',
  },
  captures: {
    title: 'Held on this computer',
    none: 'Nothing is held yet',
    noneText:
      'Add an export of orders, customers or a report. Segments appear by themselves, with thresholds tuned to your data.',
    rows: (v: number) => of(v, 'row', 'rows'),
    refused: (v: number) => `${n(v)} refused`,
    collected: (when: string) => `collected ${when}`,
    passport: 'Passport',
    passportOf: (name: string) => `Passport of ${name}`,
    delete: 'Delete',
    deleteOf: (name: string) => `Delete ${name}`,
    deleteQuestion: (name: string, rows: string) =>
      `Delete “${name}” with its ${rows}? Segments and comparisons will be worked out without it. This can't be undone; the file it came from is not touched.`,
    deleteYes: 'Delete for good',
    deleted: (name: string) => `“${name}” was deleted.`,
    deleteAll: 'Delete everything',
    deleteAllQuestion:
      'Delete all captures, segments and saved choices from this computer? This can’t be undone. Your files and the tools they came from are not touched.',
    deleteAllYes: 'Delete everything for good',
    deletedAll: 'Everything was deleted.',
  },
  passport: {
    source: 'Came from',
    file: (name: string, bytes: string) => `${name} (${bytes})`,
    recognised: 'Recognised as',
    byItsColumns: 'a table like any other, by its headers and values',
    account: 'Account',
    property: 'Property',
    dates: 'Dates',
    collected: 'Collected',
    zone: 'Time zone',
    zoneAsWritten: 'as written in the source',
    zoneOfSource: (zone: string) => `as written in the source, which is in ${zone}`,
    zoneConverted: (shown: string, from: string | null) =>
      from === null ? `${shown}, from the offsets in the source` : `${shown}, converted from ${from}`,
    rows: 'Rows',
    leftOut: 'Columns left out',
    leftOutNone: 'none',
    notes: 'Notes',
    check: 'Against the source’s own totals',
    checkColumn: 'Column',
    checkKept: 'Kept rows add up to',
    checkStated: 'The source says',
    checkAgrees: 'Agrees',
    agrees: '✓ agrees',
    differs: '≠ differs',
    problems: 'Problems',
  },
  notes: {
    sampled: () => 'The source says this is a sample, not all data.',
    thresholded: () => 'The source left out small groups to protect privacy.',
    'other-row': () => 'The source put rare values together as “(other)”.',
    'rows-are-orders': () => 'Each row counts as an order: the source gives no order number.',
    'lines-grouped-into-orders': (p: { rows?: string; orders?: string }) =>
      p.rows && p.orders
        ? `${p.rows} rows are lines of ${p.orders} orders.`
        : 'Rows were grouped into orders.',
    'no-currency': () => 'The source gives no currency.',
    'rows-not-on-page': (p: { onPage?: string; stated?: string }) =>
      p.onPage && p.stated
        ? `The page showed ${p.onPage} of ${p.stated} rows; the others are not here.`
        : 'The page showed only some of the rows.',
    'sums-left-out': (p: { rows?: string }) =>
      `Rows that hold other rows (${p.rows ?? ''}) are left out: beside the rows inside, they would count twice.`,
    'rows-collapsed': (p: { rows?: string }) =>
      `Rows that stayed collapsed on the page (${p.rows ?? ''}) are here with their own figures; the rows inside them are not.`,
    'rows-unsure': (p: { rows?: string }) =>
      `Rows that stood open on the page (${p.rows ?? ''}) may count twice, with what they hold: the page does not say which rows those are. Gather all rows, or close them on the page, and collect it again.`,
    'gathered-inside': (p: { rows?: string; opened?: string; pages?: string }) =>
      `All rows were gathered, with those inside other rows: ${p.rows ?? ''}${p.pages === '1' || p.pages === undefined ? '' : ` from ${p.pages} pages`}. Rows opened for it: ${p.opened ?? ''}.`,
    gathered: (p: { rows?: string; stated?: string; pages?: string }) =>
      `All rows were gathered, not only those shown: ${p.rows ?? ''}${p.pages === '1' || p.pages === undefined ? '' : ` from ${p.pages} pages`}${p.stated === undefined ? '. The page does not say how many there are' : `; the page states ${p.stated}`}.`,
    'gathered-partly': (p: {
      rows?: string;
      stated?: string;
      why?: string;
      missing?: string;
      after?: string;
    }) =>
      `${p.rows ?? ''}${p.stated === undefined ? '' : ` of ${p.stated}`} rows were gathered${GATHERED_PARTLY[p.why ?? ''] ?? ''}.${p.missing === undefined ? '' : ` Rows missing between them: ${p.missing}, after row ${p.after ?? ''}.`}`,
    'unattributed-rows': (p: { rows?: string }) =>
      p.rows
        ? `${p.rows} rows name no customer: kept, and counted apart.`
        : 'Some rows name no customer: kept, and counted apart.',
    'returns-without-sale': (p: { rows?: string }) =>
      p.rows ? `${p.rows} returns have no sale in this file.` : 'Some returns have no sale in this file.',
    'changed-while-reading': () => 'The page changed while it was read.',
    'lines-unfolded': (p: { rows?: string; lines?: string }) =>
      `${p.rows ?? ''} rows list what was bought: ${p.lines ?? ''} lines were made of them.`,
    'rows-set-apart': (p: { rows?: string }) =>
      `${p.rows ?? ''} rows belong to another part of the file and are not in this one.`,
    'filled-down': () => 'Empty cells of a grouped report hold what stands above them.',
    'not-set': (p: { cells?: string }) =>
      `${p.cells ?? ''} cells such as “(not set)” say that the source knows nothing: they are empty here.`,
    'several-people': (p: { rows?: string }) =>
      `${p.rows ?? ''} rows name several people: each counts for the first one named, and keeps the whole list.`,
    'attribution-only': (p: { column?: string; rows?: string }) =>
      `Of “${p.column ?? ''}” only the campaign, source and medium are kept, which ${p.rows ?? ''} rows name.`,
    'future-dates': (p: { rows?: string; last?: string }) =>
      `${p.rows ?? ''} rows are dated after the day they were taken, as late as ${p.last ?? ''}.`,
    'several-currencies': (p: { columns?: string; currencies?: string }) =>
      `${p.columns ?? ''}: amounts in several currencies (${p.currencies ?? ''}), which are never added. With exchange rates in Settings they are converted row by row.`,
    'in-millionths': () => 'The source writes amounts in millionths: they were divided by 1,000,000.',
    'current-period': () => 'The current period of a comparison of dates.',
    'previous-period': () => 'The earlier period of a comparison of dates.',
    'erased-people': (p: { count?: string }) => `${p.count ?? ''} rows of people you erased were left out.`,
  },
};
