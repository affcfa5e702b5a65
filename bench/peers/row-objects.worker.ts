import { RETENTION_MONTHS, segmentsAsked, sequenceAsked } from '../data/questions';
import { generateShop, KINDS } from '../data/shop';
import { type Compared, curveOf, metricsOf, monthOf } from './answer';
import { serve, timed } from './serve';

/** The plain way: customers as objects, with arrays of order and event objects. */
interface Customer {
  readonly orders: { readonly at: number; readonly revenue: number }[];
  readonly events: { readonly at: number; readonly kind: string }[];
}

const DAY_MS = 86_400_000;
const dayOf = (at: number) => Math.floor(at / DAY_MS);
let customers: Customer[] = [];
let asOf = 0;

serve({
  setup({ customers: size }: { customers: number }) {
    const shop = generateShop(size);
    asOf = shop.asOf;
    customers = Array.from({ length: size }, () => ({ orders: [], events: [] }));
    const { orders, events } = shop;
    orders.customer.forEach((c, o) => {
      customers[c]?.orders.push({
        at: orders.at[o] as number,
        revenue: (orders.total[o] as number) - (orders.refunded[o] as number),
      });
    });
    events.customer.forEach((c, e) => {
      customers[c]?.events.push({
        at: events.at[e] as number,
        kind: KINDS[events.kind[e] as number] as string,
      });
    });
    for (const customer of customers) {
      customer.orders.sort((a, b) => a.at - b.at);
      customer.events.sort((a, b) => a.at - b.at);
    }
  },
  comparison: ({ round }: { round: number }) => timed(() => comparison(round)),
  sequence: ({ round }: { round: number }) => timed(() => sequence(round)),
});

function comparison(round: number): Compared {
  const asked = segmentsAsked(round);
  const sum = ({ orders }: Customer) => orders.reduce((total, o) => total + o.revenue, 0);
  const tests: ((customer: Customer) => boolean)[] = [
    ({ orders }) => orders.length >= asked.orders,
    (customer) => sum(customer) >= asked.revenue * 100,
    ({ orders }) => dayOf(asOf) - dayOf((orders.at(-1) as { at: number }).at) > asked.silentDays,
    ({ orders }) => orders.some((o) => dayOf(asOf) - dayOf(o.at) < asked.recentDays),
    (customer) => sum(customer) / customer.orders.length >= asked.basket * 100,
    () => true,
  ];
  const metrics: number[][] = [];
  const retention: number[][] = [];
  for (const test of tests) {
    const members = customers.filter(test);
    metrics.push(
      metricsOf(
        members.length,
        members.reduce((total, m) => total + sum(m), 0),
        members.reduce((n, m) => n + m.orders.length, 0),
        members.filter((m) => m.orders.length >= 2).length,
        customers.length,
      ),
    );
    const sizes = new Map<number, number>();
    const kept = new Array<number>(RETENTION_MONTHS + 1).fill(0);
    for (const { orders } of members) {
      const months = new Set(orders.map((o) => monthOf(o.at)));
      const first = Math.min(...months);
      sizes.set(first, (sizes.get(first) ?? 0) + 1);
      for (const month of months) if (month - first <= RETENTION_MONTHS) kept[month - first]! += 1;
    }
    retention.push(curveOf(sizes, kept, monthOf(asOf)));
  }
  return { metrics, retention };
}

function sequence(round: number): number {
  const { clickDays, orderDays } = sequenceAsked(round);
  return customers.filter(({ orders, events }) => {
    const clicks = events.filter((e) => e.kind === 'mail-click');
    const opens = events.filter((e) => e.kind === 'mail-open');
    return clicks.some(
      (click) =>
        opens.some((open) => open.at < click.at && dayOf(click.at) - dayOf(open.at) <= clickDays) &&
        orders.some((order) => order.at > click.at && dayOf(order.at) - dayOf(click.at) <= orderDays),
    );
  }).length;
}
