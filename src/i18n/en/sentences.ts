/** What a comparison says of one segment. Numbers come in written; `base` is a name, or null for everyone else. */
export const en = {
  size: (name: string, share: string, count: string, population: string) =>
    `${name} are ${share} of customers (${count} of ${population}).`,
  sizeAndRevenue: (name: string, share: string, revenue: string, count: string, population: string) =>
    `${name} are ${share} of customers and ${revenue} of revenue (n = ${count} of ${population}).`,
  rows: (name: string, share: string, of: string, n: string) => `${name}: ${share} of ${of} (n = ${n}).`,
  others: 'everyone else',
  quoted: (name: string) => `“${name}”`,
  as: (base: string | null) => (base === null ? 'as everyone else' : `as “${base}”`),
  times: (v: number, digits: string) => (v === 2 ? 'twice' : `${digits} times`),
  less: (percent: string) => `${percent} less`,
  /** `than` in “40% less per order than everyone else”. */
  than: (base: string | null) => (base === null ? 'than everyone else' : `than “${base}”`),
  more: {
    'revenue-per-customer': (times: string, as: string) => `Each brings ${times} as much revenue ${as}`,
    'historic-clv': (times: string, as: string) => `Each has brought ${times} as much so far ${as}`,
    'orders-per-customer': (times: string, as: string) => `They order ${times} as often ${as}`,
    aov: (times: string, as: string) => `They spend ${times} as much per order ${as}`,
    'items-per-order': (times: string, as: string) => `They take ${times} as many items per order ${as}`,
    'active-days': (times: string, as: string) => `They are active on ${times} as many days ${as}`,
  },
  fewer: {
    'revenue-per-customer': (less: string, than: string) => `Each brings ${less} revenue ${than}`,
    'historic-clv': (less: string, than: string) => `Each has brought ${less} so far ${than}`,
    'orders-per-customer': (less: string, than: string) => `They order ${less} often ${than}`,
    aov: (less: string, than: string) => `They spend ${less} per order ${than}`,
    'items-per-order': (less: string, than: string) => `They take ${less} per order ${than}`,
    'active-days': (less: string, than: string) => `They are active ${less} ${than}`,
  },
  rate: {
    'repeat-rate': (v: string, b: string, base: string) =>
      `${v} of buyers ordered more than once; ${base}: ${b}`,
    conversion: (v: string, b: string, base: string) => `${v} of them ordered; ${base}: ${b}`,
    'churn-rate': (v: string, b: string, base: string) => `${v} of them have gone quiet; ${base}: ${b}`,
    'refund-rate': (v: string, b: string, base: string) =>
      `${v} of what they bought was refunded; ${base}: ${b}`,
    'discount-share': (v: string, b: string, base: string) =>
      `Discounts took ${v} off what they bought; ${base}: ${b}`,
    'mail-open-rate': (v: string, b: string, base: string) => `${v} opened a mail; ${base}: ${b}`,
    'mail-click-rate': (v: string, b: string, base: string) => `${v} clicked in a mail; ${base}: ${b}`,
  },
  plain: (metric: string, v: string, b: string, base: string) => `${metric}: ${v}; ${base}: ${b}`,
  /** What a sentence rests on. */
  rests: (metric: string | null, values: string | null, range: string | null, n: string) =>
    ` (${[
      metric !== null && values !== null ? `${metric}: ${values}` : null,
      range === null ? null : `difference, 95%: ${range}`,
      `n = ${n}`,
    ]
      .filter((part) => part !== null)
      .join('; ')}).`,
  against: (v: string, b: string) => `${v} against ${b}`,
  range: (lo: string, hi: string) => `${lo} to ${hi}`,
  same: (metric: string, v: string, b: string, base: string, n: string) =>
    `${metric}: no real difference (${v}; ${base}: ${b}; n = ${n}).`,
  notEnough: (metric: string, n: string) => `${metric}: not enough data for a verdict (n = ${n}).`,
  empty: (name: string) => `Nobody is in ${name}.`,
};
