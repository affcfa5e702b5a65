import type { Change, ChangeChoices, ChangeRequest } from '../../compare/change/change';
import type { FinderRequest, Findings } from '../../compare/finder/findings';
import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';

/** What differs, and why a rate changed. */
export interface DiscoverMethods {
  /** Reports progress as `rows` done of `totalBytes` steps, in stage `measuring`; can be aborted between fields. */
  differsMost: { request: FinderRequest; answer: Findings };
  exportFindings: { request: { findings: Findings; format: CsvFormat }; answer: ExportedFile };
  changeChoices: { request: undefined; answer: ChangeChoices };
  change: { request: ChangeRequest; answer: Change };
  exportChange: { request: { change: Change; format: CsvFormat }; answer: ExportedFile };
}
