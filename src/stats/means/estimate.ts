/**
 * A mean, or a ratio of sums over people, with how sure it is: all that intervals and tests of it need.
 * `variance` and `thirdMoment` are those of the estimate, not of the people.
 */
export interface Estimate {
  readonly value: number;
  /** Independent units behind it: people. */
  readonly n: number;
  readonly variance: number;
  /** People with anything at all in the numerator: what is known of its spread is known from them. */
  readonly informed: number;
  readonly thirdMoment: number;
}
