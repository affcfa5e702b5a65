import type { Movement, MovementRequest } from '../../compare/movement/movement';
import type { SizesOverTime, SizesRequest } from '../../compare/movement/sizes-over-time';
import type { Label } from '../../core/label';
import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';
import type { Segment } from '../../segments/segment';
import type { MemberPage } from './segments';

/** Who moved between segments from one day to another, and how large they were all along. */
export interface MovementMethods {
  movement: { request: MovementRequest; answer: Movement };
  flowPeople: { request: FlowRequest & { offset: number; limit: number }; answer: FlowPeople };
  exportMovement: { request: { movement: Movement; format: CsvFormat }; answer: ExportedFile };
  exportFlow: { request: FlowRequest & { name: Label; format: CsvFormat }; answer: ExportedFile };
  saveFlow: {
    request: FlowRequest & { as: 'list' | 'rule'; name: string; description: string };
    answer: SavedFlow;
  };
  /** Progress counts periods: `bytes` of `totalBytes`. */
  sizesOverTime: { request: SizesRequest; answer: SizesOverTime };
  /**
   * One segment's movement since the data ended before the last capture that went beyond; null where no earlier
   * capture has days of its own.
   */
  sinceLastCapture: {
    request: { segmentId: string; asOf: number | null; currency: string | null };
    answer: Movement | null;
  };
}

export interface FlowRequest {
  readonly movement: MovementRequest;
  /** Ids of states. */
  readonly from: string;
  readonly to: string;
}

export interface FlowPeople extends MemberPage {
  /** "Was in A then and in B now" as a rule reads; null where no rule can say it. */
  readonly sentence: Label | null;
}

export interface SavedFlow {
  readonly segment: Segment;
  /** People no key is held of, who can't stand on a list. */
  readonly unnamed: number;
}
