import type { ColumnMapping, Mapping } from '../core/mapping';
import { headerWords } from '../ingest/mapping/header-words';
import { asDimension, asMetric, type MetricUnit } from '../ingest/mapping/map-column';
import { proposeReport } from '../ingest/mapping/propose-report';
import { columnViews } from '../ingest/readings/column-view';
import type { ColumnSurvey, TableSurvey } from '../ingest/survey';

type Known =
  | { readonly kind: 'dimension'; readonly id: string }
  | { readonly kind: 'metric'; readonly id: string; readonly unit: MetricUnit };

/** What one tool calls the columns of its reports. */
export interface ReportNames {
  readonly of: (column: ColumnSurvey) => Known | null;
}

/** Names parted by ` | `, in whatever languages, by canonical id; metrics by what they count. */
export function reportNames(
  dimensions: Readonly<Record<string, string>>,
  metrics: Readonly<Partial<Record<MetricUnit, Readonly<Record<string, string>>>>>,
): ReportNames {
  const all = new Map<string, Known>();
  for (const [unit, named] of Object.entries(metrics))
    for (const [id, names] of Object.entries(named))
      for (const name of names.split(' | '))
        all.set(headerWords(name), { kind: 'metric', id, unit: unit as MetricUnit });
  for (const [id, names] of Object.entries(dimensions))
    for (const name of names.split(' | ')) all.set(headerWords(name), { kind: 'dimension', id });
  return { of: ({ rawHeader }) => all.get(headerWords(rawHeader)) ?? null };
}

/** How many of a table's columns are metrics the tool is known to have. */
export function knownMetrics(table: TableSurvey, names: ReportNames): number {
  return table.columns.filter((column) => names.of(column)?.kind === 'metric').length;
}

/** A table of sums by dimension: what the tool is known to call its columns first, then what any report would. */
export function reportMapping(
  table: TableSurvey,
  names: ReportNames,
  by: { readonly tool: string; readonly recogniser: string },
): Mapping {
  const generic = proposeReport(columnViews(table));
  const taken = new Set<string>();
  const own = table.columns.map((column): ColumnMapping | null => {
    const known = names.of(column);
    if (known === null || taken.has(known.id)) return null;
    const mapped =
      known.kind === 'dimension'
        ? asDimension(known.id, column)
        : (asMetric(known.id, known.unit, column) ?? asDimension(null, column));
    taken.add(known.id);
    return mapped;
  });
  const columns = generic.columns.map((column, i): ColumnMapping => {
    const mapped = own[i];
    if (mapped != null) return mapped;
    const { target } = column;
    const id = target.kind === 'dimension' || target.kind === 'metric' ? target.id : null;
    return id !== null && taken.has(id)
      ? { ...column, target: { ...target, id: null } as ColumnMapping['target'] }
      : column;
  });
  return { ...generic, ...by, columns };
}
