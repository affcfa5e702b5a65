/** Spend a person typed in. Amount in minor units of its own currency; days ISO, both ends inclusive. */
export interface SpendEntry {
  readonly id: string;
  readonly on:
    | { readonly kind: 'campaign' | 'channel'; readonly name: string }
    | { readonly kind: 'segment'; readonly segmentId: string };
  readonly costMinor: number;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  /** Epoch ms of the real clock. */
  readonly savedAt: number;
}

/** What is left of revenue once the goods are paid for, as a share of it: asked once, used wherever profit is shown. */
export interface Margin {
  readonly share: number;
  /** Of what is sold in these product categories, instead. */
  readonly byCategory: readonly { readonly category: string; readonly share: number }[];
}
