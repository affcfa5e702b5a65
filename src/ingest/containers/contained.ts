import type { Problem } from '../../core/problem';
import type { ByteSource } from '../survey';
import type { SurveyOptions } from '../survey-file';

/** What a file holds: itself where it is a table, or each table found in it; what can't be read stands there too. */
export type Contained =
  | {
      readonly kind: 'table';
      readonly source: ByteSource;
      /** How the bytes are written, where we wrote them. */
      readonly told: NonNullable<SurveyOptions['told']> | null;
      /** Beyond what the survey finds; whole once the source has been read through. */
      problems(): readonly Problem[];
    }
  | {
      readonly kind: 'unread';
      readonly name: string;
      readonly bytes: number;
      readonly problems: readonly Problem[];
    };

/** How `TableSpool` writes. */
export const WRITTEN = {
  delimiter: ',',
  quote: '"',
  escape: 'double',
  lineEnd: 'lf',
  encoding: 'utf-8',
} as const;
