export interface PlacedRow {
  /** Where its first words begin, px; null where that can't be told. */
  readonly at: number | null;
  /** Whether it is one that stands open; null for one that has nothing to open. */
  readonly open: boolean | null;
}

/** Drawn a little aside by a border or a rounding: not deeper. */
const SLACK_PX = 3;

/**
 * How deep rows of an open tree stand, by how far in they are drawn; null where places don't tell it: no row that stands
 * open has one further in under it, or a row is further in under one that holds nothing, as in a column set to the middle.
 * The levels are places: only their order matters.
 */
export function levelsByPlace(rows: readonly PlacedRow[]): readonly number[] | null {
  const levels: number[] = [];
  const known: number[] = [];
  let found = false;
  for (const [i, { at }] of rows.entries()) {
    if (at === null) return null;
    const level = known.find((other) => Math.abs(other - at) <= SLACK_PX) ?? at;
    if (level === at) known.push(at);
    const above = levels.at(-1);
    if (above !== undefined && level > above) {
      if (rows[i - 1]?.open !== true) return null;
      found = true;
    }
    levels.push(level);
  }
  return found ? levels : null;
}
