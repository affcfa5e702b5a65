import type { TextColumn } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { memo } from './memo';

/** How many events have each value of one of their text columns, by its code; first those that have none. */
export function rowsByValue(dataset: Dataset, field: string, { codes, dictionary }: TextColumn): Uint32Array {
  return memo(dataset, `events by ${field}`, () => {
    const counts = new Uint32Array(dictionary.length + 1);
    for (let row = 0; row < codes.length; row++) counts[codes[row]! + 1]!++;
    return counts;
  });
}
