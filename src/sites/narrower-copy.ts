import type { TableSurvey } from '../ingest/survey';

/**
 * Whether `table` says nothing that `other` of the same file does not say as well: the same days, all its columns
 * among the other's, and equal values where rows of both could be seen (GA4 stacks the charts of a report above the
 * table they are drawn from). Of two alike the first is kept.
 */
export function isNarrowerCopy(table: TableSurvey, other: TableSurvey): boolean {
  if (table === other || table.rows === 0 || table.rows > other.rows) return false;
  // Parts of one table are the same rows on purpose.
  if (table.part !== undefined && other.part !== undefined) return false;
  const alike = table.columns.length === other.columns.length;
  if (table.columns.length > other.columns.length) return false;
  if (alike && (other.index > table.index || table.rows < other.rows)) return false;
  if (table.dateRange?.from !== other.dateRange?.from || table.dateRange?.to !== other.dateRange?.to)
    return false;

  const places = table.columns.map((c) => other.columns.findIndex((o) => o.header === c.header));
  if (places.includes(-1) || places[0] !== 0) return false;
  const rowsOfOther = new Map(other.sample.map((row) => [row[0] ?? '', row]));
  let seen = 0;
  for (const row of table.sample) {
    const twin = rowsOfOther.get(row[0] ?? '');
    if (twin === undefined) continue;
    seen++;
    if (places.some((place, i) => (row[i] ?? '') !== (twin[place] ?? ''))) return false;
  }
  return seen > 0;
}
