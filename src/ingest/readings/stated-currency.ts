import type { ColumnMapping } from '../../core/mapping';
import { headerWords } from '../mapping/header-words';
import type { ColumnView } from './column-view';

/** The one currency a table's amounts are in, by their headers and cells or by a currency column that never changes. */
export function statedCurrency(
  columns: readonly ColumnMapping[],
  views: readonly ColumnView[],
): string | null {
  const stated = new Set(
    columns.flatMap(({ reading }) =>
      reading.kind === 'money' && reading.currency ? [reading.currency] : [],
    ),
  );
  const [only] = stated;
  if (only !== undefined) return stated.size === 1 ? only : null;
  const column = views.find(({ column: { rawHeader, distinct }, looks }) => {
    return distinct === 1 && looks.currency && /\b(currency|waluta|wahrung)\b/.test(headerWords(rawHeader));
  });
  const code = column?.values[0]?.toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
