import type { Label } from '../core/label';
import type { Rule } from './rule/rule';

export const SEGMENT_KINDS = [
  'value',
  'purchase',
  'usage',
  'engagement',
  'benefits',
  'journey',
  'occasion',
  'loyalty',
  'demographic',
  'learned',
  'aggregate',
  'own',
] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** A segment someone can pick: out of the library, or saved by the person. */
export interface Segment {
  /** `library:<id>`, `own:<uuid>`, or `report:<captureId>:<dimension>:<value>` at aggregate grain. */
  readonly id: string;
  readonly kind: SegmentKind;
  readonly grain: 'person' | 'aggregate';
  /** A person's own name is the same in both. */
  readonly name: Label;
  /** Who is in it and why a marketer would care. */
  readonly description: Label;
  readonly rule: Rule;
  /** 1 for the first; editing adds one and keeps the old (see `versions`). */
  readonly version: number;
  readonly versions: readonly { readonly version: number; readonly rule: Rule; readonly savedAt: number }[];
  /** Index of its colour and shape, 0–7, stable for the segment everywhere. */
  readonly colour: number;
  /** Id of the segment it was changed from; absent where it was made anew. */
  readonly origin?: string;
  /** Numbers in the rule that were tuned to the data, shown and open to editing. */
  readonly thresholds: readonly Threshold[];
}

export interface Threshold {
  readonly label: Label;
  /** Money in major units of the reporting currency, shares as fractions, as they stand in the rule. */
  readonly value: number;
  readonly unit: 'days' | 'orders' | 'money' | 'share' | 'units' | 'events' | 'years' | 'number';
  /** How the data gave it: "median gap × 2", with its n. */
  readonly from: Label;
  readonly n: number;
}

/** A library segment the held data can't support, and what to collect to get it. */
export interface MissingSegment {
  readonly id: string;
  readonly kind: SegmentKind;
  readonly name: Label;
  readonly description: Label;
  readonly needs: Label;
}
