import type { Label } from './label';

/**
 * How segments did as one version of the data had it: written once, and no later edit of a segment or the data changes
 * it. Sums over people only, never of fewer than five.
 */
export interface PerformanceRecord {
  readonly format: 1;
  readonly dataVersion: number;
  /** Epoch ms of the real clock. */
  readonly takenAt: number;
  /** `WallMs`; the days measured are inclusive. */
  readonly asOf: number;
  readonly period: { readonly from: number; readonly to: number };
  readonly currency: string | null;
  readonly population: number;
  readonly segments: readonly SegmentPerformance[];
}

export interface SegmentPerformance {
  readonly id: string;
  readonly name: Label;
  /** Of the segment's rule then. */
  readonly version: number;
  readonly size: number;
  readonly unknown: number;
  /** By metric id; absent where it had no value, and empty for segments too small. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Figure {
  readonly value: number;
  readonly n: number;
  readonly lo: number | null;
  readonly hi: number | null;
}
