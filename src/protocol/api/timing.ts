import type { ComparisonRequest } from '../../compare/comparison';
import type { TimeToNextOrder } from '../../compare/time-to-next-order';

/** How long customers take to come back. */
export interface TimingMethods {
  timeToNextOrder: { request: TimingRequest; answer: TimingAnswer };
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
