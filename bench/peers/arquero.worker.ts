import * as aq from 'arquero';
import { type ClauseName, clauseAsked } from '../data/clauses';
import { RETENTION_MONTHS, segmentsAsked } from '../data/questions';
import { generateShop, KINDS } from '../data/shop';
import { type Compared, metricsOf, monthOf } from './answer';
import { serve, timed } from './serve';

const DAY_MS = 86_400_000;
let orders: aq.ColumnTable;
let events: aq.ColumnTable;
let asOf = 0;

serve({
  setup({ customers }: { customers: number }) {
    const shop = generateShop(customers);
    asOf = shop.asOf;
    const { customer, at, total, refunded, discount } = shop.orders;
    orders = aq.table({
      customer,
      day: Int32Array.from(at, (t) => Math.floor(t / DAY_MS)),
      month: Int32Array.from(at, monthOf),
      revenue: Float64Array.from(total, (of, o) => of - (refunded[o] as number)),
      discount,
    });
    events = aq.table({
      customer: shop.events.customer,
      day: Int32Array.from(shop.events.at, (t) => Math.floor(t / DAY_MS)),
      kind: shop.events.kind,
    });
  },
  comparison: ({ round }: { round: number }) => timed(() => comparison(round)),
  clause: ({ name, round }: { name: ClauseName; round: number }) => timed(() => clause(name, round)),
});

/** Null for those it is not asked. */
function clause(name: ClauseName, round: number): number | null {
  const { days, amount } = clauseAsked(round);
  const from = Math.floor(asOf / DAY_MS) - days + 1;
  const members = (rows: aq.ColumnTable, of: Parameters<typeof rows.rollup>[0], test: string) =>
    rows.groupby('customer').rollup(of).filter(test).numRows();
  const n = () => aq.op.count();
  switch (name) {
    case 'two orders in the last days':
      return members(orders.params({ from }).filter('(d, $) => d.day >= $.from'), { n }, 'd => d.n >= 2');
    case 'money spent in the last days':
      return members(
        orders.params({ from }).filter('(d, $) => d.day >= $.from'),
        { sum: (d: { revenue: number }) => aq.op.sum(d.revenue) },
        'd => d.sum >= 50000',
      );
    case 'share of orders with such a discount':
      return members(
        orders.params({ least: amount * 100 }).derive({ hit: '(d, $) => d.discount >= $.least ? 1 : 0' }),
        { n, hits: (d: { hit: number }) => aq.op.sum(d.hit) },
        'd => d.hits / d.n >= 0.25',
      );
    case 'page views in the last days':
      return members(
        events
          .params({ from, view: KINDS.indexOf('page-view') })
          .filter('(d, $) => d.kind === $.view && d.day >= $.from'),
        { n },
        'd => d.n >= 5',
      );
    default:
      return null;
  }
}

function comparison(round: number): Compared {
  const asked = segmentsAsked(round);
  const today = Math.floor(asOf / DAY_MS);
  const lastMonth = monthOf(asOf);
  const people = orders
    .groupby('customer')
    .rollup({
      orders: () => aq.op.count(),
      revenue: (d: { revenue: number }) => aq.op.sum(d.revenue),
      last: (d: { day: number }) => aq.op.max(d.day),
      cohort: (d: { month: number }) => aq.op.min(d.month),
    })
    .params({ ...asked, today })
    .derive({
      s0: '(d, $) => d.orders >= $.orders',
      s1: '(d, $) => d.revenue >= $.revenue * 100',
      s2: '(d, $) => $.today - d.last > $.silentDays',
      s3: '(d, $) => $.today - d.last < $.recentDays',
      s4: '(d, $) => d.revenue / d.orders >= $.basket * 100',
      s5: '() => true',
    })
    .reify();
  const active = orders
    .select('customer', 'month')
    .dedupe()
    .lookup(people, 'customer', 'cohort', 's0', 's1', 's2', 's3', 's4', 's5');
  const everyone = people.numRows();
  const metrics: number[][] = [];
  const retention: number[][] = [];
  for (let s = 0; s < 6; s++) {
    const members = people.filter(`d => d.s${s}`);
    const of = members
      .rollup({
        n: () => aq.op.count(),
        revenue: (d: { revenue: number }) => aq.op.sum(d.revenue),
        orders: (d: { orders: number }) => aq.op.sum(d.orders),
      })
      .object() as { n: number; revenue: number; orders: number };
    const repeaters = members.filter((d: { orders: number }) => d.orders >= 2).numRows();
    metrics.push(metricsOf(of.n, of.revenue, of.orders, repeaters, everyone));
    const sizes = members.groupby('cohort').count().objects() as { cohort: number; count: number }[];
    const kept = active
      .filter(`d => d.s${s}`)
      .derive({ k: (d: { month: number; cohort: number }) => d.month - d.cohort })
      .groupby('k')
      .count()
      .objects() as { k: number; count: number }[];
    const byK = new Map(kept.map(({ k, count }) => [k, count]));
    retention.push(
      Array.from({ length: RETENTION_MONTHS + 1 }, (_, k) => {
        const asking = sizes.reduce((n, { cohort, count }) => n + (cohort + k <= lastMonth ? count : 0), 0);
        return (byK.get(k) ?? 0) / asking;
      }),
    );
  }
  return { metrics, retention };
}
