/** What an interval for a value or a difference covers, in the value's own unit. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}
