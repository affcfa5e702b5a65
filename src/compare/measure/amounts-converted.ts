import { NULL_CODE } from '../../core/column';
import { type Dataset, SET_APART, type SetApart } from '../../core/dataset';
import type { MeasuredPeriod } from '../../metrics/measured-period';

/** How the amounts of a result came into its currency. */
export interface AmountsConverted {
  readonly currency: string;
  readonly maxAgeDays: number;
  /** How many rates are held, the days they are of, and what they were read from. */
  readonly rates: number;
  readonly ratesOf: { readonly from: string; readonly to: string } | null;
  readonly sources: readonly string[];
  /** Orders of the time measured that were in another currency, most first. */
  readonly converted: readonly {
    readonly currency: string;
    readonly orders: number;
    readonly revenueMinor: number;
  }[];
  /** Orders in no amount, by their currency (null where none is stated) and why; sums in minor units of their own. */
  readonly setApart: readonly {
    readonly currency: string | null;
    readonly why: Exclude<SetApart, 'no'>;
    readonly orders: number;
    readonly revenueMinor: number;
  }[];
}

/** Undefined where amounts stand as they were. `period` null: a report, whose columns are converted whole or not at all. */
export function amountsConverted(
  dataset: Dataset,
  period: MeasuredPeriod | null,
): AmountsConverted | undefined {
  const { converted, orders } = dataset;
  if (converted === undefined) return undefined;
  const { orderCurrency, orderSetApart } = converted;
  const currencies = orderCurrency.dictionary.length;
  // One place for each currency (none stated first) and reason.
  const count = new Float64Array((currencies + 1) * SET_APART.length);
  const sum = new Float64Array(count.length);
  for (let row = 0; period !== null && row < orders.size; row++) {
    const at = orders.time[row]!;
    if (!((at >= period.from && at <= period.to) || (period.undated && Number.isNaN(at)))) continue;
    const place = (orderCurrency.codes[row]! - NULL_CODE) * SET_APART.length + orderSetApart[row]!;
    count[place]!++;
    const worth = (orders.isSale[row] === 1 ? orders.gross[row]! : 0) - orders.refunded[row]!;
    if (!Number.isNaN(worth)) sum[place]! += worth;
  }
  const found = Array.from(count, (rows, place) => {
    const code = Math.floor(place / SET_APART.length) + NULL_CODE;
    return {
      currency: code === NULL_CODE ? null : (orderCurrency.dictionary[code] ?? null),
      why: SET_APART[place % SET_APART.length] ?? 'no',
      orders: rows,
      revenueMinor: sum[place] ?? 0,
    };
  })
    .filter((group) => group.orders > 0)
    .sort((a, b) => b.orders - a.orders);
  return {
    currency: converted.currency,
    maxAgeDays: converted.maxAgeDays,
    rates: converted.rates,
    ratesOf: converted.ratesOf,
    sources: converted.sources,
    converted: found.flatMap(({ currency, why, ...group }) =>
      why === 'no' && currency !== null && currency !== converted.currency ? [{ currency, ...group }] : [],
    ),
    setApart: found.flatMap(({ why, ...group }) => (why === 'no' ? [] : [{ ...group, why }])),
  };
}
