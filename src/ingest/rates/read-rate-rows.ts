import { CellReader } from '../bytes/cell-batch';
import { encodingOfHead } from '../bytes/encoding';
import { readRecords } from '../bytes/read-records';
import { openContainer } from '../containers/open-container';
import type { WorkOptions } from '../survey';
import { surveyFile } from '../survey-file';

export interface RateRow {
  /** 1-based record of its table. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** No table of rates is longer than this; whatever is, is something else. */
const MOST_ROWS = 200_000;

/**
 * Every record of each table in a file, text as it stands: a file of rates is read whole, with what stands above, among
 * and under its rows. Empty where nothing can be read.
 */
export async function readRateRows(
  file: File,
  options: WorkOptions,
): Promise<readonly (readonly RateRow[])[]> {
  const tables: RateRow[][] = [];
  for (const part of await openContainer(file, options)) {
    if (part.kind === 'unread') continue;
    const { source, told } = part;
    const survey = await surveyFile(source, told === null ? options : { ...options, told });
    if (survey.tables.length === 0) continue;
    const rows: RateRow[] = [];
    const reader = new CellReader(survey.dialect);
    const encoding = { name: survey.encoding.name, skip: await byteOrderMark(source.stream()) };
    for await (const { batch } of readRecords(
      source.stream(),
      encoding,
      () => survey.dialect,
      options.signal,
    )) {
      for (let r = 0; r < batch.count && rows.length < MOST_ROWS; r++) {
        const cells = reader.record(batch, r).map((cell) => cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim());
        if (cells.some((cell) => cell !== '')) rows.push({ row: batch.first + r, cells });
      }
      if (rows.length >= MOST_ROWS) break;
    }
    tables.push(rows);
  }
  return tables;
}

async function byteOrderMark(stream: ReadableStream<Uint8Array>): Promise<number> {
  const reader = stream.getReader();
  try {
    const { value } = await reader.read();
    return value === undefined ? 0 : (encodingOfHead(value.subarray(0, 3))?.skip ?? 0);
  } finally {
    await reader.cancel().catch(() => {});
  }
}
