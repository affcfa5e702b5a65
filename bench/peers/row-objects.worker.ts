import { type ClauseName, clauseAsked } from '../data/clauses';
import { RETENTION_MONTHS, segmentsAsked, sequenceAsked } from '../data/questions';
import { generateShop, KINDS } from '../data/shop';
import { type Compared, curveOf, metricsOf, monthOf } from './answer';
import { serve, timed } from './serve';

/** The plain way: customers as objects, with arrays of order and event objects. */
interface Customer {
  readonly orders: Order[];
  readonly events: { readonly at: number; readonly kind: string }[];
}

interface Order {
  readonly at: number;
  readonly revenue: number;
  readonly discount: number;
  readonly price: number;
  readonly quantity: number;
  readonly product: number;
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
        discount: orders.discount[o] as number,
        price: orders.price[o] as number,
        quantity: orders.quantity[o] as number,
        product: orders.product[o] as number,
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
  clause: ({ name, round }: { name: ClauseName; round: number }) => timed(() => clause(name, round)),
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

function clause(name: ClauseName, round: number): number {
  const { days, amount, hour, share } = clauseAsked(round);
  const today = dayOf(asOf);
  const isLate = ({ at }: { readonly at: number }) => today - dayOf(at) < days;
  const count = (test: (customer: Customer) => boolean) => customers.filter(test).length;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  switch (name) {
    case 'two orders in the last days':
      return count(({ orders }) => orders.filter(isLate).length >= 2);
    case 'money spent in the last days':
      return count(({ orders }) => sum(orders.filter(isLate).map((o) => o.revenue)) >= 50_000);
    case 'share of orders with such a discount':
      return count(
        ({ orders }) => orders.filter((o) => o.discount >= amount * 100).length / orders.length >= 0.25,
      );
    case 'share of orders in the evening':
      return count(
        ({ orders }) =>
          orders.filter(({ at }) => Math.floor((at % DAY_MS) / 3_600_000) >= hour).length / orders.length >=
          0.6,
      );
    case 'four products in the last days':
      return count(({ orders }) => new Set(orders.filter(isLate).map((o) => o.product)).size >= 4);
    case 'the top by mean price': {
      const least = 1 + (round % 4);
      const means = customers.flatMap(({ orders }) => {
        const own = orders.filter((o) => today - dayOf(o.at) < 2 * days && o.quantity >= least);
        return own.length === 0 ? [] : [Math.round((sum(own.map((o) => o.price)) / own.length) * 1e6) / 1e6];
      });
      means.sort((a, b) => b - a);
      const bound = means[Math.ceil(share * means.length - 1e-9) - 1] as number;
      return means.filter((mean) => mean >= bound).length;
    }
    case 'page views in the last days':
      return count(({ events }) => events.filter((e) => e.kind === 'page-view' && isLate(e)).length >= 5);
    case 'days on the site in the last days':
      return count(({ events }) => {
        const own = events.filter((e) => (e.kind === 'page-view' || e.kind === 'cart') && isLate(e));
        return new Set(own.map((e) => dayOf(e.at))).size >= 4;
      });
    case 'days since the last click up to then':
      return count(({ events }) => {
        const last = events.findLast((e) => e.kind === 'mail-click' && today - dayOf(e.at) >= 300 - days);
        return last !== undefined && today - dayOf(last.at) > 365;
      });
  }
}
