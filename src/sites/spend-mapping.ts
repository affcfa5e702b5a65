import type { Mapping } from '../core/mapping';
import type { TableSurvey } from '../ingest/survey';
import { inStatedCurrency } from './in-stated-currency';
import type { NamedColumns } from './named-columns';

/** A table of an ad platform: what each campaign, or each of its days, cost. */
export function spendMapping(
  table: TableSurvey,
  names: NamedColumns,
  by: { readonly tool: string; readonly recogniser: string },
): Mapping {
  const columns = names.map('spend', table);
  return {
    ...by,
    table: 'spend',
    ...inStatedCurrency(table, columns),
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: '',
  };
}
