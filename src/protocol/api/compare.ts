import type { CellRows } from '../../compare/cells/cell-rows';
import type {
  Comparison,
  ComparisonRequest,
  Retention,
  RetentionRequest,
  Trend,
  TrendRequest,
} from '../../compare/comparison';
import type { Distribution, DistributionRequest } from '../../compare/distribution-of';

/** How segments do, side by side. */
export interface CompareMethods {
  compare: { request: ComparisonRequest; answer: Comparison };
  trend: { request: TrendRequest; answer: Trend };
  retention: { request: RetentionRequest; answer: Retention };
  /** How one number of each person is spread, by segment. */
  distribution: { request: DistributionRequest; answer: Distribution };
  /** What one cell rests on: its people, or rows of the report, a page at a time. Null is everyone. */
  cellRows: {
    request: {
      comparison: ComparisonRequest;
      segmentId: string | null;
      metricId: string;
      offset: number;
      limit: number;
    };
    answer: CellRows;
  };
}
