/** Where a window lies. */
export interface CompiledWindow {
  /** A condition: false where what the window hangs on is not held. */
  readonly held: string;
  /** Ms, inclusive; null without a start. */
  readonly start: number | null;
  readonly end: number;
  /** An expression of `person, lo, hi, untold` for those the window exists for; null where it is everybody's. */
  readonly own: string | null;
}
