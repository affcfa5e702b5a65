import { NULL_CODE } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { DAY_MS } from '../../core/time/calendar';
import type { BuyingHistory } from './buying-history';

export interface CustomerHistory extends BuyingHistory {
  /** Of each place of the columns, the place of its customer in `people`. */
  readonly rows: Uint32Array;
  /** From the first order of all to the end of what is known. */
  readonly days: number;
}

export interface HistoryOf {
  readonly dataset: Dataset;
  /** Rows of people; those beyond them are passed over. */
  readonly people: ArrayLike<number>;
  /** `WallMs`, the last moment that is known of. */
  readonly to: number;
  /** Orders in this currency with an amount (null: that state none); `any` takes all there are, and no amounts. */
  readonly currency: string | null | { readonly any: true };
  /** Counts orders left out, by place in `people`. */
  readonly leftOut?: Float64Array;
}

/** Of those with a dated order by then. Orders of one day are one; refunds are taken off what came after the first day. */
export function customerHistory({
  dataset,
  people,
  to,
  currency: asked,
  leftOut,
}: HistoryOf): CustomerHistory {
  const { offsets, time, isSale, gross, refunded, currency } = dataset.orders;
  const wanted = wantedCode(dataset, asked);
  const lastDay = Math.floor(to / DAY_MS);
  const rows: number[] = [];
  const repeats: number[] = [];
  const last: number[] = [];
  const known: number[] = [];
  const amount: number[] = [];
  let days = 0;
  for (let i = 0; i < people.length; i++) {
    const p = people[i]!;
    if (p >= dataset.people.size) continue;
    let first = Number.NaN;
    let latest = Number.NaN;
    let again = 0;
    let brought = 0;
    for (let o = offsets[p]!; o < offsets[p + 1]!; o++) {
      const at = time[o]!;
      // Sorted by time, undated last.
      if (!(at <= to)) break;
      const sale = isSale[o] === 1;
      if (wanted !== ANY && (currency.codes[o] !== wanted || (sale && Number.isNaN(gross[o]!)))) {
        if (leftOut !== undefined) leftOut[i]!++;
        continue;
      }
      const day = Math.floor(at / DAY_MS);
      if (sale && Number.isNaN(first)) first = day;
      if (wanted !== ANY && day > first) brought += (sale ? gross[o]! : 0) - refunded[o]!;
      if (sale && day > latest) again++;
      if (sale) latest = day;
    }
    if (Number.isNaN(first)) continue;
    rows.push(i);
    repeats.push(again);
    last.push((latest - first) / 7);
    known.push((lastDay - first) / 7);
    amount.push(again > 0 ? Math.max(0, brought / again) : 0);
    if (lastDay - first > days) days = lastDay - first;
  }
  return {
    repeats: Float64Array.from(repeats),
    last: Float64Array.from(last),
    known: Float64Array.from(known),
    amount: Float64Array.from(amount),
    rows: Uint32Array.from(rows),
    days,
  };
}

const ANY = -3;
const NOT_HELD = -2;

function wantedCode({ orders }: Dataset, asked: HistoryOf['currency']): number {
  if (asked === null) return NULL_CODE;
  if (typeof asked === 'object') return ANY;
  const code = orders.currency.dictionary.indexOf(asked);
  return code === NULL_CODE ? NOT_HELD : code;
}
