import type { ByRegion } from '../../compare/regions/by-region';
import { byRegionOf } from '../../compare/regions/by-region-of';
import { byRegionCsv } from '../../export/by-region-csv';
import type { RegionMethods } from '../../protocol/api/regions';
import type { EngineClient } from '../../protocol/engine-api';
import type { EngineContext } from '../engine-context';
import { recently } from '../recently';
import { comparedSegments } from './compared-segments';

export function regionUseCases(context: EngineContext): EngineClient<RegionMethods> {
  const answers = recently<ByRegion>(8);
  return {
    async byRegion(request) {
      const held = await context.held.current();
      const { dataset, segments, key } = await comparedSegments(context, request.comparison);
      return answers(`${key}|${JSON.stringify(request)}`, () =>
        byRegionOf(
          held.dataset,
          dataset.converted === undefined ? null : dataset,
          request,
          segments,
          context.now(),
        ),
      );
    },
    exportByRegion: async ({ byRegion, format }) => byRegionCsv(byRegion, format),
  };
}
