/** How far long work is, said between two of its steps. */
export interface StepDone {
  readonly done: number;
  readonly of: number;
}
