export interface PlainSale {
  readonly person: string;
  /** ISO day. */
  readonly day: string;
}

const dayNumber = (day: string) =>
  Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / 864e5;

/** RFM groups (by their names in English) on a day, counted by plain code from product.md §4.3: each against all others. */
export function plainRfm(sales: readonly PlainSale[], day: string): Map<string, string> {
  const of = new Map<string, { last: number; orders: number }>();
  for (const sale of sales) {
    if (sale.day > day) continue;
    const at = dayNumber(sale.day);
    const known = of.get(sale.person);
    of.set(sale.person, {
      last: Math.max(at, known?.last ?? Number.NEGATIVE_INFINITY),
      orders: (known?.orders ?? 0) + 1,
    });
  }
  const score = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const worse = new Map<number, number>();
    sorted.forEach((v, i) => {
      if (!worse.has(v)) worse.set(v, i);
    });
    return (v: number) => 1 + Math.floor((5 * (worse.get(v) as number)) / sorted.length);
  };
  const people = [...of];
  const recency = score(people.map(([, { last }]) => last));
  const frequency = score(people.map(([, { orders }]) => orders));
  return new Map(people.map(([id, { last, orders }]) => [id, group(recency(last), frequency(orders))]));
}

function group(r: number, f: number): string {
  if (r <= 2) return f <= 2 ? 'Hibernating' : f <= 4 ? 'At risk' : 'Can’t lose them';
  if (f >= 4) return r === 5 ? 'Champions' : 'Loyal';
  if (r === 3) return f === 3 ? 'Need attention' : 'About to sleep';
  if (f >= 2) return 'Potential loyalists';
  return r === 4 ? 'Promising' : 'New customers';
}

/** `from → to`: how many people; whoever had not bought by the first day is `Not there yet`. */
export function plainMoves(sales: readonly PlainSale[], from: string, to: string): Map<string, number> {
  const before = plainRfm(sales, from);
  const counts = new Map<string, number>();
  for (const [id, now] of plainRfm(sales, to)) {
    const key = `${before.get(id) ?? 'Not there yet'} → ${now}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
