import { comparePeople, type SegmentMembers } from '../../compare/compare-people';
import { compareReport } from '../../compare/compare-report';
import type { Comparison, ComparisonRequest } from '../../compare/comparison';
import { retentionOf } from '../../compare/retention-of';
import { trendOf } from '../../compare/trend-of';
import type { CompareMethods } from '../../protocol/api/compare';
import type { EngineClient } from '../../protocol/engine-api';
import { recently } from '../recently';
import type { EngineContext } from './context';

export function compareUseCases({ catalogAt, now }: EngineContext): EngineClient<CompareMethods> {
  const comparisons = recently<Comparison>(16);

  const compared = async (request: ComparisonRequest) => {
    const currency = request.currency === '' ? null : request.currency;
    const { dataset, catalog, key } = await catalogAt(request.asOf, currency);
    const report = request.grain === 'aggregate' ? request.reportId : null;
    const withMembers = (id: string): SegmentMembers => {
      const segment = catalog.segment(id);
      return { segment, members: catalog.members(segment, report) };
    };
    const segments = request.segmentIds.map(withMembers);
    const base = request.baseSegmentId === null ? null : withMembers(request.baseSegmentId);
    return { dataset, segments, base, key };
  };

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
      return trendOf(dataset, request, segments, now());
    },
    async retention(request) {
      const { dataset, segments } = await compared(request.comparison);
      return retentionOf(dataset, request, segments, now());
    },
  };
}
