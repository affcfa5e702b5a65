import type { Mapping } from '../core/mapping';
import { columnViews } from '../ingest/readings/column-view';
import { statedCurrency } from '../ingest/readings/stated-currency';
import type { TableSurvey } from '../ingest/survey';
import { inCurrency } from './in-currency';
import type { NamedColumns } from './named-columns';

/** A table of an ad platform: what each campaign, or each of its days, cost. */
export function spendMapping(
  table: TableSurvey,
  names: NamedColumns,
  by: { readonly tool: string; readonly recogniser: string },
): Mapping {
  const columns = names.map('spend', table);
  const currency = statedCurrency(columns, columnViews(table));
  return {
    ...by,
    table: 'spend',
    columns: inCurrency(columns, currency),
    currency,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: '',
  };
}
