/** The time a metric is measured over. `WallMs`, both ends inclusive. */
export interface MeasuredPeriod {
  readonly from: number;
  readonly to: number;
  /** The last moment the data is taken to cover: later months of a cohort are looked for up to here. */
  readonly horizon: number;
  /** Everything up to the as-of, whenever it was. */
  readonly allTime: boolean;
  /** Orders without a date count too, as they can where there is no end to be before. */
  readonly undated: boolean;
}
