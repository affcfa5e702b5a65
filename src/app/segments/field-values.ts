import type { Column, TextColumn } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import type { FieldValues, FieldValuesRequest } from '../../protocol/engine-api';
import { folded } from './search-people';

/** The values of a text field that hold the typed text, the most frequent first; none of a field that is no text. */
export function fieldValues(dataset: Dataset, request: FieldValuesRequest): FieldValues {
  const counts = new Map<string, number>();
  for (const column of columnsOf(dataset, request))
    if (column?.type === 'text') addCounts(column, request.field === 'tags', counts);
  const wanted = folded(request.typed.trim());
  const found = [...counts].filter(([value]) => wanted === '' || folded(value).includes(wanted));
  found.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return {
    total: found.length,
    values: found.slice(0, request.limit).map(([value, count]) => ({ value, count })),
  };
}

function columnsOf(dataset: Dataset, { table, field }: FieldValuesRequest): readonly (Column | undefined)[] {
  switch (table) {
    case 'reports':
      return dataset.reports.map((r) => r.dimensions.find(({ id }) => id === field)?.column);
    case 'people':
      return [dataset.people.columns.get(field)];
    case 'orders':
      return [field === 'currency' ? dataset.orders.currency : dataset.orders.columns.get(field)];
    case 'items':
      return [dataset.items.columns.get(field) ?? dataset.orders.columns.get(field)];
    case 'events':
      return [field === 'kind' ? dataset.events.kind : dataset.events.columns.get(field)];
  }
}

function addCounts({ codes, dictionary }: TextColumn, isTags: boolean, into: Map<string, number>): void {
  const counts = new Uint32Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) counts[codes[row]!]!++;
  dictionary.forEach((value, code) => {
    const count = counts[code]!;
    if (count === 0) return;
    const parts = isTags ? value.split(/[,;|]/).map((tag) => tag.trim()) : [value];
    for (const part of new Set(parts)) if (part !== '') into.set(part, (into.get(part) ?? 0) + count);
  });
}
