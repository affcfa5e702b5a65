import { CellReader } from '../../src/ingest/bytes/cell-batch';
import { RecordScanner } from '../../src/ingest/bytes/record-scanner';
import { sniffDialect, usualWidth } from '../../src/ingest/bytes/sniff-dialect';
import { loadTable } from '../../src/ingest/load-table';
import { surveyFile } from '../../src/ingest/survey-file';

export interface Read {
  /** Header and rows of the first table. */
  readonly rows: readonly (readonly string[])[];
  /** 1-based records said to be faulty. */
  readonly reported: readonly number[];
  /** Whether anything at all was said to be wrong. */
  readonly complains: boolean;
}

/** A file as it is imported: surveyed, its first table loaded as text. */
export async function readOurs(bytes: Uint8Array): Promise<Read> {
  const { signal } = new AbortController();
  const source = {
    name: 'corpus.csv',
    size: bytes.length,
    stream: () => new Blob([bytes as BlobPart]).stream(),
  };
  const survey = await surveyFile(source, { signal });
  const problems = [...survey.problems, ...survey.tables.flatMap((t) => t.problems)];
  const [table] = survey.tables;
  const reported = [...new Set(problems.flatMap(({ row }) => (row === undefined ? [] : [row])))];
  if (table === undefined) return { rows: [], reported, complains: problems.length > 0 };
  const columns = table.columns.map(({ index, header }) => ({
    source: index,
    header,
    reading: { kind: 'text' as const },
    need: 'none' as const,
  }));
  const loaded = await loadTable(source, survey, table, { columns }, { signal });
  const rows = Array.from({ length: loaded.rowsKept }, (_, r) =>
    loaded.columns.map((column) => {
      const code = column.type === 'text' ? (column.codes[r] ?? -1) : -1;
      return column.type === 'text' && code >= 0 ? (column.dictionary[code] ?? '') : '';
    }),
  );
  const header = table.headerRow === null ? [] : [table.columns.map((c) => c.rawHeader)];
  return { rows: [...header, ...rows], reported, complains: problems.length > 0 };
}

/** The records alone, before anything is taken for a header, a total or a remark. */
export function recordsOurs(bytes: Uint8Array): readonly (readonly string[])[] {
  const dialect = sniffDialect(bytes, true);
  const batch = new RecordScanner(dialect, usualWidth(bytes, true, dialect)).push(bytes, true);
  const reader = new CellReader(dialect);
  return Array.from({ length: batch.count }, (_, r) => reader.record(batch, r));
}
