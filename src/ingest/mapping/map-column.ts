import { FIELDS, type Field, type TableKind } from '../../core/fields';
import type { ColumnMapping, Target } from '../../core/mapping';
import { readingFor } from '../readings/reading-for';
import type { ColumnSurvey } from '../survey';

/** A canonical field, by table and name; null where the table has none of that name (reports have none at all). */
export function fieldOf(table: TableKind, field: string): Field | null {
  if (table === 'reports') return null;
  const fields: Readonly<Record<string, Field>> = FIELDS[table];
  return Object.hasOwn(fields, field) ? (fields[field] as Field) : null;
}

const IDENTIFIERS = new Set(['orderId', 'sku']);

/** Digits of these are an identifier and stay as written. */
export function isIdentifier(table: TableKind, field: string): boolean {
  const { key, personal } = fieldOf(table, field) ?? {};
  return (key !== undefined && personal !== 'email') || IDENTIFIERS.has(field);
}

/** The column as `field` of `table`; null where its values can't be read as that field's type. */
export function asField(table: TableKind, field: string, column: ColumnSurvey): ColumnMapping | null {
  const known = fieldOf(table, field);
  const reading = known && readingFor(known.type, column, isIdentifier(table, field));
  return reading && { ...of(column), target: { kind: 'field', field }, reading };
}

/** Kept under its own header; wholly empty columns hold nothing to keep. */
export function asCustom(column: ColumnSurvey): ColumnMapping {
  const target: Target = column.filled === 0 ? { kind: 'left-out' } : { kind: 'custom', of: 'row' };
  // Two values, 0 and 1, are a no and a yes.
  const flag = column.distinct === 2 ? column.alternatives.find((r) => r.kind === 'flag') : undefined;
  return { ...of(column), target, reading: flag ?? column.reading };
}

export function asLeftOut(column: ColumnSurvey): ColumnMapping {
  return { ...of(column), target: { kind: 'left-out' }, reading: column.reading };
}

/** Dimensions stay text (`0000`, `202401`), but days are days. */
export function asDimension(id: string | null, column: ColumnSurvey): ColumnMapping {
  const reading = column.reading.kind === 'date' ? column.reading : ({ kind: 'text' } as const);
  return { ...of(column), target: { kind: 'dimension', id }, reading };
}

export type MetricUnit = Extract<Target, { kind: 'metric' }>['unit'];

/** Null where the column holds no numbers. */
export function asMetric(id: string | null, unit: MetricUnit, column: ColumnSurvey): ColumnMapping | null {
  const reading = readingFor(unit === 'money' ? 'money' : 'number', column);
  return reading && { ...of(column), target: { kind: 'metric', id, unit }, reading };
}

function of(column: ColumnSurvey): { source: number; header: string } {
  return { source: column.index, header: column.header };
}
