/** Steps that may still be spent on mending this source: one that is all faults is read on without it. */
export interface MendBudget {
  left: number;
}

export interface MendedRecord {
  readonly cells: readonly { readonly start: number; readonly end: number; readonly escapes: boolean }[];
  /** Where the next record begins. */
  readonly next: number;
  /** An opening quote was taken for text, not only quotes inside a cell. */
  readonly openQuote: boolean;
}

interface Choice {
  readonly cost: number;
  readonly start: number;
  readonly end: number;
  readonly escapes: boolean;
  readonly openQuote: boolean;
  /** Where the cell after this one begins; -1 at the record's end. */
  readonly after: number;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
/** What it costs to read on past a quote that would close its cell; never paid by a record of several lines. */
const PASS_CLOSING = 10;
const MAX_LINES = 12;
const MAX_BYTES = 16 * 1024;
const MAX_WIDTH = 1000;
const MAX_STEPS = 400_000;

/**
 * The likeliest reading of a record with a fault in its quotes that has exactly `width` cells: each quote may close,
 * be doubled, or be text, at a cost; the cheapest way through wins. One line is tried before two, two before three,
 * so that a quote left open never swallows more than it must. Null where no reading has that many cells.
 */
export function mendRecord(
  bytes: Uint8Array,
  from: number,
  limit: number,
  width: number,
  dialect: { readonly delimiter: number; readonly quote: number; readonly loneCr: boolean },
  budget: MendBudget,
): MendedRecord | null {
  const { delimiter, quote } = dialect;
  if (width > MAX_WIDTH || budget.left <= 0) return null;
  const own = { left: Math.min(MAX_STEPS, budget.left) };
  const before = own.left;
  try {
    return mend();
  } finally {
    budget.left -= before - own.left;
  }

  function mend(): MendedRecord | null {
    let next = from;
    for (let lines = 0; lines < MAX_LINES && next < limit; lines++) {
      while (next < limit && bytes[next] !== LF && !(dialect.loneCr && bytes[next] === CR)) next++;
      const closed = next < limit;
      let stop = next;
      if (closed) {
        if (bytes[next] === CR && bytes[next + 1] === LF) next++;
        else if (bytes[next] === LF && stop > from && bytes[stop - 1] === CR) stop--;
        next++;
      } else if (limit - from > MAX_BYTES) return null;
      if (stop - from > MAX_BYTES) return null;
      const best = cheapest(
        own,
        bytes,
        from,
        stop,
        width,
        delimiter,
        quote,
        lines === 0 ? Number.POSITIVE_INFINITY : PASS_CLOSING,
      );
      if (best !== null) {
        return {
          cells: best.map(({ start, end, escapes }) => ({ start, end, escapes })),
          next,
          openQuote: best.some((cell) => cell.openQuote),
        };
      }
    }
    return null;
  }
}

function cheapest(
  budget: MendBudget,
  bytes: Uint8Array,
  from: number,
  stop: number,
  width: number,
  delimiter: number,
  quote: number,
  limit: number,
): Choice[] | null {
  // best(at, cells): the cheapest reading of at..stop as exactly so many cells.
  const known = new Map<number, { cost: number; choice: Choice | null }>();
  const best = (at: number, cells: number): { cost: number; choice: Choice | null } => {
    const key = (at - from) * (width + 1) + cells;
    const found = known.get(key);
    if (found !== undefined) return found;
    let result: { cost: number; choice: Choice | null } = { cost: Number.POSITIVE_INFINITY, choice: null };
    for (const choice of choices(bytes, at, stop, delimiter, quote)) {
      if (--budget.left < 0) break;
      if ((choice.after === -1) !== (cells === 1)) continue;
      const cost = choice.cost + (choice.after === -1 ? 0 : best(choice.after, cells - 1).cost);
      if (cost < result.cost) result = { cost, choice };
    }
    known.set(key, result);
    return result;
  };
  const whole = best(from, width);
  if (whole.choice === null || whole.cost >= limit) return null;
  const path: Choice[] = [];
  for (let at = from, cells = width; cells > 0; cells--) {
    const { choice } = best(at, cells);
    if (choice === null) return null;
    path.push(choice);
    at = choice.after;
  }
  return path;
}

function* choices(
  bytes: Uint8Array,
  at: number,
  stop: number,
  delimiter: number,
  quote: number,
): Generator<Choice> {
  let open = at;
  if (delimiter !== SPACE) while (open < stop && bytes[open] === SPACE) open++;
  const quoted = open < stop && bytes[open] === quote;
  let plainEnd = at;
  let newline = false;
  while (plainEnd < stop && bytes[plainEnd] !== delimiter) {
    if (bytes[plainEnd] === LF) newline = true;
    plainEnd++;
  }
  if (!newline) {
    yield {
      cost: quoted ? 3 : 0,
      start: at,
      end: plainEnd,
      escapes: false,
      openQuote: quoted,
      after: plainEnd < stop ? plainEnd + 1 : -1,
    };
  }
  if (!quoted) return;
  let cost = 0;
  let escapes = false;
  for (let i = open + 1; i < stop; i++) {
    if (bytes[i] !== quote) continue;
    let after = i + 1;
    if (delimiter !== SPACE) while (after < stop && bytes[after] === SPACE) after++;
    const closes = after >= stop || bytes[after] === delimiter;
    if (closes) {
      yield {
        cost,
        start: open + 1,
        end: i,
        escapes,
        openQuote: false,
        after: after < stop ? after + 1 : -1,
      };
      cost += PASS_CLOSING;
      continue;
    }
    if (bytes[i + 1] === quote && i + 1 < stop) {
      // `""` before a delimiter is a doubled quote inside the text, or a stray one and the closing one.
      let behind = i + 2;
      if (delimiter !== SPACE) while (behind < stop && bytes[behind] === SPACE) behind++;
      if (behind >= stop || bytes[behind] === delimiter) {
        yield {
          cost: cost + 1,
          start: open + 1,
          end: i + 1,
          escapes,
          openQuote: false,
          after: behind < stop ? behind + 1 : -1,
        };
      }
      escapes = true;
      i++;
      continue;
    }
    cost += 1;
  }
}
