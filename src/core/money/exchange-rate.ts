/** On `day` one `from` was worth `rate` of `to`. */
export interface ExchangeRate {
  /** `2024-02-29`. */
  readonly day: string;
  /** ISO 4217. */
  readonly from: string;
  readonly to: string;
  /** Above 0, as the source writes it: never turned over or rounded. */
  readonly rate: number;
}

/** What amounts are shown in, and how old a rate may be. */
export interface ReportingCurrency {
  readonly currency: string;
  /** A rate counts for its own day and for this many after it. */
  readonly maxAgeDays: number;
}
