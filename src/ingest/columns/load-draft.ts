import { amountShift } from '../../core/amount-shift';
import type { Column, TextColumn } from '../../core/column';
import { FLAG_UNKNOWN, NULL_CODE } from '../../core/column';
import type { Problem } from '../../core/problem';
import type { CellBatch, CellReader } from '../bytes/cell-batch';
import { firstRows } from '../bytes/row-forecast';
import type { TableDraft } from '../layout/table-draft';
import type { LoadPlan } from '../loaded-table';
import type { ColumnDraft } from './column-draft';
import { CELL, columnTyper } from './column-typer';
import { OffsetBuilder } from './offset-builder';
import { asIds } from './text-builder';

const MAX_PROBLEMS = 1000;
const MAX_VALUE = 200;

export interface LoadedDraft {
  readonly columns: readonly Column[];
  readonly cellCurrencies: ReadonlyMap<number, TextColumn>;
  readonly cellOffsets: ReadonlyMap<number, TextColumn>;
  readonly rowNumbers: Uint32Array;
  readonly cellProblems: readonly Problem[];
  readonly cellProblemCount: number;
}

type Planned = LoadPlan['columns'][number];

interface Typed {
  readonly column: Column;
  readonly currencies: TextColumn | null;
  readonly offsets: TextColumn | null;
  /** Rows whose cell can't be read, in order. */
  readonly unreadable: readonly {
    readonly index: number;
    readonly value: string;
    readonly code: Problem['code'];
  }[];
  readonly unreadableCount: number;
}

/**
 * The planned columns out of what the survey typed already; null where the plan asks for what it did not type, or
 * would refuse a row, for which the source is read again.
 */
export function loadDraft(draft: TableDraft, plan: LoadPlan, reader: CellReader): LoadedDraft | null {
  const rowNumbers = rowsOf(draft.runs);
  const rows = rowNumbers.length;
  const typed: Typed[] = [];
  for (const planned of plan.columns) {
    const column = draft.columns[planned.source];
    const result = column === undefined || column === null ? null : typeDraft(column, planned, rows, reader);
    if (result === null) return null;
    typed.push(result);
  }
  const cellCurrencies = new Map<number, TextColumn>();
  const cellOffsets = new Map<number, TextColumn>();
  typed.forEach(({ currencies, offsets }, index) => {
    if (currencies !== null) cellCurrencies.set(index, currencies);
    if (offsets !== null) cellOffsets.set(index, offsets);
  });
  const cellProblems = typed
    .flatMap(({ unreadable }, p) =>
      unreadable.map(({ index, value, code }): Problem => {
        const column = plan.columns[p]?.header ?? '';
        return { code, row: rowNumbers[index]!, column, value: value.slice(0, MAX_VALUE) };
      }),
    )
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .slice(0, MAX_PROBLEMS);
  return {
    columns: typed.map(({ column }) => column),
    cellCurrencies,
    cellOffsets,
    rowNumbers,
    cellProblems,
    cellProblemCount: typed.reduce((sum, { unreadableCount }) => sum + unreadableCount, 0),
  };
}

function rowsOf(runs: readonly number[]): Uint32Array {
  let rows = 0;
  for (let i = 1; i < runs.length; i += 2) rows += runs[i]!;
  const numbers = new Uint32Array(rows);
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    for (let r = 0; r < runs[i + 1]!; r++) numbers[at++] = runs[i]! + r;
  }
  return numbers;
}

function typeDraft(draft: ColumnDraft, planned: Planned, rows: number, reader: CellReader): Typed | null {
  if (draft.rows !== rows) return null;
  if (draft.kind !== 'text') return fromValues(draft, planned);
  return takenAsText(draft, planned) ?? fromText(draft, planned, reader);
}

/** The fast form of `fromText` for text none of which is blank: the dictionary is the column's already. */
function takenAsText(draft: Extract<ColumnDraft, { kind: 'text' }>, planned: Planned): Typed | null {
  const { rows, codes, dictionary } = draft;
  const { reading, need } = planned;
  if ((reading.kind !== 'text' && reading.kind !== 'id') || dictionary.holdsBlank()) return null;
  if (need === 'filled' && codes.subarray(0, rows).includes(NULL_CODE)) return null;
  const column: TextColumn = {
    type: 'text',
    codes: firstRows(codes, rows),
    dictionary: dictionary.strings(),
  };
  return {
    column: reading.kind === 'id' ? asIds(column) : column,
    currencies: null,
    offsets: null,
    unreadable: [],
    unreadableCount: 0,
  };
}

/** Each distinct value is read once, whatever reading is asked for. */
function fromText(
  draft: Extract<ColumnDraft, { kind: 'text' }>,
  planned: Planned,
  reader: CellReader,
): Typed | null {
  const { rows, codes, dictionary } = draft;
  const size = dictionary.size;
  const entries = dictionary.entries();
  const batch: CellBatch = {
    ...entries,
    offsets: Int32Array.of(0, size),
    faults: new Uint8Array(1),
    count: 1,
    first: 1,
  };
  const typer = columnTyper(planned.reading, size, reader);
  const what = new Uint8Array(size);
  const problems: (Problem['code'] | undefined)[] = [];
  let odd = false;
  for (let code = 0; code < size; code++) {
    const became = typer.add(batch, code, code);
    what[code] = became;
    if (became === CELL.unreadable) problems[code] = typer.lastProblem ?? typer.misfit;
    if (became !== CELL.value) odd = true;
  }
  const unreadable: { index: number; value: string; code: Problem['code'] }[] = [];
  let unreadableCount = 0;
  if (odd || planned.need === 'filled') {
    for (let row = 0; row < rows; row++) {
      const code = codes[row]!;
      const became = code < 0 ? CELL.empty : what[code]!;
      if (became === CELL.value) continue;
      if (planned.need === 'filled') return null;
      if (became !== CELL.unreadable) continue;
      if (planned.need === 'readable') return null;
      unreadableCount++;
      if (unreadable.length < MAX_PROBLEMS) {
        unreadable.push({
          index: row,
          value: reader.text(batch, code),
          code: problems[code] ?? typer.misfit,
        });
      }
    }
  }
  const distinct = typer.finish(size);
  const shown = typer.currencies(size);
  const offsets = typer.offsets(size);
  return {
    column: spread(distinct, codes, rows),
    currencies: shown === null ? null : (spread(shown, codes, rows) as TextColumn),
    offsets: offsets === null ? null : (spread(offsets, codes, rows) as TextColumn),
    unreadable,
    unreadableCount,
  };
}

/** A column of one row for each distinct value, as one of a row for each code. */
function spread(distinct: Column, codes: Int32Array, rows: number): Column {
  switch (distinct.type) {
    case 'text': {
      const { codes: perCode, dictionary } = distinct;
      const out = codes.slice(0, rows);
      if (perCode.some((code, i) => code !== i)) {
        for (let row = 0; row < rows; row++) if (out[row]! >= 0) out[row] = perCode[out[row]!]!;
      }
      return { type: 'text', codes: out, dictionary };
    }
    case 'flag': {
      const out = new Uint8Array(rows);
      for (let row = 0; row < rows; row++) {
        const code = codes[row]!;
        out[row] = code === NULL_CODE ? FLAG_UNKNOWN : distinct.values[code]!;
      }
      return { type: 'flag', values: out };
    }
    default: {
      const out = new Float64Array(rows);
      for (let row = 0; row < rows; row++) {
        const code = codes[row]!;
        out[row] = code === NULL_CODE ? Number.NaN : distinct.values[code]!;
      }
      return { type: distinct.type, values: out };
    }
  }
}

function fromValues(draft: Exclude<ColumnDraft, { kind: 'text' }>, planned: Planned): Typed | null {
  const { reading, need } = planned;
  if (!agrees(draft, planned)) return null;
  const { rows, values, misfits } = draft;
  if (need === 'readable' && misfits.length > 0) return null;
  if (need === 'filled') {
    for (let row = 0; row < rows; row++) if (Number.isNaN(values[row]!)) return null;
  }
  const code = reading.kind === 'date' ? 'cell/not-a-date' : 'cell/not-a-number';
  const type = reading.kind === 'date' ? 'time' : reading.kind === 'money' ? 'money' : 'number';
  return {
    column: { type, values: firstRows(values, rows) },
    currencies: null,
    offsets: draft.kind === 'date' ? offsetsOf(draft.offsets, rows) : null,
    unreadable: misfits.slice(0, MAX_PROBLEMS).map(({ index, value }) => ({ index, value, code })),
    unreadableCount: misfits.length,
  };
}

function offsetsOf(runs: readonly number[], rows: number): TextColumn | null {
  const builder = new OffsetBuilder(rows);
  for (let i = 0; i < runs.length; i += 2) builder.fill(runs[i]!, runs[i + 2] ?? rows, runs[i + 1]!);
  return builder.finish(rows);
}

function agrees(draft: Exclude<ColumnDraft, { kind: 'text' }>, { reading }: Planned): boolean {
  if (draft.kind === 'date') return reading.kind === 'date' && reading.order === draft.order;
  if (reading.kind !== 'number' && reading.kind !== 'money') return false;
  if (reading.kind === 'number' && reading.unit !== 'plain') return false;
  const shift = reading.kind === 'money' ? amountShift(reading) : 0;
  if (shift !== draft.shift) return false;
  if (draft.whole) return true;
  const group = reading.group === '' ? 0 : reading.group.charCodeAt(0);
  return reading.decimal.charCodeAt(0) === draft.style.decimal && group === draft.style.group;
}
