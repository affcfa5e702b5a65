/** What a customer's orders come down to for the models of repeat buying. All columns are over customers. */
export interface BuyingHistory {
  /** Orders after the first. */
  readonly repeats: Float64Array;
  /** From the first order to the last; 0 without a repeat. Weeks. */
  readonly last: Float64Array;
  /** From the first order to the end of what is known. Weeks, > 0. */
  readonly known: Float64Array;
  /** Mean amount of the repeat orders; 0 where there are none. */
  readonly amount: Float64Array;
}
