import type { PerformanceRecord } from '../../core/performance-record';
import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';
import type { MetricInfo } from '../../metrics/metric-info';

/** How segments did at each import, as it was written down then. */
export interface HistoryMethods {
  /** Records the data as it stands too, where that was not done yet. */
  performance: { request: { segmentIds: readonly string[] }; answer: PerformanceHistory };
  exportPerformance: {
    request: { segmentIds: readonly string[]; format: CsvFormat };
    answer: ExportedFile;
  };
}

export interface PerformanceHistory {
  /** What a figure of that id is. */
  readonly metrics: readonly MetricInfo[];
  /** Oldest first, of the segments asked for. */
  readonly records: readonly PerformanceRecord[];
}
