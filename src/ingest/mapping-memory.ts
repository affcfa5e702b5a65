import type { ColumnMapping, Mapping } from '../core/mapping';
import type { Reading } from '../core/reading';
import { headerWords } from './header-words';
import { asMetric, fieldOf, isIdentifier } from './map-column';
import { readingFor } from './reading-for';
import type { ColumnSurvey, TableSurvey } from './survey';

/** What makes two tables the same in shape: the tool and the columns' names, in whatever order they stand. */
export function tableSignature(table: TableSurvey, tool: string): string {
  const headers = table.columns.map((c) => headerWords(c.header)).sort();
  return [tool, table.headerRow === null ? 'no-header' : 'header', ...headers].join('\u001f');
}

/** The form a corrected mapping is remembered in: columns that held nothing have taught nothing. */
export function toRemember(mapping: Mapping, table: TableSurvey): Mapping {
  const filled = new Set(table.columns.filter((c) => c.filled > 0).map((c) => c.index));
  return { ...mapping, columns: mapping.columns.filter((c) => filled.has(c.source)) };
}

/**
 * A remembered mapping on a new table of the same signature, its readings checked against what the new survey found.
 * `fits` is false where a column no longer holds what it was mapped to: then a person has to look.
 */
export function applyRemembered(
  remembered: Mapping,
  table: TableSurvey,
  fresh: Mapping,
): { readonly mapping: Mapping; readonly fits: boolean } {
  const byHeader = new Map(remembered.columns.map((c) => [headerWords(c.header), c]));
  let fits = true;
  const columns = table.columns.map((column): ColumnMapping => {
    const before = byHeader.get(headerWords(column.header));
    const proposed = fresh.columns.find((c) => c.source === column.index);
    const own = { source: column.index, header: column.header };
    if (before === undefined) {
      // Nothing stood here when the mapping was made; a field already taken stays with its column.
      const target = proposed?.target ?? ({ kind: 'custom', of: 'row' } as const);
      const taken =
        target.kind === 'field' &&
        remembered.columns.some((c) => c.target.kind === 'field' && c.target.field === target.field);
      return taken || remembered.table !== fresh.table || proposed === undefined
        ? { ...own, target: { kind: 'custom', of: 'row' }, reading: column.reading }
        : proposed;
    }
    const reading = readingNow(remembered, before, column);
    if (reading !== null) return { ...own, target: before.target, reading };
    fits = false;
    return { ...own, target: before.target, reading: column.reading };
  });
  return { mapping: { ...remembered, columns }, fits };
}

/** The remembered reading where it still fits every value, else the one the new values ask for; null where none does. */
function readingNow(
  mapping: Mapping,
  { target, reading }: ColumnMapping,
  column: ColumnSurvey,
): Reading | null {
  const fitting = [column.reading, ...column.alternatives];
  if (target.kind === 'left-out' || column.filled === 0) return reading;
  if (reading.kind === 'text' || reading.kind === 'id') return reading;
  if (fitting.some((r) => sameReading(r, reading))) return reading;
  if (target.kind === 'field') {
    const field = fieldOf(mapping.table, target.field);
    return field && readingFor(field.type, column, isIdentifier(mapping.table, target.field));
  }
  if (target.kind === 'metric') return asMetric(target.id, target.unit, column)?.reading ?? null;
  return fitting.find((r) => r.kind === reading.kind) ?? null;
}

/** Alike in all that changes a value; the currency a money reading carries is not part of it. */
function sameReading(a: Reading, b: Reading): boolean {
  if (a.kind === 'date' && b.kind === 'date') return a.order === b.order;
  if ((a.kind === 'number' || a.kind === 'money') && (b.kind === 'number' || b.kind === 'money')) {
    const percent = (r: Reading) => r.kind === 'number' && r.unit === 'percent';
    const groups = a.group === b.group || a.group === '' || b.group === '';
    return a.decimal === b.decimal && groups && percent(a) === percent(b);
  }
  return a.kind === b.kind;
}
