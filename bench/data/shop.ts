import { seededRandom } from '../../src/core/seeded-random';

const DAY_MS = 86_400_000;
const FROM = Date.UTC(2021, 0, 1);
const DAYS = 5 * 365 + 1;

/** Kinds of event, as the events' `kind` counts them. */
export const KINDS = ['page-view', 'mail-open', 'mail-click', 'cart'] as const;

/** A made-up shop as columns, the same for the same number of customers. */
export interface Shop {
  readonly customers: number;
  /** The last moment of the last day there is data of, UTC. */
  readonly asOf: number;
  readonly orders: {
    readonly customer: Int32Array;
    /** Epoch ms, whole seconds. */
    readonly at: Float64Array;
    readonly quantity: Uint8Array;
    /** Minor units. */
    readonly price: Int32Array;
    readonly discount: Int32Array;
    readonly total: Int32Array;
    readonly refunded: Int32Array;
    readonly product: Int32Array;
  };
  readonly events: {
    readonly customer: Int32Array;
    readonly at: Float64Array;
    readonly kind: Uint8Array;
  };
}

export const ORDERS_PER_CUSTOMER = 10;
export const EVENTS_PER_CUSTOMER = 50;

/**
 * Five years; most customers buy once or a few times and some hundreds of times (Pareto, capped), events likewise;
 * discounts and refunds as shops have them. Orders are the same with fewer events or none.
 */
export function generateShop(customers: number, eventsPerCustomer = EVENTS_PER_CUSTOMER): Shop {
  const random = seededRandom(42);
  const weights = new Float64Array(customers);
  let total = 0;
  for (let c = 0; c < customers; c++) weights[c] = total += Math.min(400, (1 - random()) ** -0.9);
  const someone = () => indexOf(weights, random() * total);
  const moment = () => FROM + Math.floor(random() * DAYS) * DAY_MS + Math.floor(random() * 86_400) * 1000;

  const n = customers * ORDERS_PER_CUSTOMER;
  const orders = {
    customer: new Int32Array(n),
    at: new Float64Array(n),
    quantity: new Uint8Array(n),
    price: new Int32Array(n),
    discount: new Int32Array(n),
    total: new Int32Array(n),
    refunded: new Int32Array(n),
    product: new Int32Array(n),
  };
  for (let o = 0; o < n; o++) {
    // The first orders see to it that everybody has one.
    orders.customer[o] = o < customers ? o : someone();
    orders.at[o] = moment();
    const quantity = 1 + Math.floor(random() ** 3 * 5);
    const price = Math.round((5 + random() ** 2 * 300) * 100);
    const subtotal = price * quantity;
    const discount = random() < 0.2 ? Math.round(subtotal * 0.1) : 0;
    orders.quantity[o] = quantity;
    orders.price[o] = price;
    orders.discount[o] = discount;
    orders.total[o] = subtotal - discount + shippingOf(subtotal);
    orders.refunded[o] = random() < 0.03 ? orders.total[o]! : 0;
    orders.product[o] = Math.floor(random() * 500);
  }

  const m = customers * eventsPerCustomer;
  const events = { customer: new Int32Array(m), at: new Float64Array(m), kind: new Uint8Array(m) };
  for (let e = 0; e < m; e++) {
    events.customer[e] = someone();
    events.at[e] = moment();
    const drawn = random();
    events.kind[e] = drawn < 0.6 ? 0 : drawn < 0.8 ? 1 : drawn < 0.9 ? 2 : 3;
  }
  return { customers, asOf: FROM + DAYS * DAY_MS - 1, orders, events };
}

export const shippingOf = (subtotal: number): number => (subtotal > 20_000 ? 0 : 1499);

export const emailOf = (customer: number): string => `user${customer}@example.com`;

/** `2024-05-01 10:00:00`, UTC. */
export function stamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function indexOf(cumulative: Float64Array, value: number): number {
  let lo = 0;
  let hi = cumulative.length - 1;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (cumulative[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
