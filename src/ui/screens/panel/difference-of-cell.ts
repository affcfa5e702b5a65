import type { Cell } from '../../../compare/comparison';
import type { MetricFormat } from '../../../metrics/metric-value';

/** A cell's difference as a row of the panel writes and draws it; null where there is none. */
export function differenceOfCell(cell: Cell | undefined, format: MetricFormat, reach: number) {
  if (cell?.state !== 'value' || cell.difference === null || cell.difference.interval === null) return null;
  const { value, interval } = cell.difference;
  return {
    text: format.difference(value),
    interval: `${format.difference(interval.lo)} – ${format.difference(interval.hi)}`,
    value,
    lo: interval.lo,
    hi: interval.hi,
    reach,
  };
}

/** The farthest any of them reaches either way, so that all are drawn on one scale. */
export function reachOf(cells: readonly (Cell | undefined)[]): number {
  let reach = 0;
  for (const cell of cells) {
    const interval = cell?.state === 'value' ? cell.difference?.interval : null;
    if (interval) reach = Math.max(reach, Math.abs(interval.lo), Math.abs(interval.hi));
  }
  return reach;
}
