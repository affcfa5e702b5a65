import { cellRows } from '../../compare/cells/cell-rows';
import { comparePeople, type SegmentMembers } from '../../compare/compare-people';
import { compareReport } from '../../compare/compare-report';
import type { Comparison, ComparisonRequest, Trend } from '../../compare/comparison';
import { distributionOf } from '../../compare/distribution-of';
import { measuredSpan } from '../../compare/measure/measured-span';
import { retentionOf } from '../../compare/timing/retention-of';
import { withSameTime } from '../../compare/trend/same-time';
import { trendSteps } from '../../compare/trend/trend-of';
import { addMonths } from '../../core/time/calendar';
import type { CompareMethods } from '../../protocol/api/compare';
import type { EngineClient } from '../../protocol/engine-api';
import type { EngineContext } from '../engine-context';
import { inSteps } from '../in-steps';
import { recently } from '../recently';
import { comparedSegments } from './compared-segments';

const TRENDS_KEPT = 12;

export function compareUseCases(context: EngineContext): EngineClient<CompareMethods> {
  const { now } = context;
  const comparisons = recently<Comparison>(16);
  let trends: readonly { readonly asked: string; readonly trend: Trend }[] = [];

  const compared = (request: ComparisonRequest) => comparedSegments(context, request);

  /** Null for a segment that the data does not support at that moment. */
  const membersAt = async (moment: number, { segmentIds, currency }: ComparisonRequest) => {
    const { catalog } = await context.catalogAt(moment, currency);
    return segmentIds.map((id): SegmentMembers | null => {
      if (!catalog.has(id)) return null;
      const segment = catalog.segment(id);
      return { segment, members: catalog.members(segment) };
    });
  };

  return {
    async compare(request) {
      const { dataset, segments, base, key } = await compared(request);
      const { grain, measured } = request;
      const compare = grain === 'person' ? comparePeople : compareReport;
      const whole = `${key}|${JSON.stringify(request)}`;
      const comparison = comparisons(whole, () => compare(dataset, request, segments, base, now()));
      if (grain !== 'person' || measured.kind !== 'after') return comparison;
      const later = await membersAt(comparison.period.to, request);
      return comparisons(`${whole}|same time`, () => withSameTime(comparison, dataset, later));
    },
    async cellRows({ comparison, segmentId, metricId, offset, limit }) {
      const ids = segmentId === null ? [] : [segmentId];
      const { dataset, segments } = await compared({ ...comparison, segmentIds: ids });
      const members = segments[0]?.members.in ?? null;
      return cellRows(dataset, comparison, metricId, members, { offset, limit }, now());
    },
    async trend(request, options) {
      const { dataset, segments, key } = await compared(request.comparison);
      const { root } = await context.held.current();
      const weekStart = root.settings?.weekStart ?? 'monday';
      const { asOf } = measuredSpan(dataset, request.comparison, now());
      const before = addMonths(asOf, -12);
      const then =
        request.yearBefore === true && request.comparison.grain === 'person'
          ? { asOf: before, segments: await membersAt(before, request.comparison) }
          : null;
      // Asked for again by whoever opens a cell a second time; a forecast takes seconds.
      const asked = `${key}|${weekStart}|${JSON.stringify(request)}`;
      const known = trends.find((trend) => trend.asked === asked);
      if (known !== undefined) return known.trend;
      const steps = trendSteps(dataset, { weekStart, ...request }, segments, now(), then);
      const trend = await inSteps(steps, now, options);
      trends = [{ asked, trend }, ...trends].slice(0, TRENDS_KEPT);
      return trend;
    },
    async distribution(request) {
      const { dataset, segments } = await compared(request.comparison);
      return distributionOf(dataset, request, segments, now());
    },
    async retention(request) {
      const { dataset, segments } = await compared(request.comparison);
      return retentionOf(dataset, request, segments, now());
    },
  };
}
