import type { Label } from '../../core/label';
import type { MetricInfo } from '../../metrics/metric-info';
import type { Cell, ComparisonRequest } from '../comparison';

export type RegionKind = 'country' | 'region';

/** One metric of segments, region by region, each with its own currency: nothing is ever added across currencies. */
export interface ByRegionRequest {
  /** Person grain; its currency is not asked: each region has its own. */
  readonly comparison: ComparisonRequest;
  readonly metricId: string;
  readonly by: RegionKind;
}

/** Plain JSON. Money in minor units of the region's currency. */
export interface ByRegion {
  readonly format: 1;
  readonly request: ByRegionRequest;
  readonly dataVersion: number;
  readonly asOf: number;
  readonly period: { readonly from: number; readonly to: number };
  readonly descriptive: boolean;
  readonly metric: MetricInfo;
  /**
   * What each cell is held against: `within` the region, everyone else there (amounts); or the same segment in all
   * `other-regions`.
   */
  readonly against: 'within' | 'other-regions';
  readonly segments: readonly { readonly id: string; readonly name: Label; readonly colour: number }[];
  /** Most people first. */
  readonly regions: readonly RegionRow[];
  /** With too few people for any test. */
  readonly folded: readonly { readonly name: string; readonly people: number }[];
  /** People of whom no region is held. */
  readonly unplaced: number;
  /** Whence a person's region is known; null where nothing says. */
  readonly from: 'people' | 'orders' | 'both' | null;
  /** Where amounts can be converted: the currency of `Cell.reporting`. */
  readonly reporting: string | null;
}

export interface RegionRow {
  readonly key: string;
  /** As most of its people have it written. */
  readonly name: string;
  readonly people: number;
  /** The one most of its sales are in; null where none is stated. */
  readonly currency: string | null;
  /** Value of the middle customer, which is 100 of the index; null where there is none to speak of. */
  readonly median: { readonly value: number; readonly n: number } | null;
  /** Days people buy for, there, within the period. */
  readonly occasions: readonly { readonly id: string; readonly day: Label; readonly at: number }[];
  /** Everyone in the region, and each segment. */
  readonly everyone: RegionCell;
  readonly cells: readonly RegionCell[];
}

export interface RegionCell {
  readonly cell: Cell;
  /** People of the segment in the region, and of whom it can't be told. */
  readonly people: number;
  readonly unknown: number;
  /** The value where the region's median customer is 100; null where there is no such median. */
  readonly index: number | null;
  /** In minor units of the reporting currency. */
  readonly reporting: number | null;
}
