import type { BackTest } from '../../learn/customer-value/back-test';
import type { NoForecast } from '../../learn/customer-value/fitting';
import type { Rule } from '../../segments/rule/rule';

/** What is foretold of customers, and how far it came true before. */
export interface ForecastMethods {
  backTest: { request: BackTestRequest; answer: BackTestView };
}

export interface BackTestRequest {
  readonly prediction: Extract<Rule, { readonly kind: 'prediction' }>;
  readonly asOf: number | null;
  readonly currency: string | null;
}

export interface BackTestView extends BackTest {
  /** `WallMs`: the end of what it was held against. */
  readonly asOf: number;
  readonly currency: string | null;
  /** Why nothing is foretold as of now; null where it is. */
  readonly now: NoForecast | null;
  /** Null without a test. Better is by a hundredth of the plain error at least. */
  readonly verdict: 'better' | 'no-better' | null;
}
