/** What one line of an order says of itself; amounts in major units. */
export interface OrderLine {
  readonly sku: string | null;
  readonly product: string | null;
  readonly category: string | null;
  readonly quantity: number | null;
  readonly unitPrice: number | null;
  readonly lineTotal: number | null;
}
