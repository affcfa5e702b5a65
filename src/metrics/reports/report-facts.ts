import type { ReportColumn, ReportTable } from '../../core/dataset';
import type { ReasonCode } from '../reason-code';

/** Numbers row by row, NaN where a row has none; or why there are none. */
export type ReportFact = (report: ReportFacts) => Float64Array | ReasonCode;

/** Reads the metrics of a report by their canonical ids. */
export class ReportFacts {
  private readonly columns: ReadonlyMap<string, ReportColumn>;
  /** Of the report's first amounts; amounts in another are set apart, for one comparison is in one currency. */
  private readonly main: string | null;

  constructor(readonly table: ReportTable) {
    // The first of columns that bear one name is taken.
    this.columns = new Map([...table.metrics].reverse().map((c) => [c.id, c]));
    this.main = table.metrics.find(({ currency }) => currency !== null)?.currency ?? null;
  }

  column(id: string): ReportColumn | null {
    return this.columns.get(id) ?? null;
  }

  /** The first of these columns the report has. */
  numbers(ids: readonly string[]): Float64Array | ReasonCode {
    for (const id of ids) {
      const found = this.columns.get(id);
      if (found === undefined || found.column.type === 'text' || found.column.type === 'flag') continue;
      if (found.rowCurrency !== undefined) return 'several-currencies';
      return found.currency === null || found.currency === this.main
        ? found.column.values
        : 'in-another-currency';
    }
    return 'column-not-in-report';
  }

  /** Currency of the first of these columns the report has. */
  currency(ids: readonly string[]): string | null {
    const id = ids.find((i) => this.columns.has(i));
    return id === undefined ? null : (this.columns.get(id)?.currency ?? null);
  }

  /**
   * A rate or mean times what it was taken over: its numerator, honestly had. The report that gives only the rate
   * lacks the counts.
   */
  times(
    rate: string,
    counts: readonly string[],
    turn: (rate: number) => number = (r) => r,
  ): Float64Array | ReasonCode {
    const rates = this.numbers([rate]);
    if (typeof rates === 'string') return rates;
    const over = this.numbers(counts);
    if (over === 'column-not-in-report') return 'counts-not-in-report';
    if (typeof over === 'string') return over;
    // A rate over nothing is shown as 0, empty or a dash: none of it either way.
    return over.map((n, row) => (n === 0 ? 0 : turn(rates[row] as number) * n));
  }
}
