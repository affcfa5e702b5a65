import { RETENTION_MONTHS } from '../data/questions';

/** Six rows, the five segments and everyone: eight metrics each, then the retention of each. */
export interface Compared {
  readonly metrics: readonly (readonly number[])[];
  readonly retention: readonly (readonly number[])[];
}

/** The eight metrics from what they are made of. */
export function metricsOf(
  customers: number,
  revenueMinor: number,
  orders: number,
  repeaters: number,
  everyone: number,
): number[] {
  return [
    customers,
    customers / everyone,
    revenueMinor,
    orders,
    revenueMinor / orders,
    orders / customers,
    revenueMinor / customers,
    repeaters / customers,
  ];
}

/** Months since year 0. */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/**
 * The retention curve from people by first month, and how many of them ordered in the k-th month after: a cohort whose
 * k-th month lies after the data is left out of point k.
 */
export function curveOf(
  sizes: ReadonlyMap<number, number>,
  kept: readonly number[],
  lastMonth: number,
): number[] {
  return Array.from({ length: RETENTION_MONTHS + 1 }, (_, k) => {
    let asked = 0;
    for (const [month, size] of sizes) if (month + k <= lastMonth) asked += size;
    return (kept[k] ?? 0) / asked;
  });
}
