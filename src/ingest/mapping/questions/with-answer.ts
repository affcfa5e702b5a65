import type { TableKind } from '../../../core/fields';
import type { Mapping, Target } from '../../../core/mapping';
import type { Reading } from '../../../core/reading';
import type { ColumnSurvey, TableSurvey } from '../../survey';
import { readingOfTarget } from '../reading-of-target';
import type { ReadingQuestion } from './questions-of';
import { variantOf } from './variant-of';

/** The mapping with a question's columns read by one of its readings, and that they were told. */
export function withAnswer(
  mapping: Mapping,
  survey: TableSurvey,
  { sources }: ReadingQuestion,
  variant: string,
): Mapping {
  const columns = mapping.columns.map((m) => {
    const column = survey.columns.find((c) => c.index === m.source);
    if (!column || !sources.includes(m.source)) return m;
    return { ...m, reading: readingAs(mapping.table, m.target, column, m.reading, variant) ?? m.reading };
  });
  return { ...mapping, columns, told: [...new Set([...(mapping.told ?? []), ...sources])] };
}

/** A column's reading for a target that goes by an answer, of the kind that `like` is; null where it has none such. */
export function readingAs(
  table: TableKind,
  target: Target,
  column: ColumnSurvey,
  like: Reading,
  variant: string,
): Reading | null {
  const chosen = [column.reading, ...column.alternatives].find(
    (r) => r.kind !== 'text' && variantOf(r) === variant && (r.kind === 'date') === (like.kind === 'date'),
  );
  if (chosen === undefined) return null;
  // A money field keeps being one: its rival may have been surveyed as a plain number.
  const reading = readingOfTarget(table, target, { ...column, reading: chosen, alternatives: [] }) ?? chosen;
  // What the recogniser or the person knows of the currency is not asked here.
  return reading.kind === 'money' && like.kind === 'money'
    ? { ...reading, currency: reading.currency ?? like.currency }
    : reading;
}
