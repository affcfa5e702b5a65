import type { Label } from '../../core/label';
import type { ReasonCode } from '../../metrics/reason-code';

/** Who moved from where to where between two as-of dates, among ordered groups: the first that holds is theirs. */
export interface MovementRequest {
  readonly segmentIds: readonly string[];
  /** `WallMs`; midnight takes in its whole day. */
  readonly from: number;
  /** Later than `from`. Segments are as defined then, on both dates: who moves, moves, and not the bounds. */
  readonly to: number;
  /** Null is the most frequent one held. */
  readonly currency: string | null;
}

/** Plain JSON. Money in minor units of `currency`. */
export interface Movement {
  readonly format: 1;
  readonly request: MovementRequest;
  readonly dataVersion: number;
  readonly currency: string | null;
  /** `WallMs`, inclusive. `partial`: the data held doesn't cover all of it. */
  readonly between: MeasuredDays;
  /** As long a time, up to the first date. */
  readonly before: MeasuredDays;
  /** The groups in their order, then `none`, `unknown` and `absent`. */
  readonly states: readonly MovementState[];
  /** Those with anybody in them, by where from and then where to. */
  readonly flows: readonly Flow[];
  readonly people: { readonly from: number; readonly to: number };
  /** Ready segments asked for that the data doesn't support on the later date; nobody is in them. */
  readonly missing: readonly { readonly id: string; readonly name: Label }[];
  /** People who were nobody yet on the first date: by the date their record was made, or merely first seen since. */
  readonly arrived: { readonly created: number; readonly seen: number };
  /** Of people who were in a group on the first date: in the same one, in another, in none, and no longer told. */
  readonly ofPlaced: {
    readonly people: number;
    readonly stayed: number;
    readonly moved: number;
    readonly left: number;
    readonly untold: number;
  };
  /** Why there are no amounts; null where there are. */
  readonly noMoney: ReasonCode | null;
}

export interface MeasuredDays {
  readonly from: number;
  readonly to: number;
  readonly partial: boolean;
}

export interface MovementState {
  /** A segment's id, or the kind. */
  readonly id: string;
  /** `none`: in none of the groups. `unknown`: the data can't say in which. `absent`: nobody yet. */
  readonly kind: 'group' | 'none' | 'unknown' | 'absent';
  /** Null unless a group. */
  readonly name: Label | null;
  readonly colour: number | null;
  /** People in it on either date. */
  readonly from: number;
  readonly to: number;
}

export interface Flow {
  /** Places among the states. */
  readonly from: number;
  readonly to: number;
  readonly people: number;
  /** Of all who were where it comes from, and of all who are where it goes. */
  readonly shareOfFrom: number;
  readonly shareOfTo: number;
  readonly between: FlowSales;
  readonly before: FlowSales;
}

export interface FlowSales {
  readonly orders: number;
  /** After refunds; null where no order row of theirs can be read as an amount in the currency. */
  readonly revenueMinor: number | null;
  /** Order rows in another currency, or without an amount. */
  readonly leftOut: number;
}
