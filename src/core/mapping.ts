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
    /** Sales given back whole, where no amount says how much was. */
    readonly refunds?: readonly string[];
  };
  /**
   * Orders only. `order`: each row is an order of its own, repeated ids being lines whose totals add up only where
   * `lineTotal` or quantity × unit price are given. `first-line`: totals stand on an order's first row alone and
   * the later rows with the same order id are further lines (Shopify).
   */
  readonly orderRows: 'order' | 'line' | 'first-line';
  /** Person ids are unique within this space only, so that `123` of a shop and of a CRM stay apart. */
  readonly idSpace: string;
  /** Columns, by their index in the source, that fit several readings and whose reading somebody has said. */
  readonly told?: readonly number[];
  /** Where rows become other rows before they are kept. */
  readonly reshape?: Reshape;
}

/** What a table's rows need before each says for itself what it means; columns by their index in the source. */
export interface Reshape {
  /** Columns whose empty cells mean what stands above them, as in a grouped report. */
  readonly fillDown?: readonly number[];
  /** Rows with one of these words in the column are data; all others are set apart. */
  readonly only?: { readonly source: number; readonly is: readonly string[] };
  /** A column that lists what an order is made of: `2× Green tea, 1× Cup`, or JSON. Each becomes a line of its own. */
  readonly lines?: { readonly source: number; readonly as: 'packed' | 'json' };
  /** A column of `name: value` lines, of which only where the order came from is kept: a column for each UTM tag. */
  readonly attribution?: { readonly source: number };
  /** What the file says of everybody in it: a list of the unsubscribed is nothing else. By field of the table. */
  readonly said?: Readonly<Record<string, string>>;
  /** Columns kept once more as another field: a consent and, beside it, the tool's own words for it. */
  readonly again?: readonly ColumnMapping[];
  /** First and last day that rows cover, where columns say so on every row. */
  readonly span?: { readonly from: number; readonly to: number };
}
