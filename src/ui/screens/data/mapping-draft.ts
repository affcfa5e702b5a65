import { FIELDS, type Field, type TableKind } from '../../../core/fields';
import type { ColumnMapping, Mapping, Target } from '../../../core/mapping';
import type { Reading } from '../../../core/reading';
import { checkMapping, type MappingFault } from '../../../ingest/mapping/check-mapping';
import { proposeMapping } from '../../../ingest/mapping/propose-mapping';
import { readingFor } from '../../../ingest/readings/reading-for';
import type { ColumnSurvey, TableSurvey } from '../../../ingest/survey';

/** What a select holds for a target: `field:total`, `custom:row`, `dimension`, `metric:money`, `left-out`. */
export type TargetChoice = string;

type MetricUnit = Extract<Target, { kind: 'metric' }>['unit'];

export function choiceOf(target: Target): TargetChoice {
  switch (target.kind) {
    case 'field':
      return `field:${target.field}`;
    case 'custom':
      return `custom:${target.of}`;
    case 'metric':
      return `metric:${target.unit}`;
    default:
      return target.kind;
  }
}

export function fieldOf(table: TableKind, field: string): Field | null {
  if (table === 'reports' || !Object.hasOwn(FIELDS[table], field)) return null;
  return (FIELDS[table] as Readonly<Record<string, Field>>)[field] ?? null;
}

/**
 * The mapping with one column sent elsewhere and read so that it gives the new target's values. Canonical ids of
 * report columns come from the proposal: a person picks a role, not an id.
 */
export function withTarget(
  mapping: Mapping,
  column: ColumnSurvey,
  choice: TargetChoice,
  proposal: Mapping,
): Mapping {
  const target = targetOf(mapping.table, column, choice, proposal);
  return replaceColumn(mapping, column.index, (m) => ({
    ...m,
    target,
    reading: readingOfTarget(mapping.table, target, column) ?? m.reading,
  }));
}

function targetOf(table: TableKind, column: ColumnSurvey, choice: TargetChoice, proposal: Mapping): Target {
  const proposed = proposal.columns.find((m) => m.source === column.index)?.target;
  const [kind, detail = ''] = choice.split(':');
  if (kind === 'field' && fieldOf(table, detail)) return { kind: 'field', field: detail };
  if (kind === 'custom') return { kind: 'custom', of: detail === 'person' ? 'person' : 'row' };
  if (kind === 'dimension')
    return { kind: 'dimension', id: proposed?.kind === 'dimension' ? proposed.id : null };
  if (kind === 'metric')
    return {
      kind: 'metric',
      id: proposed?.kind === 'metric' ? proposed.id : null,
      unit: detail as MetricUnit,
    };
  return { kind: 'left-out' };
}

/** Null where no reading of the column gives such values. */
export function readingOfTarget(table: TableKind, target: Target, column: ColumnSurvey): Reading | null {
  switch (target.kind) {
    case 'field': {
      const field = fieldOf(table, target.field);
      return field
        ? readingFor(field.type, column, field.personal === 'id' || field.key !== undefined)
        : null;
    }
    case 'metric':
      return target.unit === 'seconds'
        ? ([column.reading, ...column.alternatives].find((r) => r.kind === 'duration') ??
            readingFor('number', column))
        : readingFor(target.unit === 'money' ? 'money' : 'number', column);
    case 'dimension':
      return column.reading.kind === 'date' ? column.reading : { kind: 'text' };
    default:
      return column.reading;
  }
}

export function withReading(mapping: Mapping, source: number, reading: Reading): Mapping {
  return replaceColumn(mapping, source, (m) => ({ ...m, reading }));
}

/** The table mapped as what the person says it is; what they left out stays out, their currency stays. */
export function withTable(
  mapping: Mapping,
  table: TableKind,
  survey: TableSurvey,
  proposal: Mapping,
): Mapping {
  if (table === mapping.table) return mapping;
  const fresh =
    table === proposal.table ? proposal : { ...proposeMapping(survey, table), tool: mapping.tool };
  const leftOut = new Set(mapping.columns.filter((m) => m.target.kind === 'left-out').map((m) => m.source));
  return {
    ...fresh,
    currency: mapping.currency ?? fresh.currency,
    columns: fresh.columns.map((m) => (leftOut.has(m.source) ? { ...m, target: { kind: 'left-out' } } : m)),
  };
}

function replaceColumn(
  mapping: Mapping,
  source: number,
  change: (column: ColumnMapping) => ColumnMapping,
): Mapping {
  return { ...mapping, columns: mapping.columns.map((m) => (m.source === source ? change(m) : m)) };
}

export type PersonalKind = NonNullable<Field['personal']> | 'looks';

const LOOKS_LIKE_EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const LOOKS_LIKE_PHONE = /^\+\d[\d\s()-]{7,}$/;

/** What of a person a kept column gives away; null for nothing we can see. */
export function personalKind(table: TableKind, target: Target, column: ColumnSurvey): PersonalKind | null {
  if (target.kind === 'left-out') return null;
  if (target.kind === 'field') {
    const known = fieldOf(table, target.field)?.personal;
    if (known) return known;
  }
  const looks = column.examples.some((v) => LOOKS_LIKE_EMAIL.test(v) || LOOKS_LIKE_PHONE.test(v.trim()));
  return looks ? 'looks' : null;
}

/** Leaves out what names or reaches a person; identifiers and e-mails stay, for rows are joined by them. */
export function withoutPersonal(mapping: Mapping, survey: TableSurvey): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((m) => {
      const column = survey.columns.find((c) => c.index === m.source);
      const kind = column ? personalKind(mapping.table, m.target, column) : null;
      const leave =
        kind === 'name' || kind === 'phone' || kind === 'address' || kind === 'birth' || kind === 'looks';
      return leave ? { ...m, target: { kind: 'left-out' } } : m;
    }),
  };
}

export type MappingQuestion =
  /** One reading for all columns that are ambiguous in the same way. */
  | {
      readonly kind: 'order' | 'decimal' | 'scale';
      readonly sources: readonly number[];
      readonly headers: readonly string[];
      readonly example: string;
      readonly readings: readonly Reading[];
    }
  | { readonly kind: 'currency'; readonly headers: readonly string[] };

/** What the file leaves open and only the person can tell, each asked once. */
export function questionsOf(mapping: Mapping, survey: TableSurvey): readonly MappingQuestion[] {
  const groups = new Map<string, Extract<MappingQuestion, { readings: readonly Reading[] }>>();
  for (const m of mapping.columns) {
    const column = survey.columns.find((c) => c.index === m.source);
    if (!column || m.target.kind === 'left-out') continue;
    const readings = rivals(m.reading, column);
    const first = readings[0];
    if (!first || readings.length < 2) continue;
    const kind = first.kind === 'date' ? 'order' : isScale(readings) ? 'scale' : 'decimal';
    // Only an amount is in cents or in units.
    if (kind === 'scale' && m.reading.kind !== 'money') continue;
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
  const questions: MappingQuestion[] = [...groups.values()];
  const bare = moneyWithoutCurrency(mapping, survey);
  if (bare.length > 0) questions.push({ kind: 'currency', headers: bare });
  return questions;
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

const scaleOf = (r: Reading) => (r.kind !== 'money' ? '' : r.micros ? 'micros' : r.minor ? 'minor' : '');
const isScale = (readings: readonly Reading[]) => new Set(readings.map(scaleOf)).size > 1;

/** What decides between rivals: the order of a date, the decimal mark of a number, what an amount is written in. */
export function variantOf(reading: Reading): string {
  if (reading.kind === 'date') return reading.order;
  if (reading.kind === 'number' || reading.kind === 'money') return reading.decimal + scaleOf(reading);
  return reading.kind;
}

/** An example that means two different things, where the column has one. */
function tellingExample(column: ColumnSurvey, readings: readonly Reading[]): string {
  const tells = (value: string) => new Set(readings.map((r) => String(exampleAs(value, r)))).size > 1;
  return column.examples.find(tells) ?? column.examples[0] ?? '';
}

/** An example's meaning under a reading: `WallMs` of a date, the number itself; null where it has none. */
export function exampleAs(example: string, reading: Reading): number | null {
  if (reading.kind === 'date') {
    const [a, b, c] = (example.match(/\d+/g) ?? []).map(Number);
    if (a === undefined || b === undefined || c === undefined) return null;
    const [y, m, d] = reading.order === 'dmy' ? [c, b, a] : reading.order === 'mdy' ? [c, a, b] : [a, b, c];
    if (m < 1 || m > 12 || d < 1 || d > 31) return null;
    return Date.UTC(y < 100 ? 2000 + y : y, m - 1, d);
  }
  if (reading.kind === 'number' || reading.kind === 'money') {
    const digits = example.replace(/[^\d.,'’-]/g, '');
    const other = reading.decimal === '.' ? /[,'’]/g : /[.'’]/g;
    const value = Number(digits.replace(other, '').replace(',', '.'));
    if (digits === '' || Number.isNaN(value)) return null;
    const scale = scaleOf(reading);
    return scale === 'micros' ? value / 1e6 : scale === 'minor' ? value / 100 : value;
  }
  return null;
}

/** The mapping with a question's columns read by one of its readings. */
export function withAnswer(
  mapping: Mapping,
  survey: TableSurvey,
  question: Extract<MappingQuestion, { readings: readonly Reading[] }>,
  variant: string,
): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((m) => {
      const column = survey.columns.find((c) => c.index === m.source);
      if (!column || !question.sources.includes(m.source)) return m;
      const chosen = [column.reading, ...column.alternatives].find(
        (r) =>
          r.kind !== 'text' &&
          variantOf(r) === variant &&
          (r.kind === 'date') === (question.kind === 'order'),
      );
      if (!chosen) return m;
      // A money field keeps being one: its rival may have been surveyed as a plain number.
      const wanted = readingOfTarget(mapping.table, m.target, {
        ...column,
        reading: chosen,
        alternatives: [],
      });
      return { ...m, reading: wanted ?? chosen };
    }),
  };
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

/** Faults that nothing else on the screen says: misfits stand with their column, a currency is asked for. */
export function shownFaults(mapping: Mapping, survey: TableSurvey): readonly MappingFault[] {
  return checkMapping(mapping, survey).filter(
    (fault) => fault.code !== 'column/misfits' && fault.code !== 'currency/unknown',
  );
}
