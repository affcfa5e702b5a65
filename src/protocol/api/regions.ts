import type { ByRegion, ByRegionRequest } from '../../compare/regions/by-region';
import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';

/** How segments do country by country. */
export interface RegionMethods {
  byRegion: { request: ByRegionRequest; answer: ByRegion };
  exportByRegion: { request: { byRegion: ByRegion; format: CsvFormat }; answer: ExportedFile };
}
