import { frozenDay } from '../../compare/measure/frozen-day';
import { type TimeByColumns, timeByColumns } from '../../compare/timing/time-by-columns';
import { type TimeToNextOrder, timeToNextOrder } from '../../compare/timing/time-to-next-order';
import type { TimingMethods } from '../../protocol/api/timing';
import type { EngineClient } from '../../protocol/engine-api';
import type { EngineContext } from '../engine-context';
import { recently } from '../recently';
import { comparedSegments } from './compared-segments';

export function timingUseCases(context: EngineContext): EngineClient<TimingMethods> {
  const answers = recently<TimeToNextOrder | null>(8);
  const byColumns = recently<TimeByColumns | null>(8);
  return {
    async timeToNextOrder({ comparison, days }) {
      const { coverage } = (await context.held.current()).dataset;
      if (coverage === null) return { frozenAt: null, times: null };
      const frozenAt = frozenDay(coverage.to, comparison.asOf, days);
      if (frozenAt < coverage.from) return { frozenAt, times: null };
      const { dataset, segments, base, key } = await comparedSegments(context, {
        ...comparison,
        asOf: frozenAt,
      });
      const ids = JSON.stringify([comparison.segmentIds, comparison.baseSegmentId, days]);
      const times = answers(`${key}|${ids}`, () =>
        timeToNextOrder(dataset, { asOf: frozenAt, days }, segments, base),
      );
      return { frozenAt, times };
    },
    async timeByColumns({ comparison, lengthField, endedField }) {
      const { dataset, segments, base, asOf, key } = await comparedSegments(context, comparison);
      const ids = JSON.stringify([comparison.segmentIds, comparison.baseSegmentId, lengthField, endedField]);
      return byColumns(`${key}|${ids}`, () =>
        timeByColumns(dataset, { asOf, lengthField, endedField }, segments, base),
      );
    },
  };
}
