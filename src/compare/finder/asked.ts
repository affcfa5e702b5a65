import type { Column } from '../../core/column';
import type { Label } from '../../core/label';
import type { Candidate } from './candidate';
import type { Subject } from './findings';

/** One field, and how it is asked about. */
export interface AskedField {
  readonly of: Subject['of'];
  readonly field: string;
  readonly label: Label;
  /** As `DefiningField.key`: any of them defining a side leaves the field out. */
  readonly keys: readonly string[];
  /** Of people: to be held against what defines the sides; null where a field has no value of each. */
  readonly column: Column | null;
  readonly ask: () => Asked;
}

export type Asked =
  | { readonly leftOut: 'identifies' | 'own-values' }
  | {
      readonly leftOut: null;
      readonly candidates: readonly Candidate[];
      readonly tooFew: number;
      /** Of how many of either side the field is held; null where that is no question. */
      readonly known: readonly [a: number, b: number] | null;
      /** How many of its values were asked about, where it has more. */
      readonly more: number | null;
    };

type Answers = Extract<Asked, { readonly leftOut: null }>;

/** Nothing to tell apart, or so few that `tooFew` questions could not be asked. */
export const nothingAsked = (tooFew: number, known: Answers['known'] = null): Answers => ({
  leftOut: null,
  candidates: [],
  tooFew,
  known,
  more: null,
});

export const oneAsked = (candidate: Candidate, known: Answers['known'] = null): Answers => ({
  ...nothingAsked(0, known),
  candidates: [candidate],
});
