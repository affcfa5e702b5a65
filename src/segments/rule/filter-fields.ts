import type { FieldFilter, Filter } from './rule';

/** Every single test inside filters and their groups. */
export function fieldFilters(filters: readonly Filter[]): readonly FieldFilter[] {
  return filters.flatMap((filter) => ('kind' in filter ? fieldFilters(filter.filters) : [filter]));
}
