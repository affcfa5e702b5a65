import type { Comparison, ComparisonRequest } from '../../compare/comparison';
import { AppError } from '../../core/app-error';
import type { EngineClient, SegmentView, WorkspaceState } from '../../protocol/engine-api';
import type { ReportOptions } from './report-options';

export interface ComparedSegments {
  readonly comparison: Comparison;
  readonly views: readonly SegmentView[];
}

/** Null where no segment holds anybody. @throws AppError `segment/not-found` for one asked for that there is not. */
export async function comparePeople(
  engine: EngineClient,
  { people }: WorkspaceState,
  options: ReportOptions,
): Promise<ComparedSegments | null> {
  const moment = { asOf: options.asOf, currency: null };
  const listed = (await engine.segments(moment)).segments.filter((s) => s.segment.grain === 'person');
  // Named one by one, those that stand on a forecast are counted too.
  const { segments: person } = await engine.segments({ ...moment, ids: listed.map((s) => s.segment.id) });
  const wanted = options.segmentIds?.map((id) => {
    const found = person.find((s) => s.segment.id === id || s.segment.id === `library:${id}`);
    if (!found) {
      const known = person.map((s) => s.segment.id.replace('library:', '')).join(', ');
      throw new AppError('segment/not-found', { params: { id, known } });
    }
    return found;
  });
  const views = wanted ?? person.filter((s) => s.size !== 0);
  if (views.length === 0 || people === 0) return null;
  const segmentIds = views.map((v) => v.segment.id);
  return { comparison: await engine.compare(request({ ...options, segmentIds })), views };
}

/** Null where nothing in its rows can be chosen to compare. */
export async function compareReport(
  engine: EngineClient,
  reportId: string,
  options: ReportOptions,
): Promise<ComparedSegments | null> {
  const catalog = await engine.segments({ asOf: null, currency: null });
  const views = catalog.segments.filter(
    ({ segment }) => segment.grain === 'aggregate' && segment.id.startsWith(`report:${reportId}:`),
  );
  if (views.length === 0) return null;
  const asked = request({ ...options, segmentIds: views.map((v) => v.segment.id) });
  const comparison = await engine.compare({ ...asked, grain: 'aggregate', reportId, asOf: null });
  return { comparison, views };
}

function request(options: ReportOptions & { readonly segmentIds: readonly string[] }): ComparisonRequest {
  return {
    grain: 'person',
    segmentIds: options.segmentIds,
    metricIds: [],
    asOf: options.asOf,
    measured: { kind: 'held' },
    baseSegmentId: null,
    currency: null,
    reportId: null,
  };
}
