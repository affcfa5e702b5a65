import * as aq from 'arquero';
import { RETENTION_MONTHS, segmentsAsked } from '../data/questions';
import { generateShop } from '../data/shop';
import { type Compared, metricsOf, monthOf } from './answer';
import { serve, timed } from './serve';

const DAY_MS = 86_400_000;
let orders: aq.ColumnTable;
let asOf = 0;

serve({
  setup({ customers }: { customers: number }) {
    const shop = generateShop(customers);
    asOf = shop.asOf;
    const { customer, at, total, refunded } = shop.orders;
    orders = aq.table({
      customer,
      day: Int32Array.from(at, (t) => Math.floor(t / DAY_MS)),
      month: Int32Array.from(at, monthOf),
      revenue: Float64Array.from(total, (of, o) => of - (refunded[o] as number)),
    });
  },
  comparison: ({ round }: { round: number }) => timed(() => comparison(round)),
});

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
