/** Plain counts of dated orders, sharing nothing with the engine, for tests to hold it to. */
export interface Sale {
  readonly person: string;
  readonly day: number;
  readonly month: number;
}

/** Medians, months and repeats of dated orders. `lastDay` is the last the data covers. */
export function rhythm(sales: readonly Sale[], lastDay: Date) {
  const days = new Map<string, Set<number>>();
  const months = new Map<string, Set<number>>();
  const orders = new Map<string, number>();
  for (const { person, day, month } of sales) {
    days.set(person, (days.get(person) ?? new Set()).add(day));
    months.set(person, (months.get(person) ?? new Set()).add(month));
    orders.set(person, (orders.get(person) ?? 0) + 1);
  }
  const gaps: number[] = [];
  for (const set of days.values()) {
    const sorted = [...set].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) gaps.push((sorted[i] as number) - (sorted[i - 1] as number));
  }
  gaps.sort((a, b) => a - b);
  const middle = gaps.length / 2;
  const median =
    gaps.length % 2 === 1
      ? (gaps[Math.floor(middle)] as number)
      : ((gaps[middle - 1] as number) + (gaps[middle] as number)) / 2;
  const next = new Date(lastDay.getTime() + 86_400_000);
  const finished = next.getUTCFullYear() * 12 + next.getUTCMonth() - 1;
  let eligible = 0;
  let came = 0;
  for (const set of months.values()) {
    const first = Math.min(...set);
    if (first + 1 > finished) continue;
    eligible++;
    if (set.has(first + 1)) came++;
  }
  const buyers = [...orders.values()];
  return {
    'Repeat rate': buyers.filter((n) => n >= 2).length / buyers.length,
    'Median days between orders': median,
    'Retention, month 1': came / eligible,
  };
}

export const dated = (year: number, month: number, day: number) => ({
  day: Date.UTC(year, month - 1, day) / 86_400_000,
  month: year * 12 + month - 1,
});
