import type { ColumnMapping, Mapping } from '../core/mapping';

/** A list of people as mapped, the rest as lists have it. */
export function peopleMapping(
  columns: readonly ColumnMapping[],
  by: { readonly tool: string; readonly recogniser: string; readonly idSpace: string },
): Mapping {
  return {
    ...by,
    table: 'people',
    columns,
    currency: null,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
  };
}
