import type { Reading } from '../../core/reading';
import type { ColumnSurvey } from '../survey';

type Misfits = Pick<ColumnSurvey, 'misfits' | 'misfitCount'>;

/** Cells of a column that do not fit the reading it is mapped with, as far as the survey tried that reading. */
export function misfitsOf(column: ColumnSurvey, reading: Reading): Misfits {
  if (isAlike(column.reading, reading)) return column;
  if (column.mostly !== undefined && isAlike(column.mostly.reading, reading)) return column.mostly;
  return { misfits: [], misfitCount: 0 };
}

const NUMERIC: ReadonlySet<Reading['kind']> = new Set<Reading['kind']>(['number', 'money', 'duration']);

const isAlike = (a: Reading, b: Reading): boolean =>
  a.kind === b.kind || (NUMERIC.has(a.kind) && NUMERIC.has(b.kind));
