import type { Field, TableKind } from '../../../core/fields';
import type { ColumnMapping, Mapping, Target } from '../../../core/mapping';
import type { Reading } from '../../../core/reading';
import { checkMapping, type MappingFault } from '../../../ingest/mapping/check-mapping';
import { fieldOf } from '../../../ingest/mapping/map-column';
import { proposeMapping } from '../../../ingest/mapping/propose-mapping';
import { doubtOf } from '../../../ingest/mapping/questions/questions-of';
import { variantOf } from '../../../ingest/mapping/questions/variant-of';
import { readingAs } from '../../../ingest/mapping/questions/with-answer';
import { readingOfTarget } from '../../../ingest/mapping/reading-of-target';
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

/**
 * The mapping with one column sent elsewhere and read so that it gives the new target's values. Canonical ids of
 * report columns come from the proposal: a person picks a role, not an id. What was answered of the column stands as far
 * as the new target leaves it open.
 */
export function withTarget(
  mapping: Mapping,
  column: ColumnSurvey,
  choice: TargetChoice,
  proposal: Mapping,
): Mapping {
  const target = targetOf(mapping.table, column, choice, proposal);
  const before = mapping.columns.find((m) => m.source === column.index);
  const told = before !== undefined && mapping.told?.includes(column.index) === true;
  const asTold = told && readingAs(mapping.table, target, column, before.reading, variantOf(before.reading));
  const next = replaceColumn(mapping, column.index, (m) => ({
    ...m,
    target,
    reading: asTold || (readingOfTarget(mapping.table, target, column) ?? m.reading),
  }));
  return asTold || !told ? next : { ...next, told: untold(next, column.index) };
}

const untold = ({ told = [] }: Mapping, source: number) => told.filter((s) => s !== source);

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

/** The mapping with one column read as picked; where its values left that open, it is answered by it. */
export function withReading(mapping: Mapping, column: ColumnSurvey, reading: Reading): Mapping {
  const next = replaceColumn(mapping, column.index, (m) => ({ ...m, reading }));
  const mapped = next.columns.find((m) => m.source === column.index);
  const isAnswer = mapped !== undefined && doubtOf(mapped, column) !== null;
  const others = untold(mapping, column.index);
  return isAnswer
    ? { ...next, told: [...others, column.index] }
    : mapping.told
      ? { ...next, told: others }
      : next;
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

/** Faults that nothing else on the screen says: misfits stand with their column, a currency is asked for. */
export function shownFaults(mapping: Mapping, survey: TableSurvey): readonly MappingFault[] {
  return checkMapping(mapping, survey).filter(
    (fault) => fault.code !== 'column/misfits' && fault.code !== 'currency/unknown',
  );
}
