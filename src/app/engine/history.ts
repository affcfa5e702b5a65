import { chosenMetrics, metricInfo } from '../../compare/measure/chosen-metrics';
import type { PerformanceRecord } from '../../core/performance-record';
import { performanceCsv } from '../../export/performance-csv';
import { METRICS } from '../../metrics/registry';
import type { HistoryMethods } from '../../protocol/api/history';
import type { EngineClient } from '../../protocol/engine-api';
import type { EngineContext } from '../engine-context';
import { KEY_METRICS } from '../performance/key-metrics';
import { performanceRecords, recordPerformance } from '../performance/record-performance';

export function historyUseCases(context: EngineContext): EngineClient<HistoryMethods> {
  const metrics = chosenMetrics(METRICS.person, KEY_METRICS).map(metricInfo);
  const recordsOf = async (segmentIds: readonly string[]): Promise<readonly PerformanceRecord[]> => {
    await recordPerformance(context);
    const wanted = new Set(segmentIds);
    return (await performanceRecords(context)).map((record) => ({
      ...record,
      segments: record.segments.filter(({ id }) => wanted.has(id)),
    }));
  };
  return {
    performance: async ({ segmentIds }) => ({ metrics, records: await recordsOf(segmentIds) }),
    exportPerformance: async ({ segmentIds, format }) =>
      performanceCsv(await recordsOf(segmentIds), metrics, format),
  };
}
