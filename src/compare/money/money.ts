import type { Label } from '../../core/label';
import type { Passport } from '../../core/passport';
import type { Margin } from '../../core/spend-entry';
import type { ComparisonRequest } from '../comparison';

/** What was spent beside what it brought. Plain JSON; money in minor units of `currency`. */
export interface MoneyRequest {
  /** Its segments, as-of, currency and measured time. */
  readonly comparison: ComparisonRequest;
  readonly by: 'campaign' | 'channel' | 'segment';
  /** Which field of orders or people carries the names spend is listed under; null is what matches most of it. */
  readonly matchOn: string | null;
}

export interface MoneyReturns {
  readonly currency: string | null;
  /** Days (`WallMs`, inclusive) that the comparison, the orders and the spend have in common; null without any. */
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly matchOn: string | null;
  /** Fields that carry names spend is listed under, what matches most first. */
  readonly matchFields: readonly MatchField[];
  readonly margin: Margin | null;
  /** Categories the items held carry, most frequent first. */
  readonly categories: readonly string[];
  /** What cost most first, then what brought most. */
  readonly rows: readonly MoneyRow[];
  /** Rows beyond those listed. */
  readonly rowsLeft: number;
  /** Everything spent against everything sold, whoever may claim it. */
  readonly total: MoneyRow;
  readonly unattributed: Unattributed;
  readonly passports: readonly Passport[];
}

export interface MatchField {
  /** `orders:channel`, `people:acquisitionCampaign`. */
  readonly id: string;
  readonly label: Label;
  /** Names spend is listed under that it carries, and what was spent under them. */
  readonly names: number;
  readonly costMinor: number;
}

/** What could not be put beside anything, said and not dropped. */
export interface Unattributed {
  /** Spent under names that no order of the time carries, and under no name at all. */
  readonly spendMinor: number;
  readonly spendNames: number;
  /** Orders without a name in the field matched on, and with one nothing was spent on. */
  readonly ordersUnnamed: number;
  readonly revenueUnnamedMinor: number;
  readonly ordersUnpaid: number;
  readonly revenueUnpaidMinor: number;
  /** Spend in other currencies, never added to this one. */
  readonly otherCurrencies: readonly { readonly currency: string | null; readonly costMinor: number }[];
  /** Spend outside the time compared, and spend without days. */
  readonly outsideMinor: number;
  readonly undatedMinor: number;
  /** Spend of reports that say only from when to when, spread evenly over their days. */
  readonly spreadMinor: number;
  /** Rows that a later import of the same tool, campaign and days holds again. */
  readonly replacedRows: number;
  readonly ordersInOtherCurrencies: number;
}

export interface MoneyRow {
  /** The name as spend or orders write it, or a segment's id; '' for the total. */
  readonly key: string;
  readonly name: Label;
  /** Null where nothing is known to have been spent on it. */
  readonly costMinor: number | null;
  /** Of a segment: what of its cost was spent on it by name, the rest being its part of campaigns'. */
  readonly directMinor: number | null;
  /** Of a segment: whether all its orders count, or those with a name that was spent on. */
  readonly counts: 'all-orders' | 'named-orders' | null;
  readonly orders: number;
  /** People known who ordered, and those of them whose first order it was. */
  readonly customers: number;
  readonly newCustomers: number | null;
  /** After refunds. */
  readonly revenueMinor: number;
  readonly marginMinor: number | null;
  readonly roas: Ranged;
  readonly roi: Ranged;
  /** Minor units. */
  readonly cac: Ranged;
  /** What the platform itself claims; null where it says nothing. */
  readonly platformRoas: number | null;
}

export type NoReturn =
  | 'no-cost'
  | 'no-orders-named'
  | 'no-margin'
  | 'no-new-customers'
  | 'history-too-short'
  | 'no-amounts';

/** 95 % interval, spend taken as fixed; null under ten customers, `hi` null where nothing bounds it. */
export type Ranged =
  | {
      readonly state: 'value';
      readonly value: number;
      readonly interval: { readonly lo: number; readonly hi: number | null } | null;
    }
  | { readonly state: 'none'; readonly reason: NoReturn };

export interface MoveRequest extends MoneyRequest {
  /** Keys of rows. */
  readonly from: string;
  readonly to: string;
  /** Of what `from` costs: 0.1. */
  readonly part: number;
}

/** What revenue (and profit, where there is a margin) changes by, were part of one row's budget spent on another. */
export interface MovedBudget {
  readonly movedMinor: number;
  readonly currency: string | null;
  /** The money moved brings what the average money there does. */
  readonly even: Moved;
  /** It brings half of that. */
  readonly halved: Moved;
  /** How much of its average the money moved would have to bring for revenue to stay the same; null for none. */
  readonly breakEven: number | null;
}

export interface Moved {
  readonly revenueMinor: number;
  readonly revenueInterval: { readonly lo: number; readonly hi: number };
  readonly profitMinor: number | null;
  readonly profitInterval: { readonly lo: number; readonly hi: number } | null;
}
