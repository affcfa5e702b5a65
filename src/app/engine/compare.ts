import { comparePeople } from '../../compare/compare-people';
import { compareReport } from '../../compare/compare-report';
import type { Comparison, ComparisonRequest } from '../../compare/comparison';
import { retentionOf } from '../../compare/retention-of';
import { trendOf } from '../../compare/trend-of';
import type { CompareMethods } from '../../protocol/api/compare';
import type { EngineClient } from '../../protocol/engine-api';
import { recently } from '../recently';
import { comparedSegments } from './compared-segments';
import type { EngineContext } from './context';

export function compareUseCases(context: EngineContext): EngineClient<CompareMethods> {
  const { now } = context;
  const comparisons = recently<Comparison>(16);

  const compared = (request: ComparisonRequest) => comparedSegments(context, request);

  return {
    async compare(request) {
      const { dataset, segments, base, key } = await compared(request);
      const compare = request.grain === 'person' ? comparePeople : compareReport;
      return comparisons(`${key}|${JSON.stringify(request)}`, () =>
        compare(dataset, request, segments, base, now()),
      );
    },
    async trend(request) {
      const { dataset, segments } = await compared(request.comparison);
      const { root } = await context.held.current();
      const weekStart = root.settings?.weekStart ?? 'monday';
      return trendOf(dataset, { weekStart, ...request }, segments, now());
    },
    async retention(request) {
      const { dataset, segments } = await compared(request.comparison);
      return retentionOf(dataset, request, segments, now());
    },
  };
}
