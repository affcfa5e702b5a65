import type { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';
import { memo } from '../../segments/engine/memo';
import type { MeasuredPeriod } from '../measured-period';
import { ordersWithin, type PeriodOrders } from './period-orders';

/**
 * What is known about each person over one period in one currency, worked out once and shared by metrics and segments.
 * A fact is a column over people (the rows of `orders`), made by walking their orders once.
 */
export class PersonFacts {
  private readonly own = new Map<string, unknown>();
  private readonly stamp: string;

  constructor(
    readonly dataset: Dataset,
    readonly period: MeasuredPeriod,
    /** Null: orders whose currency is not stated. */
    readonly currency: string | null,
    /** Everybody who is somebody at the as-of. */
    readonly population: Bitset,
    /**
     * For one of many periods: those who have orders in it, and last a row for all who have none. Its facts are not kept
     * for the next comparison of the same data.
     */
    readonly active: PeriodOrders | null = null,
  ) {
    const { from, to, horizon, undated } = period;
    this.stamp = `${from} ${to} ${horizon} ${undated} ${currency ?? ''}`;
  }

  /** Whose facts the rows are, and which orders are of the period. */
  get orders(): PeriodOrders {
    return this.active ?? this.get('orders', () => ordersWithin(this.dataset.orders, this.period));
  }

  /** What `make` gives; `key` names it among the facts of a period and currency. */
  get<T>(key: string, make: () => T): T {
    if (!this.own.has(key))
      this.own.set(
        key,
        this.active === null ? memo(this.dataset, `fact ${key} ${this.stamp}`, make) : make(),
      );
    return this.own.get(key) as T;
  }

  /** What depends on the data alone. */
  always<T>(key: string, make: () => T): T {
    return memo(this.dataset, `fact ${key}`, make);
  }
}
