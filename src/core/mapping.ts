import type { TableKind } from './fields';
import type { Reading } from './reading';

/** Where one source column goes. */
export type Target =
  /** A key of `FIELDS[table]`. */
  | { readonly kind: 'field'; readonly field: string }
  /** Kept under its own header, on the row's own table (`of: 'row'`) or on the person. */
  | { readonly kind: 'custom'; readonly of: 'row' | 'person' }
  /** Report columns: canonical id (`sessionSourceMedium`, `sessions`…), or null for one only this report has. */
  | { readonly kind: 'dimension'; readonly id: string | null }
  | {
      readonly kind: 'metric';
      readonly id: string | null;
      readonly unit: 'count' | 'money' | 'rate' | 'seconds' | 'ratio';
    }
  | { readonly kind: 'left-out' };

export interface ColumnMapping {
  /** 0-based index of the source column. */
  readonly source: number;
  readonly header: string;
  readonly target: Target;
  readonly reading: Reading;
}

/** How one source table becomes canonical rows: proposed by a recogniser, corrected by the person, remembered. */
export interface Mapping {
  readonly table: TableKind;
  readonly tool: string;
  readonly recogniser: string;
  readonly columns: readonly ColumnMapping[];
  /** Currency of amounts that carry none; null leaves them without a currency, said so in the passport. */
  readonly currency: string | null;
  /** Orders only: which rows cancel (an order id starting so, or these statuses, compared without case). */
  readonly cancels: {
    readonly orderIdPrefix: string | null;
    readonly statuses: readonly string[];
    /**
     * Where given, only these statuses are sales (a won deal; open and lost ones are none). Compared as plain words,
     * without what stands in brackets behind them: `Closed won (Sales pipeline)`.
     */
    readonly sales?: readonly string[];
  };
  /**
   * Orders only. `order`: each row is an order of its own, repeated ids being lines whose totals add up only where
   * `lineTotal` or quantity × unit price are given. `first-line`: totals stand on an order's first row alone and
   * the later rows with the same order id are further lines (Shopify).
   */
  readonly orderRows: 'order' | 'line' | 'first-line';
  /** Person ids are unique within this space only, so that `123` of a shop and of a CRM stay apart. */
  readonly idSpace: string;
}
