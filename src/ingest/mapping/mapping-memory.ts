import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { Reading } from '../../core/reading';
import { readingFor } from '../readings/reading-for';
import type { ColumnSurvey, TableSurvey } from '../survey';
import { headerWords } from './header-words';
import { asMetric, fieldOf, isIdentifier } from './map-column';
import { variantOf } from './questions/variant-of';

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
    const reading = readingNow(remembered, before, column, proposed);
    if (reading !== null) return { ...own, target: before.target, reading };
    fits = false;
    return { ...own, target: before.target, reading: column.reading };
  });
  // What the new file says of its currency goes before what was said of an earlier one.
  const { reshape: _, told: __, ...kept } = remembered;
  // How rows are to be reshaped goes by where columns stand in this very file.
  const reshape = fresh.table === remembered.table ? fresh.reshape : undefined;
  const told = columns.flatMap(({ source, header, reading }) => {
    const before = byHeader.get(headerWords(header));
    const wasTold = before !== undefined && remembered.told?.includes(before.source) === true;
    return wasTold && variantOf(reading) === variantOf(before.reading) ? [source] : [];
  });
  const mapping = {
    ...kept,
    columns,
    currency: fresh.currency ?? remembered.currency,
    ...(told.length === 0 ? {} : { told }),
  };
  return { mapping: reshape === undefined ? mapping : { ...mapping, reshape }, fits };
}

/** The remembered reading as the new values are written; null where they can't be read as what it was. */
function readingNow(
  mapping: Mapping,
  { target, reading }: ColumnMapping,
  column: ColumnSurvey,
  proposed: ColumnMapping | undefined,
): Reading | null {
  if (target.kind === 'left-out' || column.filled === 0) return reading;
  // Counted from another first day each time: the new file says which.
  if (reading.kind === 'nth') return proposed?.reading.kind === 'nth' ? proposed.reading : null;
  if (reading.kind === 'text' || reading.kind === 'id') return reading;
  const fitting = [column.reading, ...column.alternatives];
  for (const found of fitting) {
    const again = sameReading(reading, found);
    if (again !== null) return again;
  }
  if (target.kind === 'field') {
    const field = fieldOf(mapping.table, target.field);
    return field && readingFor(field.type, column, isIdentifier(mapping.table, target.field));
  }
  if (target.kind === 'metric') return asMetric(target.id, target.unit, column)?.reading ?? null;
  return fitting.find((r) => r.kind === reading.kind) ?? null;
}

const scaleOf = (r: Reading) => (r.kind !== 'money' ? null : r.micros ? 'micros' : r.minor ? 'minor' : null);

/** What was remembered, in the way it is found now; null where that would change what a value means. */
function sameReading(before: Reading, found: Reading): Reading | null {
  if (before.kind === 'date') return found.kind === 'date' && before.order === found.order ? found : null;
  if (before.kind === 'number' || before.kind === 'money') {
    if (found.kind !== 'number' && found.kind !== 'money') return null;
    const percent = (r: Reading) => r.kind === 'number' && r.unit === 'percent';
    if (before.decimal !== found.decimal || percent(before) !== percent(found)) return null;
    // `1.234` is another number where points part thousands.
    if (before.group !== found.group && before.group !== '' && found.group !== '') return null;
    // `1999` in cents is another amount than in whole units; where a file does not say, it is what it was.
    if (scaleOf(found) !== null && scaleOf(found) !== scaleOf(before)) return null;
    const { decimal } = found;
    const group = found.group === '' ? before.group : found.group;
    if (before.kind === 'number') return { ...before, decimal, group };
    const currency = (found.kind === 'money' ? found.currency : null) ?? before.currency;
    return { ...before, decimal, group, currency };
  }
  return before.kind === found.kind ? before : null;
}
