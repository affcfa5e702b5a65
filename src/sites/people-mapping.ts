import type { ColumnMapping, Mapping } from '../core/mapping';
import { PERSON_KEYS } from '../ingest/dataset/person-keys';
import { assignFields } from '../ingest/mapping/assign-fields';
import { asField } from '../ingest/mapping/map-column';
import { columnViews } from '../ingest/readings/column-view';
import type { TableSurvey } from '../ingest/survey';
import { keepConsent } from './keep-consent';
import type { NamedColumns } from './named-columns';

/** Below this a column's name is only like a field's. */
const SURE = 0.95;

/**
 * A list of people: the tool's own columns, and those of a person's own making (consents, birthdays, tiers) that are
 * called what any list would call them. What reaches or identifies somebody is never taken on such grounds.
 */
export function peopleMapping(
  table: TableSurvey,
  names: NamedColumns,
  by: { readonly tool: string; readonly recogniser: string; readonly idSpace: string },
): Mapping {
  const own = names.map('people', table);
  const taken = new Set(own.flatMap(({ target }) => (target.kind === 'field' ? [target.field] : [])));
  const keys = new Set<string>(PERSON_KEYS);
  const facts = new Map(
    [...assignFields('people', columnViews(table))].flatMap(([field, { view, score }]) =>
      score >= SURE && !taken.has(field) && !keys.has(field) ? [[view.column.index, field] as const] : [],
    ),
  );
  const columns = own.map((column): ColumnMapping => {
    const field = column.target.kind === 'custom' ? facts.get(column.source) : undefined;
    const surveyed = table.columns.find((c) => c.index === column.source);
    if (field === undefined || surveyed === undefined) return column;
    return asField('people', field, surveyed) ?? column;
  });
  const mapping: Mapping = {
    tool: by.tool,
    recogniser: by.recogniser,
    idSpace: by.idSpace,
    table: 'people',
    columns,
    currency: null,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
  };
  return keepConsent(mapping, by.tool);
}
