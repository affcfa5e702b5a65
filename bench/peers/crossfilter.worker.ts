import crossfilter from 'crossfilter2';
import { RETENTION_MONTHS, segmentsAsked } from '../data/questions';
import { generateShop } from '../data/shop';
import { type Compared, metricsOf, monthOf } from './answer';
import { serve, timed } from './serve';

interface Person {
  readonly orders: number;
  readonly revenue: number;
  readonly last: number;
  readonly cohort: number;
}

/** A month a person ordered in; k months after the first. */
type ActiveMonth = Person & { readonly k: number };

const DAY_MS = 86_400_000;
let asOf = 0;
let people: Filtered<Person>;
let months: Filtered<ActiveMonth>;

serve({
  /** Kept per person and per active month, as crossfilter has to: its filters are ranges over one value a record. */
  setup({ customers }: { customers: number }) {
    const shop = generateShop(customers);
    asOf = shop.asOf;
    const { customer, at, total, refunded } = shop.orders;
    const rows = Array.from({ length: customers }, () => ({
      orders: 0,
      revenue: 0,
      last: 0,
      cohort: Infinity,
    }));
    const active = Array.from({ length: customers }, () => new Set<number>());
    customer.forEach((c, o) => {
      const row = rows[c] as { -readonly [K in keyof Person]: Person[K] };
      const month = monthOf(at[o] as number);
      row.orders++;
      row.revenue += (total[o] as number) - (refunded[o] as number);
      row.last = Math.max(row.last, Math.floor((at[o] as number) / DAY_MS));
      row.cohort = Math.min(row.cohort, month);
      active[c]?.add(month);
    });
    people = filtered(rows);
    months = filtered(
      rows.flatMap((row, c) =>
        [...(active[c] as Set<number>)].map((month) => ({ ...row, k: month - row.cohort })),
      ),
    );
  },
  comparison: ({ round }: { round: number }) => timed(() => comparison(round)),
});

interface Sums {
  n: number;
  revenue: number;
  orders: number;
  repeaters: number;
}

type Filtered<T extends Person> = ReturnType<typeof filtered<T>>;

function filtered<T extends Person>(rows: readonly T[]) {
  const all = crossfilter(rows as T[]);
  const by = {
    orders: all.dimension((row) => row.orders),
    revenue: all.dimension((row) => row.revenue),
    last: all.dimension((row) => row.last),
    basket: all.dimension((row) => row.revenue / row.orders),
  };
  const cohorts = all.dimension((row) => row.cohort).group();
  const ks = all.dimension((row) => (row as unknown as ActiveMonth).k ?? 0).group();
  const sums = all.groupAll<Sums>().reduce(
    (sum, row) => {
      sum.n++;
      sum.revenue += row.revenue;
      sum.orders += row.orders;
      if (row.orders >= 2) sum.repeaters++;
      return sum;
    },
    (sum, row) => {
      sum.n--;
      sum.revenue -= row.revenue;
      sum.orders -= row.orders;
      if (row.orders >= 2) sum.repeaters--;
      return sum;
    },
    () => ({ n: 0, revenue: 0, orders: 0, repeaters: 0 }),
  );
  return { by, cohorts, ks, sums, size: rows.length };
}

function comparison(round: number): Compared {
  const asked = segmentsAsked(round);
  const today = Math.floor(asOf / DAY_MS);
  const lastMonth = monthOf(asOf);
  const filters: readonly [keyof Filtered<Person>['by'], [number, number]][] = [
    ['orders', [asked.orders, Infinity]],
    ['revenue', [asked.revenue * 100, Infinity]],
    ['last', [-Infinity, today - asked.silentDays]],
    ['last', [today - asked.recentDays + 1, Infinity]],
    ['basket', [asked.basket * 100, Infinity]],
    ['orders', [-Infinity, Infinity]],
  ];
  const metrics: number[][] = [];
  const retention: number[][] = [];
  for (const [on, range] of filters) {
    people.by[on].filterRange(range);
    months.by[on].filterRange(range);
    const { n, revenue, orders, repeaters } = people.sums.value();
    metrics.push(metricsOf(n, revenue, orders, repeaters, people.size));
    const sizes = people.cohorts.all() as readonly { key: number; value: number }[];
    const kept = new Map(
      (months.ks.all() as readonly { key: number; value: number }[]).map((g) => [g.key, g.value]),
    );
    retention.push(
      Array.from({ length: RETENTION_MONTHS + 1 }, (_, k) => {
        let asking = 0;
        for (const { key, value } of sizes) if (key + k <= lastMonth) asking += value;
        return (kept.get(k) ?? 0) / asking;
      }),
    );
    people.by[on].filterAll();
    months.by[on].filterAll();
  }
  return { metrics, retention };
}
