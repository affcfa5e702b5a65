import type { Passport, PassportNote } from '../../core/passport';
import type { LoadedTable } from '../loaded-table';
import type { ReshapedRows } from './reshape-rows';

/** The passport of a table typed, with what became of its rows: set apart, filled down, unfolded, `(not set)`. */
export function passportOfRows(passport: Passport, rows: ReshapedRows, loaded: LoadedTable): Passport {
  const notes: PassportNote[] = [];
  const apart = rows.apart.size;
  if (apart > 0) notes.push({ code: 'rows-set-apart', params: { rows: apart } });
  if (rows.filledDown > 0) notes.push({ code: 'filled-down', params: { columns: rows.filledDown } });
  if (rows.unfolded !== null) notes.push({ code: 'lines-unfolded', params: rows.unfolded });
  if (rows.notSetCells > 0) notes.push({ code: 'not-set', params: { cells: rows.notSetCells } });
  if (rows.severalPeople > 0) notes.push({ code: 'several-people', params: { rows: rows.severalPeople } });
  if (rows.attributed !== null) notes.push({ code: 'attribution-only', params: rows.attributed });
  const unread = new Set(loaded.cellProblems);
  return {
    ...passport,
    dateRange: passport.dateRange ?? rows.span,
    rowsSeen: passport.rowsSeen - apart,
    rowsKept: passport.rowsKept - apart,
    rowsSetApart: passport.rowsSetApart + apart,
    notes: [...passport.notes, ...notes],
    // A cell of a row that is none of this table's is nobody's fault.
    problems: passport.problems.filter(
      (problem) => !unread.has(problem) || !rows.apart.has(problem.row ?? 0),
    ),
  };
}
