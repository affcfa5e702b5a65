import type { CaptureNote } from '../../core/page-capture';
import type { PageTable } from '../page-reader';
import type { Grid, GridRow } from './grid';

/** What a reader knows of the table besides its cells. */
export interface GridReading {
  readonly title: string;
  /** Selector of further noise in cells. */
  readonly strip?: string;
  /** Rows known to hold totals; others are known by their label. */
  readonly isTotals?: (row: GridRow) => boolean;
  /** False for rows that are no data of this table, such as one that holds a table opened under the row above. */
  readonly isRow?: (row: GridRow) => boolean;
  /** Where in a cell its value stands; the whole cell where nothing is found by it. */
  readonly valueIn?: string;
  /** What a header cell names its column, where that is more or less than it shows. */
  readonly headName?: (header: Element) => string | null;
  /** Columns after the others, of what a row says elsewhere than in its cells; left out where no row says it. */
  readonly beside?: readonly RowColumn[];
  /** Takes away what a tool adds to a value. */
  readonly clean?: (text: string) => string;
  /** What tells a row from the others, where the tool names them in its own way; null as `rowKey` does. */
  readonly keyOf?: (row: Element) => string | null;
  /** So many columns from the left say what the row above says where they are blank (comparison rows). */
  readonly fillsDown?: number;
  /** Names for a table whose header stands in another one. */
  readonly header?: Grid;
  /** What the page says there is in all, given the rows it shows. */
  readonly stated?: (rows: number) => number | null;
  readonly dateRange?: PageTable['dateRange'];
  readonly account?: string | null;
  readonly property?: string | null;
  readonly notes?: readonly CaptureNote[];
}

/** What the whole row says, such as the number of the record it links to. */
export interface RowColumn {
  readonly name: string;
  /** Blank where the row does not say it. */
  readonly of: (row: Element) => string;
}
