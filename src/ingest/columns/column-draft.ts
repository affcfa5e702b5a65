import type { NumberStyle } from '../readings/read-number';
import type { ByteDictionary } from './byte-dictionary';

/**
 * A column as the survey has already typed it, on its way past: what the load needs not read again where the plan
 * agrees with it. Rows are body rows in order, `rows` of them; the arrays may be longer.
 */
export type ColumnDraft =
  | {
      readonly kind: 'text';
      readonly rows: number;
      /** -1 where the cell is empty. */
      readonly codes: Int32Array;
      readonly dictionary: ByteDictionary;
    }
  | {
      readonly kind: 'number';
      readonly rows: number;
      readonly values: Float64Array;
      readonly style: NumberStyle;
      /** Values stand times 10^shift. */
      readonly shift: number;
      /** No value has a fraction or a thousands sign. */
      readonly whole: boolean;
      readonly misfits: readonly DraftMisfit[];
    }
  | {
      readonly kind: 'date';
      readonly rows: number;
      readonly values: Float64Array;
      readonly order: 'ymd' | 'dmy' | 'mdy' | 'compact';
      /** Where another offset begins and which, one after the other; none is written before the first. */
      readonly offsets: readonly number[];
      readonly misfits: readonly DraftMisfit[];
    };

/** A filled cell that could not be read and is no way of saying "nothing". */
export interface DraftMisfit {
  readonly index: number;
  readonly value: string;
}
