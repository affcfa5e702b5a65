import type { Label } from '../core/label';
import type { Mapping } from '../core/mapping';

/** How one table of a survey would be kept, before anyone has looked whether it is held already. */
export interface ProposedTable {
  readonly tableIndex: number;
  readonly mapping: Mapping;
  /** `remembered` and `recognised` need no look; `guessed` does. */
  readonly how: 'remembered' | 'recognised' | 'guessed';
  readonly recognisedAs: Label | null;
  /** False for tables with nothing to keep (empty, or a narrower copy of a later one). */
  readonly keep: boolean;
  readonly why: 'empty' | 'narrower-copy' | null;
}
