import type { SegmentMembers } from '../../compare/compare-people';
import type { ComparisonRequest } from '../../compare/comparison';
import type { EngineContext } from '../engine-context';

/** The segments and the base a comparison names, with who is in them at its as-of. */
export async function comparedSegments(context: EngineContext, request: ComparisonRequest) {
  const { asOf, currency, measured } = request;
  const { dataset, catalog, key } = await context.catalogAt(asOf, currency, measured);
  const report = request.grain === 'aggregate' ? request.reportId : null;
  const withMembers = (id: string): SegmentMembers => {
    const segment = catalog.segment(id);
    return { segment, members: catalog.members(segment, report) };
  };
  return {
    dataset,
    segments: request.segmentIds.map(withMembers),
    base: request.baseSegmentId === null ? null : withMembers(request.baseSegmentId),
    asOf: catalog.asOf,
    key,
  };
}
