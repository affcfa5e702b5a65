import type { Column, TextColumn } from './column';
import type { ReportingCurrency } from './money/exchange-rate';
import type { Passport } from './passport';

/**
 * Everything held, as the engine sees it: canonical tables built from all captures at commit.
 * Person grain and aggregate grain are never mixed (product.md §3.1).
 */
export interface Dataset {
  readonly version: number;
  readonly people: PeopleTable;
  readonly orders: OrdersTable;
  readonly items: ItemsTable;
  readonly events: EventsTable;
  readonly reports: readonly ReportTable[];
  readonly passports: readonly Passport[];
  /** First and last moment the orders and events cover; null without either. */
  readonly coverage: { readonly from: number; readonly to: number } | null;
  /** Only where amounts were converted into one currency (`core/money/in-one-currency.ts`). */
  readonly converted?: ConvertedInto;
}

/** By what the amounts of a dataset were converted. Rows without a rate keep their own amount and currency. */
export interface ConvertedInto extends ReportingCurrency {
  /** Rates held, of whichever currencies, and the days they are of; null where there is none. */
  readonly rates: number;
  readonly ratesOf: { readonly from: string; readonly to: string } | null;
  /** What the rates were read from, as the person knows it. */
  readonly sources: readonly string[];
  /** By order row, as it was before. */
  readonly orderCurrency: TextColumn;
  /** By order row: an index into `SET_APART`, 0 where the amount is in the reporting currency. */
  readonly orderSetApart: Uint8Array;
  readonly eventCurrency: TextColumn | null;
}

/** Why a row was not converted, by its code. */
export const SET_APART = ['no', 'no-rate', 'rate-too-old', 'no-day', 'no-currency'] as const;
export type SetApart = (typeof SET_APART)[number];

export interface PeopleTable {
  readonly size: number;
  /** What to call each person in lists and files: the best id held. Never null. */
  readonly label: TextColumn;
  /** By `FieldId` of `people`, or `custom:<header>`; a field no capture holds is absent. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Of money columns whose every source states or lacks the same currency: which; null is none stated. */
  readonly currencies?: ReadonlyMap<string, string | null>;
  /** 1 where the person came from a people source, 0 where known only through orders or events. */
  readonly listed: Uint8Array;
}

/** Sorted by (person, time). Rows of nobody stand last, from `offsets[people.size]` on. */
export interface OrdersTable {
  readonly size: number;
  /** CSR: orders of person p are rows `offsets[p]` up to `offsets[p + 1]`. Length people.size + 1. */
  readonly offsets: Uint32Array;
  /** -1 where the order belongs to nobody known. */
  readonly person: Int32Array;
  readonly time: Float64Array;
  /** Minor units before refunds, after discount; NaN where the source gives no amount. */
  readonly gross: Float64Array;
  /** Minor units given back, ≥ 0. */
  readonly refunded: Float64Array;
  readonly discount: Float64Array;
  /** NaN where quantity is not held. */
  readonly units: Float64Array;
  /** 1 for a sale, 0 for a return or cancellation standing alone: its refund counts, it is no order. */
  readonly isSale: Uint8Array;
  readonly currency: TextColumn;
  /** orderId, status, paymentMethod, channel, country, coupon, discountCode, custom:… */
  readonly columns: ReadonlyMap<string, Column>;
}

/** Order lines; rows of order o are `offsets[o]` up to `offsets[o + 1]`. */
export interface ItemsTable {
  readonly size: number;
  readonly offsets: Uint32Array;
  readonly quantity: Float64Array;
  readonly amount: Float64Array;
  /** sku, product, category, unitPrice, custom:… */
  readonly columns: ReadonlyMap<string, Column>;
}

/** Sorted by (person, time), as orders are. */
export interface EventsTable {
  readonly size: number;
  readonly offsets: Uint32Array;
  readonly person: Int32Array;
  readonly time: Float64Array;
  readonly kind: TextColumn;
  /** name, channel, value, custom:… */
  readonly columns: ReadonlyMap<string, Column>;
}

/** One kept report table: dimension values × metrics, aggregate grain. */
export interface ReportTable {
  readonly captureId: string;
  readonly title: string;
  readonly size: number;
  readonly dimensions: readonly ReportColumn[];
  readonly metrics: readonly ReportColumn[];
}

export interface ReportColumn {
  /** Canonical id (`sessions`, `keyEvents`, `totalRevenue`, `sessionSourceMedium`…) or `custom:<header>`. */
  readonly id: string;
  readonly header: string;
  readonly column: Column;
  readonly unit: 'count' | 'money' | 'rate' | 'seconds' | 'ratio' | 'text' | 'time';
  /** Null for what is no money, whose currency is not said, and of several. */
  readonly currency: string | null;
  /** Each row's own, where they are several: such amounts are never added. */
  readonly rowCurrency?: TextColumn;
  /** What the amounts were in before they were converted; of several, one after another. */
  readonly convertedFrom?: string;
}
