import type { RowGap } from '../../../core/page-capture';

/** Rows drawn a pixel off stand where they stood. */
const SLACK_PX = 3;
/** So many of the rows stand as far apart as the others, where all are of one height. */
const ALIKE = 0.9;

/**
 * Where rows are missing in a list, by the places of those that are there.
 * @param places in any order
 * @param step from one row to the next; null to learn it, which rows of several heights don't allow
 */
export function gapsBetween(places: readonly number[], step: number | null): readonly RowGap[] {
  const sorted = [...places].sort((a, b) => a - b);
  const apart = sorted.slice(1).map((place, i) => place - (sorted[i] ?? 0));
  const usual = step ?? [...apart].sort((a, b) => a - b)[apart.length >> 1] ?? 0;
  const alike = apart.filter((d) => Math.abs(d - usual) <= SLACK_PX).length;
  if (step === null && (usual <= 0 || alike < apart.length * ALIKE)) return [];
  return apart.flatMap((distance, i) => {
    const rows = Math.round(distance / usual) - 1;
    return rows > 0 ? [{ after: i + 1, rows }] : [];
  });
}
