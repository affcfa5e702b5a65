import type { TextColumn } from '../../core/column';
import { fieldFilters } from '../rule/filter-fields';
import type { Filter } from '../rule/rule';
import type { Scope } from './scope';
import { testColumn } from './test-column';
import { groupMasks } from './trit';

/**
 * What filters that look at nothing but one text column say of each of its values: a trit for each, first for none.
 * Values are few, and rows look their answer up.
 */
export function valueAnswers(scope: Scope, column: TextColumn, filters: readonly Filter[]): Uint8Array {
  const codes = Int32Array.from({ length: column.dictionary.length + 1 }, (_, i) => i - 1);
  const answer = (filter: Filter): Uint8Array =>
    'kind' in filter
      ? groupMasks(filter.kind, filter.filters.map(answer))
      : testColumn({ ...column, codes }, filter.test, scope.units, filter.field === 'tags');
  return groupMasks('all', filters.map(answer));
}

/** The answer of each row, by its value. */
export function answersOfRows({ codes }: TextColumn, answers: Uint8Array): Uint8Array {
  const out = new Uint8Array(codes.length);
  for (let row = 0; row < out.length; row++) out[row] = answers[codes[row]! + 1]!;
  return out;
}

/** The one field that filters look at; null where they look at several, or at none. */
export function onlyField(filters: readonly Filter[]): string | null {
  const [first, ...others] = fieldFilters(filters);
  return first !== undefined && others.every(({ field }) => field === first.field) ? first.field : null;
}
