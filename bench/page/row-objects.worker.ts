import Papa from 'papaparse';

/** The same segments and metrics the plain way: customers as objects with arrays of order objects. */
interface Order {
  readonly at: number;
  readonly revenue: number;
}

interface Customer {
  readonly orders: Order[];
}

const DAY = 86_400_000;
let customers: Customer[] = [];

self.onmessage = async ({ data }: MessageEvent<{ file: File } | { asOf: number }>) => {
  if ('file' in data) {
    customers = await load(data.file);
    self.postMessage({ customers: customers.length });
    return;
  }
  const begun = performance.now();
  const values = compare(data.asOf);
  self.postMessage({ ms: performance.now() - begun, values });
};

async function load(file: File): Promise<Customer[]> {
  const byEmail = new Map<string, Customer>();
  await new Promise<void>((done) =>
    Papa.parse<Record<string, string>>(file, {
      header: true,
      skipEmptyLines: true,
      step: ({ data: row }) => {
        const email = row['Email'] as string;
        let customer = byEmail.get(email);
        if (!customer) {
          customer = { orders: [] };
          byEmail.set(email, customer);
        }
        const minor =
          Math.round(Number(row['Total']) * 100) - Math.round(Number(row['Refunded Amount']) * 100);
        customer.orders.push({
          at: Date.parse(`${row['Created at']?.slice(0, 19).replace(' ', 'T')}Z`),
          revenue: minor,
        });
      },
      complete: () => done(),
    }),
  );
  for (const customer of byEmail.values()) customer.orders.sort((a, b) => a.at - b.at);
  return [...byEmail.values()];
}

/** Segments in the order of `bench/page/bench.ts`; eight metrics each, and for everyone. */
function compare(asOf: number): number[][] {
  const known = customers
    .map((c) => c.orders.filter((o) => o.at <= asOf))
    .filter((orders) => orders.length > 0);
  const sum = (orders: Order[]) => orders.reduce((total, o) => total + o.revenue, 0);
  const segments: ((orders: Order[]) => boolean)[] = [
    (orders) => orders.length >= 2,
    (orders) => sum(orders) >= 200_000,
    // Calendar days, as the rule language counts them.
    (orders) => Math.floor(asOf / DAY) - Math.floor((orders.at(-1) as Order).at / DAY) > 90,
    (orders) => orders.some((o) => o.at > asOf - 365 * DAY),
    (orders) => sum(orders) / orders.length >= 25_000,
    () => true,
  ];
  return segments.map((test) => {
    const members = known.filter(test);
    const orders = members.reduce((n, m) => n + m.length, 0);
    const revenue = members.reduce((total, m) => total + sum(m), 0);
    return [
      members.length,
      members.length / known.length,
      revenue,
      orders,
      revenue / orders,
      orders / members.length,
      revenue / members.length,
      members.filter((m) => m.length >= 2).length / members.length,
    ];
  });
}
