import { KIND, KIND_MASK, NUMBER } from '../readings/cell-shape';
import type { ColumnProfile } from '../readings/column-profile';

export interface CollapsedIds {
  readonly cells: number;
  readonly row: number;
  readonly value: string;
}

/** A spreadsheet writes whole numbers of more digits than these as powers of ten. */
const DIGITS_SHOWN = 11;

/**
 * `9.44E+18` where a long number stood: a spreadsheet showed it short and saved what it showed, so that different
 * numbers are the same from here on. No amount or count of a marketer's is so large; it was an id.
 */
export function collapsedIds(profile: ColumnProfile): CollapsedIds | null {
  let cells = 0;
  let first: { readonly row: number; readonly value: string } | null = null;
  for (const { shape, count, examples } of profile.shapes()) {
    if ((shape & KIND_MASK) !== KIND.number || (shape & NUMBER.exponent) === 0) continue;
    const example = examples.find(({ value }) => Number(value.replace(',', '.')) >= 10 ** DIGITS_SHOWN);
    if (example === undefined) continue;
    cells += count;
    if (first === null || example.row < first.row) first = example;
  }
  return first === null ? null : { cells, ...first };
}
