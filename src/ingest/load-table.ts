import type { Column, TextColumn } from '../core/column';
import { columnLength } from '../core/column';
import type { Problem, RefusedRow } from '../core/problem';
import type { CellBatch } from './bytes/cell-batch';
import { batchOf, CellReader, FAULT } from './bytes/cell-batch';
import { encodingOfHead } from './bytes/encoding';
import { readRecords } from './bytes/read-records';
import { CELL, columnTyper } from './columns/column-typer';
import { loadDraft } from './columns/load-draft';
import { draftOf } from './layout/table-draft';
import type { LoadedTable, LoadPlan } from './loaded-table';
import { ProgressTicker } from './progress-ticker';
import type { ByteSource, FileSurvey, TableSurvey, WorkOptions } from './survey';

const MAX_PROBLEMS = 1000;
const MAX_VALUE = 200;

/**
 * Types the planned columns of one surveyed table, in the source's row order. Rows that do not have the table's cells,
 * or lack what the plan needs, are refused with their cells as found; a cell that can't be read is null and listed.
 * Rejects with AbortError, or what the source's stream fails with.
 */
export async function loadTable(
  source: ByteSource,
  survey: FileSurvey,
  table: TableSurvey,
  plan: LoadPlan,
  options: WorkOptions,
): Promise<LoadedTable> {
  const reader = new CellReader(survey.dialect);
  const ticker = new ProgressTicker(options, 'typing', survey.bytes);
  const encoding = { name: survey.encoding.name, skip: await markLength(source, survey.encoding.name) };
  const draft = draftOf(table);
  const drafted = draft === null ? null : loadDraft(draft, plan, reader);
  if (draft !== null && drafted !== null) {
    const refused = await refusedRows(source, survey, table, draft.faulty, encoding, options);
    ticker.tick(drafted.rowNumbers.length + refused.length, survey.bytes, true);
    const rowsKept = drafted.rowNumbers.length;
    return { ...drafted, rowsSeen: rowsKept + refused.length, rowsKept, refused };
  }
  const expected = table.shortTo ?? table.columns.length;
  const columns = plan.columns.map((planned) => ({
    ...planned,
    typer: columnTyper(planned.reading, table.rows, reader),
    problems: [] as Problem[],
  }));
  // Refusals are known before text is coded, so that refused rows leave nothing behind in a dictionary.
  const ordered = [...columns].sort((a, b) => Number(b.need !== 'none') - Number(a.need !== 'none'));
  const apart = new Set(table.totals.map(({ row }) => row));
  const mended = new Map(table.mended?.map(({ row, cells }) => [row, cells]));
  const rowNumbers = new Uint32Array(table.rows);
  const refused: RefusedRow[] = [];
  let kept = 0;
  let seen = 0;
  let cellProblemCount = 0;
  let bytes = 0;
  let mendedBytes: Uint8Array | null = null;

  const refuse = (batch: CellBatch, r: number, problem: Problem) => {
    seen++;
    refused.push({ row: batch.first + r, problem, cells: reader.record(batch, r) });
  };

  const load = (batch: CellBatch): void => {
    const from = Math.max(0, table.firstRow - batch.first);
    const to = Math.min(batch.count, table.lastRow - batch.first + 1);
    for (let r = from; r < to; r++) {
      const row = batch.first + r;
      if (apart.has(row)) continue;
      const cells = mended.get(row);
      if (cells !== undefined && batch.count > 0 && batch.bytes !== mendedBytes) {
        const one = batchOf(cells, row);
        mendedBytes = one.bytes;
        load(one);
        continue;
      }
      const first = batch.offsets[r]!;
      const width = batch.offsets[r + 1]! - first;
      const fault = batch.faults[r]!;
      if (width !== expected || fault >= FAULT.openQuote) {
        if (source.layout !== 'plain' && isBlankRecord(batch, r)) continue;
        const problem = rowProblem(batch, r, expected, table.spareCells ?? 0, fault);
        if (problem !== null) {
          refuse(batch, r, problem);
          continue;
        }
      } else if (source.layout !== 'plain' && batch.ends[first] === batch.starts[first]! >>> 1) {
        if (isBlankRecord(batch, r)) continue;
      }
      let refusal: Problem | null = null;
      for (const column of ordered) {
        if (column.source >= width) {
          column.typer.add(EMPTY, 0, kept);
          if (column.need === 'filled') {
            refusal = { code: 'row/required-missing', row, column: column.header };
            break;
          }
          continue;
        }
        const what = column.typer.add(batch, first + column.source, kept);
        if (what === CELL.value) continue;
        if (what === CELL.empty) {
          if (column.need !== 'filled') continue;
          refusal = { code: 'row/required-missing', row, column: column.header };
          break;
        }
        const value = reader.text(batch, first + column.source).slice(0, MAX_VALUE);
        if (column.need !== 'none') {
          refusal = { code: 'row/required-unreadable', row, column: column.header, value };
          break;
        }
        cellProblemCount++;
        if (column.problems.length < MAX_PROBLEMS) {
          const code = column.typer.lastProblem ?? column.typer.misfit;
          column.problems.push({ code, row, column: column.header, value });
        }
      }
      if (refusal !== null) {
        refuse(batch, r, refusal);
        continue;
      }
      rowNumbers[kept++] = row;
      seen++;
    }
  };

  const records = readRecords(
    source.stream(),
    encoding,
    () => survey.dialect,
    options.signal,
    (raw) => {
      bytes += raw.length;
    },
  );
  for await (const { batch } of records) {
    if (batch.first > table.lastRow) break;
    load(batch);
    ticker.tick(seen, bytes);
  }
  ticker.tick(seen, bytes, true);

  const cellCurrencies = new Map<number, Column & { readonly type: 'text' }>();
  const cellOffsets = new Map<number, TextColumn>();
  columns.forEach((column, index) => {
    const currencies = column.typer.currencies(kept);
    if (currencies !== null) cellCurrencies.set(index, currencies);
    const offsets = column.typer.offsets(kept);
    if (offsets !== null) cellOffsets.set(index, offsets);
  });
  const cellProblems = columns
    .flatMap((column) => column.problems)
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .slice(0, MAX_PROBLEMS);
  return {
    columns: columns.map((column) => compact(column.typer.finish(kept))),
    cellCurrencies,
    cellOffsets,
    rowNumbers: rowNumbers.slice(0, kept),
    rowsSeen: seen,
    rowsKept: kept,
    refused,
    cellProblems,
    cellProblemCount,
  };
}

const EMPTY: CellBatch = {
  bytes: new Uint8Array(0),
  starts: new Int32Array(1),
  ends: new Int32Array(1),
  offsets: new Int32Array(2),
  faults: new Uint8Array(1),
  count: 1,
  first: 0,
};

/** Faulty rows with their cells as found, which no draft holds. */
async function refusedRows(
  source: ByteSource,
  survey: FileSurvey,
  table: TableSurvey,
  rows: readonly number[],
  encoding: { readonly name: string; readonly skip: number },
  options: WorkOptions,
): Promise<RefusedRow[]> {
  const refused: RefusedRow[] = [];
  if (rows.length === 0) return refused;
  const reader = new CellReader(survey.dialect);
  const expected = table.shortTo ?? table.columns.length;
  for await (const { batch } of readRecords(
    source.stream(),
    encoding,
    () => survey.dialect,
    options.signal,
  )) {
    for (let row = rows[refused.length]; row !== undefined && row < batch.first + batch.count; ) {
      const r = row - batch.first;
      const problem = rowProblem(batch, r, expected, table.spareCells ?? 0, batch.faults[r]!);
      refused.push({
        row,
        problem: problem ?? { code: 'row/too-few-cells', row },
        cells: reader.record(batch, r),
      });
      row = rows[refused.length];
    }
    if (refused.length === rows.length) break;
  }
  return refused;
}

/** Why a row does not fit the table; null where it does after all (empty cells beyond the header). */
function rowProblem(
  batch: CellBatch,
  r: number,
  expected: number,
  spare: number,
  fault: number,
): Problem | null {
  const row = batch.first + r;
  if (fault === FAULT.tooLong) return { code: 'row/too-long', row };
  if (fault === FAULT.openQuote) return { code: 'row/unclosed-quote', row };
  const first = batch.offsets[r]!;
  const found = batch.offsets[r + 1]! - first;
  if (found > expected) {
    let excess = found > expected + spare;
    for (let k = first + expected; k < first + found && !excess; k++) excess = !isBlankCell(batch, k);
    if (!excess) return null;
    return { code: 'row/too-many-cells', row, params: { expected, found } };
  }
  return { code: 'row/too-few-cells', row, params: { expected, found } };
}

function isBlankCell(batch: CellBatch, cell: number): boolean {
  for (let i = batch.starts[cell]! >>> 1; i < batch.ends[cell]!; i++) {
    if (batch.bytes[i]! > 32) return false;
  }
  return true;
}

function isBlankRecord(batch: CellBatch, r: number): boolean {
  for (let k = batch.offsets[r]!; k < batch.offsets[r + 1]!; k++) {
    if (!isBlankCell(batch, k)) return false;
  }
  return true;
}

/** Arrays of their own where fewer rows were kept than the survey counted, so that no slack is stored. */
function compact(column: Column): Column {
  if (column.type === 'text') {
    const whole = column.codes.byteLength === column.codes.buffer.byteLength;
    return whole ? column : { ...column, codes: column.codes.slice(0, columnLength(column)) };
  }
  if (column.values.byteLength === column.values.buffer.byteLength) return column;
  return { ...column, values: column.values.slice() } as Column;
}

async function markLength(source: ByteSource, name: string): Promise<number> {
  const reader = source.stream().getReader();
  try {
    let head = new Uint8Array(0);
    while (head.length < 3) {
      const { done, value } = await reader.read();
      if (done) break;
      const joined = new Uint8Array(head.length + value.length);
      joined.set(head);
      joined.set(value, head.length);
      head = joined;
    }
    const known = encodingOfHead(head.subarray(0, 3));
    return known?.name === name ? known.skip : 0;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
