import type { Comparison } from '../../compare/comparison';
import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';

/** What leaves for a file, when the person asks. */
export interface ExportMethods {
  exportComparison: { request: { comparison: Comparison; format: CsvFormat }; answer: ExportedFile };
  exportMembers: {
    request: { segmentId: string; asOf: number | null; format: CsvFormat };
    answer: ExportedFile;
  };
  exportRefused: { request: { captureId: string; format: CsvFormat }; answer: ExportedFile };
}
