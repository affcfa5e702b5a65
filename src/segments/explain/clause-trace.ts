import type { ColumnType } from '../../core/column';
import type { PersonKey } from '../../core/person-keys';
import type { NoForecast } from '../../learn/customer-value/fitting';
import type { JourneyStage, LifecycleStage, Measure, SequenceStep } from '../rule/rule';

export type Told = 'in' | 'out' | 'unknown';

/** Why one clause of a rule holds for one person, or not, or can't be told. Plain JSON, shaped as the rule is. */
export interface ClauseTrace {
  readonly told: Told;
  readonly evidence: Evidence;
  /** Of a group: its rules. Of another segment, or of an earlier moment: the rule in question. Else none. */
  readonly parts: readonly ClauseTrace[];
}

export type Evidence =
  | { readonly kind: 'group' }
  | { readonly kind: 'segment'; readonly id: string }
  /** No part where that moment has not come yet. */
  | { readonly kind: 'as-of'; readonly at: number }
  | { readonly kind: 'attribute'; readonly held: boolean; readonly value: FoundValue }
  | { readonly kind: 'measure'; readonly measured: MeasuredPerson }
  /** `place` is null where the person has no number to rank, or it can't be told. */
  | { readonly kind: 'place'; readonly measured: MeasuredPerson; readonly place: Place | null }
  | { readonly kind: 'sequence'; readonly sequence: SequenceTrace }
  | { readonly kind: 'rfm'; readonly held: boolean; readonly scores: PersonScores }
  | { readonly kind: 'lifecycle'; readonly possible: readonly (LifecycleStage | null)[] }
  | { readonly kind: 'journey'; readonly possible: readonly JourneyStage[] }
  | { readonly kind: 'prediction'; readonly foretold: ForetoldPerson }
  /** `on` is the key of the person's that stands on the list. */
  | { readonly kind: 'list'; readonly on: PersonKey | null; readonly has: readonly PersonKey[] }
  /** A rule of report rows: no person has them. */
  | { readonly kind: 'none' };

/** What is foretold of one person, and all that it stands on. */
export interface ForetoldPerson {
  /** Why nothing is foretold of anybody; null where it is. */
  readonly reason: NoForecast | null;
  readonly of: 'value' | 'order' | 'still-buying';
  /** Money in minor units, or a chance; null without a forecast, such as of who has no order. */
  readonly value: number | null;
  /** Of those it is foretold of. */
  readonly place: Place | null;
  /** Days with an order, and days from the first of them, and from the last, to the as-of; null without one. */
  readonly orderDays: number;
  readonly sinceFirst: number | null;
  readonly sinceLast: number | null;
}

export interface FoundValue {
  readonly type: ColumnType;
  /** Null where it is no text, or empty. */
  readonly text: string | null;
  /** Numbers as they are, money in minor units, times `WallMs`, flags 0 or 1; null where empty. */
  readonly number: number | null;
}

export interface MeasuredPerson {
  readonly unit: 'money' | 'days' | 'share' | 'number';
  /** Money in minor units; null where there is no number, for the reason given. */
  readonly value: number | null;
  /** Counts some of whose rows can't be told: what it might be; null without a limit. Same as `value` where all can. */
  readonly atMost: number | null;
  /** Why there is no sure number: nothing held, no such window for them, nothing to measure, rows that can't be told. */
  readonly lacks: 'nothing-held' | 'no-window' | 'no-rows' | 'untold' | null;
  /** The newest that were measured, oldest first, at most `MOST_SEEN`. */
  readonly rows: readonly SeenRow[];
  readonly rowsInAll: number;
  /** Rows of which it can't be told whether they count. */
  readonly unsure: number;
}

export interface SeenRow {
  readonly of: Measure['of'];
  readonly time: number | null;
  /** The order's number, the product, or what kind of event it was. */
  readonly what: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

export interface Place {
  /** Everybody with the number. */
  readonly n: number;
  readonly below: number;
  readonly above: number;
}

export interface SequenceTrace {
  readonly held: boolean;
  /** How many steps that are no `not` were come to, in the longest beginning that happened. */
  readonly reached: number;
  readonly steps: readonly StepTrace[];
}

export interface StepTrace {
  readonly of: SequenceStep['of'];
  /** A `not` that was kept, or a step that was come to. */
  readonly kept: boolean;
  /** When: of a `not`, the row that broke it. */
  readonly seen: SeenRow | null;
}

export interface PersonScores {
  /** 1–5; 0 without one. */
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly days: number | null;
  readonly orders: number | null;
  readonly revenueMinor: number | null;
}

export const MOST_SEEN = 12;
