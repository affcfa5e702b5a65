import type { ClauseCount } from '../../../../protocol/engine-api';
import type { Fault } from './draft/rule-faults';
import type { GroupRule, Moved, Path } from './draft/rule-tree';

/** Where the focus goes after an edit: to a condition's first control, to its handle, or to what adds to a group. */
export interface FocusAt {
  readonly path: Path;
  readonly part: 'subject' | 'handle' | 'add';
}

/** What every condition and group of the editor needs to know and do. */
export interface Editing {
  readonly root: GroupRule;
  readonly grain: 'person' | 'aggregate';
  /** Id of the segment being edited; null for a new one. */
  readonly selfId: string | null;
  /** Tells apart what stood at the same place before: raised whenever conditions move. */
  readonly shape: number;
  readonly faults: readonly Fault[];
  /** Said as errors once it was tried to save, and as what is still to do before. */
  readonly tried: boolean;
  readonly counts: ReadonlyMap<string, ClauseCount>;
  readonly countsStale: boolean;
  /** The id of a segment a condition names, and what the engine holds against it. */
  readonly refused: { readonly id: string; readonly code: 'segment/circular' | 'segment/not-found' } | null;
  /** A small edit in place; `by` names the place, so that key presses are one step. */
  readonly change: (root: GroupRule, by: string) => void;
  readonly restructure: (root: GroupRule, focus: FocusAt | null, said?: string) => void;
  readonly move: (moved: Moved | null) => void;
  readonly duplicate: (path: Path) => void;
  readonly remove: (path: Path) => void;
  readonly addAfter: (path: Path) => void;
  readonly addInto: (path: Path, what: 'condition' | 'group') => void;
  readonly dragged: Path | null;
  readonly drag: (path: Path | null) => void;
}

/** "2.1", as people number things. */
export const placeOf = (path: Path): string => path.map((i) => i + 1).join('.');
