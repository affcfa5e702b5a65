import type { TableKind } from '../../../core/fields';
import type { ColumnMapping, Mapping } from '../../../core/mapping';
import type { Reading } from '../../../core/reading';
import type { ColumnSurvey, TableSurvey } from '../../survey';
import { fieldOf } from '../map-column';
import { exampleAs } from './example-as';
import { amountsIn, variantOf } from './variant-of';

/** One reading for all columns that are ambiguous in the same way. */
export interface ReadingQuestion {
  readonly kind: 'order' | 'decimal' | 'scale';
  readonly sources: readonly number[];
  readonly headers: readonly string[];
  /** A value that means two different things, where there is one. */
  readonly example: string;
  readonly readings: readonly Reading[];
}

export type MappingQuestion =
  | ReadingQuestion
  | { readonly kind: 'currency'; readonly headers: readonly string[] };

/** What the file leaves open and only the person can tell, each asked once. */
export function questionsOf(mapping: Mapping, survey: TableSurvey): readonly MappingQuestion[] {
  const groups = new Map<string, ReadingQuestion>();
  for (const m of mapping.columns) {
    const column = survey.columns.find((c) => c.index === m.source);
    const doubt = column === undefined ? null : doubtOf(m, column);
    if (column === undefined || doubt === null) continue;
    const { kind, readings } = doubt;
    const key = `${kind}:${readings.map(variantOf).sort().join('|')}`;
    const before = groups.get(key);
    groups.set(key, {
      kind,
      sources: [...(before?.sources ?? []), column.index],
      headers: [...(before?.headers ?? []), column.header],
      example: before?.example ?? tellingExample(column, readings),
      readings: before?.readings ?? readings,
    });
  }
  const bare = moneyWithoutCurrency(mapping, survey);
  return [...groups.values(), ...(bare.length > 0 ? [{ kind: 'currency', headers: bare } as const] : [])];
}

/** What a kept column leaves open of how it is read; null where nothing is. */
export function doubtOf(
  { target, reading }: ColumnMapping,
  column: ColumnSurvey,
): Pick<ReadingQuestion, 'kind' | 'readings'> | null {
  if (target.kind === 'left-out') return null;
  const readings = rivals(reading, column);
  const [first] = readings;
  if (first === undefined || readings.length < 2) return null;
  if (first.kind === 'date') return { kind: 'order', readings };
  const isScale = new Set(readings.map((r) => amountsIn(r) ?? 'whole')).size > 1;
  if (!isScale) return { kind: 'decimal', readings };
  // Only an amount is in cents or in units.
  return reading.kind === 'money' ? { kind: 'scale', readings } : null;
}

/** Readings of one kind that differ in what the same text means. */
function rivals(reading: Reading, column: ColumnSurvey): readonly Reading[] {
  const all = [column.reading, ...column.alternatives];
  const isRival = (r: Reading) =>
    (reading.kind === 'date' && r.kind === 'date' && isWritten(reading) && isWritten(r)) ||
    (isNumeric(reading) && isNumeric(r));
  const seen = new Set<string>();
  return all.filter((r) => {
    const variant = variantOf(r);
    if (!isRival(r) || seen.has(variant)) return false;
    seen.add(variant);
    return true;
  });
}

const isNumeric = (r: Reading) => r.kind === 'number' || r.kind === 'money';
const isWritten = (r: Reading) =>
  r.kind === 'date' && (r.order === 'ymd' || r.order === 'dmy' || r.order === 'mdy');

export function tellingExample(column: ColumnSurvey, readings: readonly Reading[]): string {
  const tells = (value: string) => new Set(readings.map((r) => String(exampleAs(value, r)))).size > 1;
  return column.examples.find(tells) ?? column.examples[0] ?? '';
}

/** Headers of kept amounts that no currency is known for. */
function moneyWithoutCurrency(mapping: Mapping, survey: TableSurvey): readonly string[] {
  const hasColumn = mapping.columns.some((m) => m.target.kind === 'field' && m.target.field === 'currency');
  if (hasColumn) return [];
  return mapping.columns
    .filter((m) => m.target.kind !== 'left-out' && isMoney(mapping.table, m) && !carriesCurrency(m, survey))
    .map((m) => m.header);
}

function isMoney(table: TableKind, m: ColumnMapping): boolean {
  if (m.target.kind === 'field') return fieldOf(table, m.target.field)?.type === 'money';
  return m.target.kind === 'metric' && m.target.unit === 'money';
}

/** Settled for the column, or written in its cells (`12 zł` beside `3 €`); nothing but zeros is nothing of any. */
function carriesCurrency(m: ColumnMapping, survey: TableSurvey): boolean {
  if (m.reading.kind === 'money' && m.reading.currency !== null) return true;
  const column = survey.columns.find((c) => c.index === m.source);
  const examples = column?.examples ?? [];
  if (column?.distinct === 1 && examples.every((v) => /^[^1-9]*$/.test(v))) return true;
  return examples.length > 0 && examples.every((v) => /\p{Sc}|\p{L}{2,4}\.?\s*$|^\s*[A-Z]{3}\b/u.test(v));
}
