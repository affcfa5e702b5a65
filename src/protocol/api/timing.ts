import type { ComparisonRequest } from '../../compare/comparison';
import type { TimeByColumns } from '../../compare/timing/time-by-columns';
import type { TimeToNextOrder } from '../../compare/timing/time-to-next-order';

/** How long customers take to come back. */
export interface TimingMethods {
  timeToNextOrder: { request: TimingRequest; answer: TimingAnswer };
  /** Null where the columns say nothing of it. */
  timeByColumns: { request: ColumnTimingRequest; answer: TimeByColumns | null };
}

export interface TimingRequest {
  /** Its segments, base and as-of; an as-of too late to be followed so long gives way to the latest that can. */
  readonly comparison: ComparisonRequest;
  readonly days: number;
}

export interface TimingAnswer {
  /** `WallMs`: the day segments were fixed on and every clock starts after; null without dated orders. */
  readonly frozenAt: number | null;
  /** Null where the data does not reach a day beyond it. */
  readonly times: TimeToNextOrder | null;
}

export interface ColumnTimingRequest {
  readonly comparison: ComparisonRequest;
  /** People's columns: a number, and a yes or no. */
  readonly lengthField: string;
  readonly endedField: string;
}
