import type { RowForecast } from '../bytes/row-forecast';
import type { TableBuilder } from '../columns/table-builder';
import type { Layout } from '../layout/layout';
import type { Dialect } from '../survey';
import { ColumnsAway } from './columns-away';
import type { Typist } from './typist';

/** Where typists come from. */
export interface Hiring {
  /** Null where there is none to be had. */
  hire(): Typist | null;
  /** From which size of a source on, and after how many rows of a table. */
  readonly from?: { readonly bytes: number; readonly rows: number };
}

/** Smaller sources are read before a second worker has begun; after so many rows is known what columns hold. */
const LARGE = { bytes: 4 * 1024 * 1024, rows: 2000 };

/**
 * Who types what of a source: all of it here until it proves large, then a typist so many columns of its tables that
 * neither waits for the other. What a column becomes does not depend on where it was typed.
 */
export class SharedTyping {
  private typist: Typist | null = null;
  private readonly given = new Set<TableBuilder>();

  /** @param size of the source, 0 where unknown */
  constructor(
    private readonly hiring: Hiring,
    private readonly size: number,
    private readonly forecast: RowForecast,
  ) {}

  async after(bytes: number, dialect: Dialect, layout: Layout): Promise<void> {
    const from = this.hiring.from ?? LARGE;
    if (Math.max(this.size, bytes) < from.bytes) return;
    this.typist ??= this.hiring.hire();
    const { typist } = this;
    if (typist === null) return;
    const table = layout.current;
    for (const one of layout.tables) await one.away?.passOn(this.forecast.rows);
    if (table === null) return;
    if (table.away !== null) await table.balance();
    else if (!this.given.has(table) && table.rows >= from.rows && typist.isReady) {
      this.given.add(table);
      table.giveAway(new ColumnsAway(typist.begin(dialect)));
    }
  }

  async finish(tables: readonly TableBuilder[]): Promise<void> {
    for (const table of tables) await table.takeBack();
  }

  drop(tables: readonly TableBuilder[]): void {
    for (const table of tables) table.away?.drop();
  }
}
