import type { Problem } from '../../core/problem';
import { isoDay } from '../../core/time/calendar';
import type { CellBatch, CellReader } from '../bytes/cell-batch';
import { batchOf } from '../bytes/cell-batch';
import { realignRow } from '../bytes/realign-row';
import type { RowForecast } from '../bytes/row-forecast';
import type { FoundTable } from '../layout/find-table';
import type { PreambleFacts } from '../layout/preamble';
import { keepDraft } from '../layout/table-draft';
import { wholeBesideSmallCurrency } from '../readings/amount-scale';
import { KIND, KIND_MASK } from '../readings/cell-shape';
import { ColumnProfile } from '../readings/column-profile';
import type { FileHabits } from '../readings/settle-reading';
import { settleReading } from '../readings/settle-reading';
import type { ColumnSurvey, TableSurvey } from '../survey';
import type { ColumnsAway } from '../typist/columns-away';
import { ReadAlone } from '../typist/read-alone';
import { collapsedIds } from './collapsed-ids';
import type { ColumnDraft } from './column-draft';
import { isRepeat, namesOf } from './column-names';
import { loadDraft } from './load-draft';
import { repeatedRows } from './repeated-rows';

const MAX_PROBLEMS = 1000;
/** What today's and older spreadsheets hold. */
const SPREADSHEET_ROWS = [1_048_576, 65_536];
const MAX_SAMPLE = 20;
const MAX_MENDED = 200;
/** With more faulty rows than these a table is read again to be loaded. */
const MAX_FAULTY = 10_000;
const NO_HABITS: FileHabits = { decimal: null, likelyDecimal: null, dateOrder: null };

/** One table of a file while it is being surveyed. */
export class TableBuilder {
  private readonly profiles: ColumnProfile[];
  /** The columns that are typed elsewhere, as long as they are. */
  away: ColumnsAway | null = null;
  private here: readonly number[];
  readonly width: number;
  readonly names: readonly { readonly header: string; readonly raw: string }[];
  rows = 0;
  blankRows = 0;
  lastRow: number;
  readonly totals: { readonly row: number; readonly cells: readonly string[] }[] = [];
  readonly problems: Problem[] = [];
  private readonly sample: (readonly string[])[] = [];
  private readonly trailing: string[] = [];
  private readonly faultyLines = new Map<number, string>();
  private readonly mended: { readonly row: number; readonly cells: readonly string[] }[] = [];
  /** First record and number of records of each stretch of body rows. */
  private readonly runs: number[] = [];
  private readonly faultyRows: number[] = [];
  private strayQuotes = 0;
  private firstStrayQuote = 0;

  constructor(
    private readonly reader: CellReader,
    private readonly found: FoundTable,
    private readonly preamble: readonly string[],
    private readonly facts: PreambleFacts,
    readonly headerRow: number | null,
    readonly firstRow: number,
    private readonly delimiter: string,
    private readonly forecast: RowForecast,
  ) {
    this.width = found.width;
    this.lastRow = firstRow - 1;
    this.names = namesOf(found.headers, this.width);
    this.profiles = this.names.map(({ header }) => new ColumnProfile(reader, header, forecast));
    this.here = Array.from({ length: found.shortTo ?? this.width }, (_, c) => c);
    if (headerRow !== null) {
      if (found.headerFault !== null) {
        this.problem({
          code: found.headerFault === 'many' ? 'row/too-many-cells' : 'row/too-few-cells',
          row: headerRow,
          params: { header: 1, expected: this.width },
        });
      }
      this.names.forEach(({ header, raw }, c) => {
        if (header !== raw.trim() && header.endsWith(')') && c > 0 && isRepeat(this.names, c)) {
          this.problem({ code: 'header/duplicate', row: headerRow, column: header, value: raw.trim() });
        }
      });
    }
  }

  /** Records `from` up to `to`, each as wide as the table (or wider by empty cells). */
  body(batch: CellBatch, from: number, to: number): void {
    if (to <= from) return;
    for (let r = from; this.sample.length < MAX_SAMPLE && r < to; r++) {
      this.sample.push(this.reader.record(batch, r).slice(0, this.width));
    }
    for (const c of this.here) this.profiles[c]?.addRange(batch, from, to, c);
    this.away?.rows(batch, from, to);
    const runs = this.runs.length;
    const first = batch.first + from;
    if (runs > 0 && this.runs[runs - 2]! + this.runs[runs - 1]! === first) this.runs[runs - 1]! += to - from;
    else this.runs.push(first, to - from);
    this.rows += to - from;
    this.lastRow = Math.max(this.lastRow, batch.first + to - 1);
  }

  /** Columns are typed elsewhere from here on: all of them, until it is seen how long each side takes. */
  giveAway(away: ColumnsAway): void {
    this.away = away;
    this.give(this.here);
  }

  /** Evens out what is typed here and elsewhere, going by how long it took. */
  async balance(): Promise<void> {
    const { away } = this;
    const more = away?.wanting() ?? 0;
    if (away === null || more === 0) return;
    if (more > 0) {
      if (this.here.length > 0) this.give(this.here.slice(-more));
    } else await this.back(away, away.columns.slice(more));
  }

  /** All columns are here again, and nothing is typed elsewhere. */
  async takeBack(): Promise<void> {
    const { away } = this;
    if (away === null) return;
    await this.back(away, away.columns);
    away.drop();
    this.away = null;
  }

  private give(columns: readonly number[]): void {
    this.here = this.here.filter((c) => !columns.includes(c));
    this.away?.give(
      columns,
      columns.map((c) => this.typed(c).state()),
    );
  }

  private async back(away: ColumnsAway, columns: readonly number[]): Promise<void> {
    const states = await away.back(columns);
    states.forEach((state, i) => {
      this.profiles[columns[i]!] = ColumnProfile.of(state, this.reader, this.forecast);
    });
    this.here = [...this.here, ...columns];
  }

  private typed(column: number): ColumnProfile {
    return this.profiles[column] as ColumnProfile;
  }

  get shortTo(): number | null {
    return this.found.shortTo;
  }

  get spareCells(): number {
    return this.found.spareCells;
  }

  /** Columns that hold numbers or dates so far, by more than half. */
  numericColumns(): readonly number[] {
    if (this.away !== null) throw new ReadAlone('all columns are asked for');
    return this.profiles.flatMap((profile, c) => (profile.isMostlyValues() ? [c] : []));
  }

  total(row: number, cells: readonly string[]): void {
    this.totals.push({ row, cells });
    this.lastRow = row;
  }

  /** A row that will be refused: counted, and none of its cells speak for a column. */
  faulty(row: number, problem: Problem, line: string | null = null): void {
    if (line !== null && line.length < 4000 && this.faultyLines.size < MAX_MENDED)
      this.faultyLines.set(row, line);
    this.rows++;
    this.lastRow = row;
    this.faultyRows.push(row);
    this.problem(problem);
  }

  problem(problem: Problem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }

  strayQuote(row: number): void {
    if (this.strayQuotes++ === 0) this.firstStrayQuote = row;
  }

  /** Lines under the table that are no data, such as a report's footer. */
  note(lines: readonly string[]): void {
    this.trailing.push(...lines);
  }

  /** Values by themselves, before what other columns say is known. */
  decimalHabit(): '.' | ',' | null {
    for (let c = 0; c < this.width; c++) {
      const settled = this.settle(c, NO_HABITS);
      const { reading } = settled;
      if ((reading.kind === 'number' || reading.kind === 'money') && settled.doubt === null) {
        const telling = this.typed(c).examples.some((value) => value.includes(reading.decimal));
        if (telling) return reading.decimal;
      }
    }
    return null;
  }

  dateHabit(): 'dmy' | 'mdy' | null {
    for (let c = 0; c < this.width; c++) {
      const { reading, doubt } = this.settle(c, NO_HABITS);
      if (reading.kind === 'date' && doubt === null && (reading.order === 'dmy' || reading.order === 'mdy')) {
        const named = this.typed(c).examples.some((value) => /\p{L}{3}/u.test(value));
        if (!named) return reading.order;
      }
    }
    return null;
  }

  finish(index: number, habits: FileHabits): TableSurvey {
    this.takeOutRemark();
    this.mendFaulty(habits);
    const settled = this.names.map(({ header, raw }, c): ColumnSurvey => {
      const profile = this.typed(c);
      const { reading, alternatives, filled, misfits, misfitCount, doubt, mostly } = this.settle(c, habits);
      if (this.headerRow !== null && this.found.headers.length > 0 && raw.trim() === '' && filled > 0) {
        this.problem({ code: 'header/empty', row: this.headerRow, column: header });
      }
      if (doubt === 'date-order') this.problem({ code: 'column/ambiguous-date-order', column: header });
      if (doubt === 'decimal') this.problem({ code: 'column/ambiguous-decimal', column: header });
      if (doubt === 'scale') this.problem({ code: 'column/ambiguous-scale', column: header });
      if (doubt === 'currencies') this.problem({ code: 'column/mixed-currencies', column: header });
      const collapsed = collapsedIds(profile);
      if (collapsed !== null) {
        const { cells, row, value } = collapsed;
        this.problem({ code: 'column/collapsed-ids', row, column: header, value, params: { count: cells } });
      }
      return {
        index: c,
        header,
        rawHeader: raw,
        reading,
        alternatives,
        filled,
        distinct: profile.distinct,
        examples: profile.examples,
        misfits,
        misfitCount,
        ...(mostly === undefined
          ? {}
          : {
              mostly: { reading: mostly.reading, misfits: mostly.misfits, misfitCount: mostly.misfitCount },
            }),
      };
    });
    const inCents = new Set(wholeBesideSmallCurrency(settled));
    const columns = settled.map((column): ColumnSurvey => {
      const { reading } = column;
      if (!inCents.has(column) || reading.kind !== 'money') return column;
      this.problem({ code: 'column/ambiguous-scale', column: column.header });
      return { ...column, alternatives: [...column.alternatives, { ...reading, minor: true }] };
    });
    const sums = this.takeOutSums(columns);
    if (this.strayQuotes > 0) {
      this.problem({
        code: 'row/stray-quote',
        row: this.firstStrayQuote,
        params: { rows: this.strayQuotes },
      });
    }
    if (this.rows === 0) this.problem({ code: 'table/empty' });
    // With or without the header among them.
    const limit = SPREADSHEET_ROWS.find((most) => this.lastRow === most || this.lastRow === most - 1);
    if (limit !== undefined && this.rows > 0) {
      this.problem({ code: 'table/row-limit', row: this.lastRow, params: { limit: this.lastRow } });
    }
    const { title, dateRange, account, property } = this.facts;
    const table: TableSurvey = {
      index,
      title,
      preamble: [...this.preamble, ...this.trailing],
      dateRange,
      account,
      property,
      headerRow: this.headerRow,
      firstRow: this.firstRow,
      lastRow: this.lastRow,
      columns: sums === null ? columns : columns.map((column, c) => without(column, sums.cells[c] ?? '')),
      ...(this.found.shortTo === null ? {} : { shortTo: this.found.shortTo }),
      ...(this.found.spareCells === 0 ? {} : { spareCells: this.found.spareCells }),
      ...(this.mended.length === 0 ? {} : { mended: this.mended }),
      rows: this.rows,
      blankRows: this.blankRows,
      totals: this.totals,
      sample: sums === null ? this.sample : this.sample.filter((_, row) => row !== sums.at),
      problems: this.problems,
    };
    if (sums === null && this.mended.length === 0 && this.faultyRows.length <= MAX_FAULTY) {
      const drafts = this.profiles.map((profile) => profile.draft());
      keepDraft(table, { columns: drafts, runs: this.runs, faulty: this.faultyRows });
      const repeated = repeatedRows(drafts, this.rows - this.faultyRows.length);
      if (repeated !== null) {
        this.problem({
          code: 'row/duplicate',
          row: this.recordOf(repeated.first),
          params: { count: repeated.count },
        });
      }
    }
    return table;
  }

  /** Faulty rows that are whole under another delimiter, now that the columns' kinds are known. */
  private mendFaulty(habits: FileHabits): void {
    if (this.faultyLines.size === 0) return;
    const typed = new Map<number, (shape: number) => boolean>();
    for (let c = 0; c < this.width; c++) {
      const { reading, filled } = this.settle(c, habits);
      if (filled === 0) continue;
      if (reading.kind === 'number' || reading.kind === 'money')
        typed.set(c, (s) => (s & KIND_MASK) === KIND.number);
      else if (reading.kind === 'date' && reading.order !== 'compact' && reading.order !== 'serial') {
        typed.set(c, (s) => (s & KIND_MASK) === KIND.date);
      }
    }
    for (const [row, line] of this.faultyLines) {
      const cells = realignRow(line, this.width, this.delimiter, typed);
      if (cells === null) continue;
      this.mended.push({ row, cells });
      const batch = batchOf(cells, row);
      this.profiles.forEach((profile, c) => {
        profile.addRange(batch, 0, 1, c);
      });
      for (let p = this.problems.length - 1; p >= 0; p--)
        if (this.problems[p]?.row === row) this.problems.splice(p, 1);
      this.problem({ code: 'row/other-delimiter', row });
    }
    this.faultyLines.clear();
  }

  /**
   * A first or last row without a name whose numbers are the sums of all others (Meta's account row behind the days of
   * the report, the last line of a Universal Analytics day table): set apart as totals. Null where there is none.
   */
  private takeOutSums(columns: readonly ColumnSurvey[]): Sums | null {
    const { rows } = this;
    if (rows < 2 || this.width < 2 || this.mended.length > 0) return null;
    const drafts = this.profiles.map((profile) => profile.draft());
    const at = [0, rows - 1].find((row) => isNameless(columns, drafts, row));
    if (at === undefined) return null;
    const cells = drafts.map((draft) => draftCell(draft, at));
    let numeric = 0;
    let equal = 0;
    for (const column of columns) {
      const { reading, index, header } = column;
      if ((cells[index] ?? '') === '') continue;
      if (reading.kind !== 'number' && reading.kind !== 'money') {
        if (rows === 2) return null;
        continue;
      }
      if (reading.kind === 'number' && reading.unit === 'percent') continue;
      const draft = { columns: drafts, runs: [1, rows], faulty: [] };
      const plan = { columns: [{ source: index, header, reading, need: 'none' as const }] };
      const typed = loadDraft(draft, plan, this.reader)?.columns[0];
      if (typed === undefined || typed.type === 'text' || typed.type === 'flag') continue;
      let sum = 0;
      for (let row = 0; row < rows; row++)
        if (row !== at && !Number.isNaN(typed.values[row]!)) sum += typed.values[row]!;
      const stated = typed.values[at]!;
      numeric++;
      if (sum !== 0 && Math.abs(sum - stated) <= Math.abs(stated) * 1e-9 + 0.005) equal++;
    }
    // Reach and rates do not add up; two columns that do are no accident.
    if (equal === 0 || (equal * 2 < numeric && (equal < 2 || rows < 4))) return null;
    this.totals.push({ row: this.recordOf(at), cells });
    this.totals.sort((a, b) => a.row - b.row);
    this.rows--;
    return { at, cells };
  }

  /** One lone cell where rows should be: "No data available.", said of the table and no row of it. */
  private takeOutRemark(): void {
    const [row] = this.faultyRows;
    if (this.rows !== 1 || row === undefined || this.width < 3) return;
    const at = this.problems.findIndex((p) => p.row === row && p.code === 'row/too-few-cells');
    const line = this.faultyLines.get(row);
    if (at < 0 || this.problems[at]?.params?.['found'] !== 1 || line === undefined) return;
    this.note([line.trim().replace(/^"(.*)"$/, '$1')]);
    this.problems.splice(at, 1);
    this.faultyRows.length = 0;
    this.faultyLines.clear();
    this.rows = 0;
    this.lastRow = this.firstRow - 1;
  }

  /** The record a body row stands in. */
  private recordOf(index: number): number {
    let left = index;
    for (let i = 0; i < this.runs.length; i += 2) {
      if (left < this.runs[i + 1]!) return this.runs[i]! + left;
      left -= this.runs[i + 1]!;
    }
    return this.lastRow;
  }

  private settle(c: number, habits: FileHabits) {
    return settleReading(this.typed(c), this.names[c]?.header ?? '', habits);
  }
}

interface Sums {
  /** Index of the body row. */
  readonly at: number;
  readonly cells: readonly string[];
}

/** Nothing in its first column, or in the first one behind the days the whole report is of. */
function isNameless(
  columns: readonly ColumnSurvey[],
  drafts: readonly (ColumnDraft | null)[],
  row: number,
): boolean {
  for (const { index, reading } of columns) {
    const draft = drafts[index] ?? null;
    if (draft === null || draft.kind === 'number') return false;
    if (draftCell(draft, row) === '') return draft.kind === 'text' || reading.kind === 'date';
    if (reading.kind !== 'date') return false;
  }
  return false;
}

function draftCell(draft: ColumnDraft | null, row: number): string {
  if (draft?.kind === 'text') {
    const code = draft.codes[row] ?? -1;
    return code < 0 ? '' : draft.dictionary.text(code);
  }
  const value = draft?.values[row] ?? Number.NaN;
  if (draft === null || Number.isNaN(value)) return '';
  return draft.kind === 'date' ? isoDay(value) : String(value / 10 ** draft.shift);
}

/** A column without one row's cell. */
function without(column: ColumnSurvey, cell: string): ColumnSurvey {
  if (cell === '') return column;
  const value = (example: string) => example.trim() !== cell.trim();
  // What stands once only stood in that row.
  const alone = column.filled <= 5 && column.distinct === column.filled;
  const examples = alone ? column.examples.filter(value) : column.examples;
  return { ...column, filled: column.filled - 1, examples };
}
