import type { DictionaryState } from '../columns/byte-dictionary';
import type { DraftMisfit } from '../columns/column-draft';
import type { ValueMode } from './likely-mode';
import type { ShapeTally } from './shape-tallies';

/** A column as far as it was typed, on its way to another worker. */
export interface ProfileState {
  readonly header: string;
  readonly mode: { readonly kind: 'coded' } | ValueMode;
  readonly rows: number;
  readonly empty: number;
  readonly tallies: readonly ShapeTally[];
  readonly currencies: readonly (readonly [string, number])[];
  readonly examples: readonly string[];
  readonly dictionary: DictionaryState;
  readonly codes: Int32Array<ArrayBuffer>;
  readonly codeCounts: Uint32Array<ArrayBuffer>;
  readonly codeShapes: Int32Array<ArrayBuffer>;
  readonly limit: number;
  readonly manyDistinct: boolean;
  readonly wordsAreText: boolean;
  readonly values: Float64Array<ArrayBuffer>;
  readonly misfits: readonly DraftMisfit[];
  readonly offsets: readonly number[];
  readonly offset: number;
  readonly impure: boolean;
  readonly fractions: boolean;
}

/** What need not be copied on the way. */
export const profileBuffers = ({ dictionary, codes, codeCounts, codeShapes, values }: ProfileState) =>
  [dictionary.arena, dictionary.ends, dictionary.slots, codes, codeCounts, codeShapes, values].map(
    ({ buffer }) => buffer,
  );
