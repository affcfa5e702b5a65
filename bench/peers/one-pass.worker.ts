import { type ClauseName, clauseAsked } from '../data/clauses';
import { generateShop, KINDS } from '../data/shop';
import { serve, timed } from './serve';

/**
 * The limit of a clause: one hand-written pass over bare typed columns in order of person and time, which keeps nothing,
 * knows no null, and answers with a count alone.
 */
interface Rows {
  readonly offsets: Uint32Array;
  readonly at: Float64Array;
}

const DAY_MS = 86_400_000;
let asOf = 0;
let customers = 0;
let orders: Rows & {
  readonly revenue: Float64Array;
  readonly discount: Float64Array;
  readonly price: Float64Array;
  readonly quantity: Uint8Array;
  readonly product: Int32Array;
};
let events: Rows & { readonly kind: Uint8Array };

function inOrder(customer: Int32Array, at: Float64Array) {
  const rows = Uint32Array.from(customer, (_, row) => row).sort(
    (a, b) => customer[a]! - customer[b]! || at[a]! - at[b]! || a - b,
  );
  const offsets = new Uint32Array(customers + 1);
  for (let row = 0; row < customer.length; row++) offsets[customer[row]! + 1]!++;
  for (let c = 0; c < customers; c++) offsets[c + 1]! += offsets[c]!;
  const pick = (of: ArrayLike<number>) => Float64Array.from(rows, (row) => of[row]!);
  return { offsets, rows, at: pick(at), pick };
}

serve({
  setup({ customers: size }: { customers: number }) {
    customers = size;
    const shop = generateShop(size);
    asOf = shop.asOf;
    const { total, refunded, discount, price, quantity, product } = shop.orders;
    const o = inOrder(shop.orders.customer, shop.orders.at);
    orders = {
      offsets: o.offsets,
      at: o.at,
      revenue: o.pick(total.map((of, row) => of - refunded[row]!)),
      discount: o.pick(discount),
      price: o.pick(price),
      quantity: Uint8Array.from(o.pick(quantity)),
      product: Int32Array.from(o.pick(product)),
    };
    const e = inOrder(shop.events.customer, shop.events.at);
    events = { offsets: e.offsets, at: e.at, kind: Uint8Array.from(e.pick(shop.events.kind)) };
  },
  clause: ({ name, round }: { name: ClauseName; round: number }) => timed(() => CLAUSES[name](round)),
});

const dayOf = (at: number) => Math.floor(at / DAY_MS);
const startOf = (days: number) => (dayOf(asOf) - days + 1) * DAY_MS;

/** How many customers a test of their own rows holds for. */
function counted({ offsets }: Rows, holds: (from: number, to: number, customer: number) => boolean): number {
  let n = 0;
  for (let c = 0; c < customers; c++) if (holds(offsets[c]!, offsets[c + 1]!, c)) n++;
  return n;
}

const CLAUSES: Readonly<Record<ClauseName, (round: number) => number>> = {
  'two orders in the last days'(round) {
    const start = startOf(clauseAsked(round).days);
    const { at } = orders;
    return counted(orders, (from, to) => to - from >= 2 && at[to - 2]! >= start);
  },
  'money spent in the last days'(round) {
    const start = startOf(clauseAsked(round).days);
    const { at, revenue } = orders;
    return counted(orders, (from, to) => {
      let sum = 0;
      let any = false;
      for (let row = to - 1; row >= from && at[row]! >= start; row--) {
        sum += revenue[row]!;
        any = true;
      }
      return any && sum >= 50_000;
    });
  },
  'share of orders with such a discount'(round) {
    const least = clauseAsked(round).amount * 100;
    const { discount } = orders;
    return counted(orders, (from, to) => {
      let n = 0;
      for (let row = from; row < to; row++) if (discount[row]! >= least) n++;
      return n / (to - from) >= 0.25;
    });
  },
  'share of orders in the evening'(round) {
    const { hour } = clauseAsked(round);
    const { at } = orders;
    return counted(orders, (from, to) => {
      let n = 0;
      for (let row = from; row < to; row++) if (Math.floor((at[row]! % DAY_MS) / 3_600_000) >= hour) n++;
      return n / (to - from) >= 0.6;
    });
  },
  'four products in the last days'(round) {
    const start = startOf(clauseAsked(round).days);
    const { at, product } = orders;
    const seenBy = new Int32Array(500).fill(-1);
    return counted(orders, (from, to, c) => {
      let n = 0;
      for (let row = to - 1; row >= from && at[row]! >= start; row--) {
        if (seenBy[product[row]!] === c) continue;
        seenBy[product[row]!] = c;
        n++;
      }
      return n >= 4;
    });
  },
  'the top by mean price'(round) {
    const { days, share } = clauseAsked(round);
    const start = startOf(2 * days);
    const least = 1 + (round % 4);
    const { at, price, quantity } = orders;
    const means = new Float64Array(customers);
    let n = 0;
    counted(orders, (from, to) => {
      let sum = 0;
      let used = 0;
      for (let row = to - 1; row >= from && at[row]! >= start; row--) {
        if (quantity[row]! < least) continue;
        sum += price[row]!;
        used++;
      }
      if (used > 0) means[n++] = Math.round((sum / used) * 1e6) / 1e6;
      return false;
    });
    const sorted = means.subarray(0, n).sort();
    const bound = sorted[n - Math.ceil(share * n - 1e-9)]!;
    let members = 0;
    for (let i = n - 1; i >= 0 && sorted[i]! >= bound; i--) members++;
    return members;
  },
  'page views in the last days'(round) {
    const start = startOf(clauseAsked(round).days);
    const { at, kind } = events;
    const view = KINDS.indexOf('page-view');
    return counted(events, (from, to) => {
      let n = 0;
      for (let row = to - 1; row >= from && at[row]! >= start; row--) if (kind[row] === view) n++;
      return n >= 5;
    });
  },
  'days on the site in the last days'(round) {
    const start = startOf(clauseAsked(round).days);
    const { at, kind } = events;
    const view = KINDS.indexOf('page-view');
    const cart = KINDS.indexOf('cart');
    return counted(events, (from, to) => {
      let n = 0;
      let last = -1;
      for (let row = to - 1; row >= from && at[row]! >= start; row--) {
        if (kind[row] !== view && kind[row] !== cart) continue;
        const day = dayOf(at[row]!);
        if (day !== last) n++;
        last = day;
      }
      return n >= 4;
    });
  },
  'days since the last click up to then'(round) {
    const today = dayOf(asOf);
    const end = (today - (300 - clauseAsked(round).days) + 1) * DAY_MS;
    const { at, kind } = events;
    const click = KINDS.indexOf('mail-click');
    return counted(events, (from, to) => {
      for (let row = to - 1; row >= from; row--)
        if (kind[row] === click && at[row]! < end) return today - dayOf(at[row]!) > 365;
      return false;
    });
  },
};
