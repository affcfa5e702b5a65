/** What was, is, and was taken back. Typing in one place is one step. */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** When the present was made, and by what, for the next edit to join it. */
  readonly made: number;
  readonly by: string;
}

const MOST_STEPS = 200;
/** A pause this long ends a step. */
const ONE_STEP_MS = 900;

export function newHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [], made: Number.NEGATIVE_INFINITY, by: '' };
}

/** `by` names the place of a small edit (a key press in one field); edits without it are steps of their own. */
export function edited<State>(
  history: EditHistory<State>,
  next: State,
  now: number,
  by = '',
): EditHistory<State> {
  if (next === history.present) return history;
  const joins = by !== '' && by === history.by && now - history.made < ONE_STEP_MS;
  const past = joins ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], made: now, by };
}

export function undone<State>(history: EditHistory<State>): EditHistory<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    made: Number.NEGATIVE_INFINITY,
    by: '',
  };
}

export function redone<State>(history: EditHistory<State>): EditHistory<State> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: after,
    future,
    made: Number.NEGATIVE_INFINITY,
    by: '',
  };
}
