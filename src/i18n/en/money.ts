import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const orders = (v: number) => `${n(v)} ${plural('en', v, { one: 'order', other: 'orders' })}`;

export const en = {
  by: 'By',
  byChoice: { campaign: 'campaign', channel: 'channel', segment: 'segment' },
  matchOn: 'Orders are named by',
  matchField: (label: string, names: number, cost: string) =>
    names === 0
      ? `${label} (no name in common)`
      : `${label} (${n(names)} ${plural('en', names, { one: 'name', other: 'names' })}, ${cost})`,
  heading: {
    campaign: 'Return on ad spend by campaign',
    channel: 'Return on ad spend by channel',
    segment: 'Return on ad spend by segment',
  },
  period: (range: string) =>
    `${range}: the days that the comparison, the orders and the spend have in common.`,
  how: {
    orders: 'Revenue, after refunds, of the orders that carry the name themselves.',
    people: 'Revenue, after refunds, of the customers who came by that name, whatever made them order now.',
  },
  intervals:
    'Intervals, 95%: customers drawn again and again (bootstrap), spend taken as it is. Under ten customers there is none.',
  breakEvenLine: 'Vertical line: 1, revenue equal to spend.',
  sentence: (rows: string) => `Return on ad spend. ${rows}`,
  column: {
    name: { campaign: 'Campaign', channel: 'Channel', segment: 'Segment' },
    cost: 'Spent',
    direct: 'of it on the segment',
    orders: 'Orders',
    customers: 'Customers',
    newCustomers: 'New',
    revenue: 'Revenue',
    roas: 'ROAS',
    interval: '95%',
    roi: 'ROI',
    cac: 'CAC',
    platform: 'ROAS, platform',
  },
  total: 'Everything spent, everything sold',
  none: {
    'no-cost': 'nothing spent known',
    'no-orders-named': 'no order has this name',
    'no-margin': 'give a margin',
    'no-new-customers': 'no new customer',
    'history-too-short': 'too little history',
    'no-amounts': 'no amounts',
  },
  from: (lo: string) => `from ${lo}`,
  segmentNote:
    'A campaign’s cost is shared evenly among those who ordered by it; a segment bears its members’ part, and what was typed in for it. Without spend of its own, only its orders by campaigns that cost something count. Segments that overlap bear some costs twice.',
  historyNote:
    'A customer is new where the first order held lies in these days. Fewer than 90 days of orders are held from before, so nobody can be told to be new.',
  rowsLeft: (v: number) => `${n(v)} more with less spent and sold are not listed.`,
  unattributed: {
    title: 'What can’t be put beside anything',
    nothing: 'Nothing: all that was spent has orders, and all orders have a name that was spent on.',
    spend: (amount: string, names: number) =>
      names === 0
        ? `${amount} was spent under no name.`
        : `${amount} was spent under ${n(names)} ${plural('en', names, { one: 'name', other: 'names' })} that no order carries, or under none. That is no proof of no sales: tags may be missing.`,
    ordersUnnamed: (v: number, revenue: string) => `${orders(v)} (${revenue}) carry no name.`,
    ordersUnpaid: (v: number, revenue: string) =>
      `${orders(v)} (${revenue}) carry a name that nothing is known to have been spent on.`,
    otherCurrency: (amount: string) =>
      `${amount} was spent in another currency. Currencies are never added together.`,
    noCurrency: (amount: string) => `${amount} was spent without a stated currency, and is left out.`,
    outside: (amount: string) => `${amount} was spent outside these days.`,
    undated: (amount: string) => `${amount} was spent without saying when, and is left out.`,
    spread: (amount: string) =>
      `${amount} is stated for a range of days only; it is spread evenly over them.`,
    replaced: (v: number) =>
      `${n(v)} ${plural('en', v, { one: 'row', other: 'rows' })} of spend gave way to a later import of the same campaign and days.`,
    ordersOther: (v: number, currency: string) => `${orders(v)} are not in ${currency} and are left out.`,
  },
  margin: {
    unset: 'not given',
    label: 'Margin',
    hint: 'What is left of revenue once the goods are paid for. Kept, and used for ROI wherever it is shown.',
    percent: '% of revenue',
    byCategory: 'Different by category',
    category: 'Category',
    save: 'Keep margin',
    forget: 'Forget margin',
    saved: 'The margin is kept.',
    used: (share: string) => `Margin: ${share} of revenue, as you gave it.`,
    usedByCategory: (share: string, count: number) =>
      `Margin: as you gave it, ${share} and otherwise in ${n(count)} ${plural('en', count, { one: 'category', other: 'categories' })}.`,
    bad: 'A number from 0 to 100.',
  },
  spend: {
    title: 'Spend you typed in',
    none: 'None. Add what no export holds: an agency’s fee, a mailing tool, an event.',
    add: 'Add spend',
    edit: 'Change',
    remove: 'Remove',
    removeOf: (name: string) => `Remove spend on ${name}`,
    editOf: (name: string) => `Change spend on ${name}`,
    removeQuestion: (name: string, amount: string) => `Remove ${amount} spent on ${name}?`,
    removeYes: 'Remove it',
    on: 'Spent on a',
    kinds: { campaign: 'campaign', channel: 'channel', segment: 'segment' },
    name: 'Name, as orders carry it',
    segment: 'Segment',
    amount: 'Amount',
    currency: 'Currency',
    from: 'First day',
    to: 'Last day',
    save: 'Keep',
    cancel: 'Cancel',
    saved: 'The spend is kept.',
    removed: 'The spend is removed.',
    needs:
      'Needs a name, an amount above 0, a three-letter currency, and a first day no later than the last.',
    gone: 'a segment that is no more',
    columns: { on: 'Spent on', amount: 'Amount', days: 'Days', typed: 'Typed in' },
  },
  move: {
    title: 'What if part of the budget moved?',
    from: 'Take from',
    to: 'Give to',
    part: 'Part moved',
    result: (amount: string, from: string, to: string) => `${amount} from ${from} to ${to}:`,
    even: 'if new money there brings what the average does',
    halved: 'if it brings half of that',
    revenue: 'Revenue',
    profit: 'Margin',
    range: (lo: string, hi: string) => `95%: ${lo} to ${hi}`,
    breakEven: (share: string) =>
      `Revenue stays as it was if the moved money brings ${share} of what money there brings on average.`,
    assume:
      'A sketch, not a forecast. It assumes that the orders named would not have come anyway, that money taken away had brought its average, and that these days are like the next. More money mostly brings less per unit than what is already spent: the second line stands for that, and reality may be worse. Only a test with some customers or regions left out can tell.',
    none: 'Both need spend, and at least ten customers.',
    few: 'Two rows with spend and at least ten customers each are needed to sketch a move.',
  },
  noSpend: 'No spend is held in this currency.',
  noSpendYet: 'No spend is held yet.',
  noSpendNext: 'Add an export of Google Ads or Meta Ads under Data, or type in what was spent.',
  noCommon: 'The spend held and the orders compared share no days.',
  noCommonNext: 'Choose another time above, or add what is missing.',
  typed: (entries: number) =>
    `${n(entries)} ${plural('en', entries, { one: 'amount', other: 'amounts' })} typed in`,
  sources: 'Where these figures come from',
};
