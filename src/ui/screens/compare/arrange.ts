import type { Comparison } from '../../../compare/comparison';
import { distinctColours } from './distinct-colours';
import { hasValues } from './has-values';

export interface SegmentOrder {
  readonly metricId: string;
  readonly down: boolean;
}

/**
 * The comparison as it is shown and exported: segments in the order asked for, no two of one colour, the metrics named
 * before the others, and those that nobody has a value of after them.
 */
export function arrange(
  given: Comparison,
  order: SegmentOrder | null,
  first: readonly string[] = [],
): Comparison {
  const told = given.metrics.filter((m) => hasValues(given, m)).map(({ id }) => id);
  const comparison = metricsOrdered(given, [...new Set([...first, ...told])]);
  const colours = distinctColours(comparison.segments.map((s) => s.colour));
  const places = segmentOrder(comparison, order);
  return {
    ...comparison,
    segments: places.flatMap((i) => {
      const segment = comparison.segments[i];
      return segment ? [{ ...segment, colour: colours[i] ?? segment.colour }] : [];
    }),
    cells: places.flatMap((i) => {
      const cells = comparison.cells[i];
      return cells ? [cells] : [];
    }),
  };
}

/** Cells without a value stand last whichever way it goes; equal ones keep the order they were chosen in. */
function segmentOrder(comparison: Comparison, order: SegmentOrder | null): number[] {
  const places = comparison.segments.map((_, i) => i);
  const m = order ? comparison.metrics.findIndex((metric) => metric.id === order.metricId) : -1;
  if (!order || m < 0) return places;
  const valueAt = (i: number) => {
    const cell = comparison.cells[i]?.[m];
    return cell?.state === 'value' ? cell.value : null;
  };
  return places.sort((a, b) => {
    const [x, y] = [valueAt(a), valueAt(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return order.down ? y - x : x - y;
  });
}

function metricsOrdered(comparison: Comparison, first: readonly string[]): Comparison {
  const { metrics } = comparison;
  const named = first.map((id) => metrics.findIndex((m) => m.id === id)).filter((m) => m >= 0);
  const places = [...named, ...metrics.map((_, m) => m).filter((m) => !named.includes(m))];
  if (places.every((m, i) => m === i)) return comparison;
  const ordered = <T>(of: readonly T[]) => places.flatMap((m) => (of[m] === undefined ? [] : [of[m]]));
  return {
    ...comparison,
    metrics: ordered(metrics),
    cells: comparison.cells.map(ordered),
    everyone: ordered(comparison.everyone),
  };
}
