import type { Reshape } from '../core/mapping';
import { jsonLines } from '../ingest/reshape/json-lines';
import type { TableSurvey } from '../ingest/survey';

/** The column in which each order lists its lines as JSON, as shops' interfaces answer; null where none does. */
export function listedLines(table: TableSurvey): NonNullable<Reshape['lines']> | null {
  const column = table.columns.find(
    ({ rawHeader, examples }) =>
      /^(?:line_?items|items|order_?items|products)$/i.test(rawHeader.trim()) &&
      examples.length > 0 &&
      examples.every((text) => jsonLines(text) !== null),
  );
  return column === undefined ? null : { source: column.index, as: 'json' };
}
