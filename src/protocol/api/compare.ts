import type {
  Comparison,
  ComparisonRequest,
  Retention,
  RetentionRequest,
  Trend,
  TrendRequest,
} from '../../compare/comparison';

/** How segments do, side by side. */
export interface CompareMethods {
  compare: { request: ComparisonRequest; answer: Comparison };
  trend: { request: TrendRequest; answer: Trend };
  retention: { request: RetentionRequest; answer: Retention };
}
