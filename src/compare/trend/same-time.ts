import type { Dataset } from '../../core/dataset';
import { DAY_MS } from '../../core/time/calendar';
import type { SegmentMembers } from '../compare-people';
import type { Cell, Comparison } from '../comparison';
import { chosenPersonMetrics } from '../measure/chosen-metrics';
import { measureWholes } from '../measure/measure-wholes';
import type { Measured } from '../measure/measured';
import { measuredSpan } from '../measure/measured-span';

/**
 * Outcomes with the naive number beside each: membership as of the end of the time measured, over that same time. Who
 * bought much then is in the segment because of it, so it is a description and never compared. `segments` are those of
 * the comparison with their members at that end; null for one that is none then.
 */
export function withSameTime(
  comparison: Comparison,
  dataset: Dataset,
  segments: readonly (SegmentMembers | null)[],
): Comparison {
  const { period, request } = comparison;
  const days = Math.round((period.to + 1 - period.from) / DAY_MS);
  if (request.measured.kind !== 'after' || days < 1) return comparison;
  const span = measuredSpan(dataset, { asOf: period.to, measured: { kind: 'last', days } }, period.to);
  const metrics = chosenPersonMetrics(dataset, request.metricIds);
  const naive = measureWholes(dataset, span, comparison.currency, metrics, segments);
  const beside = (cells: readonly Cell[], measured: readonly Measured[] | null): readonly Cell[] =>
    cells.map((cell, m) => {
      const own = measured?.[m];
      if (cell.state === 'none' || own?.state !== 'value' || metrics[m]?.ofMembership) return cell;
      return { ...cell, sameTime: { value: own.value, n: own.n } };
    });
  return {
    ...comparison,
    cells: comparison.cells.map((cells, s) => beside(cells, naive.segments[s] ?? null)),
    everyone: beside(comparison.everyone, naive.everyone),
  };
}
