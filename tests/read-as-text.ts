import { loadTable } from '../src/ingest/load-table';
import type { LoadedTable } from '../src/ingest/loaded-table';
import type { ByteSource, FileSurvey, TableSurvey } from '../src/ingest/survey';
import { surveyFile } from '../src/ingest/survey-file';

export const signal = new AbortController().signal;

/** Bytes as a source that streams them in pieces of a given size. */
export function sourceOf(bytes: Uint8Array, name = 'test.csv', piece = 64 * 1024): ByteSource {
  return {
    name,
    size: bytes.length,
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          controller.enqueue(bytes.subarray(at, at + piece));
          at += piece;
        },
      });
    },
  };
}

export async function survey(bytes: Uint8Array, piece?: number): Promise<FileSurvey> {
  return surveyFile(sourceOf(bytes, 'test.csv', piece), { signal });
}

/** Every column as text, whatever the survey says it could be. */
export async function loadAsText(
  bytes: Uint8Array,
  file: FileSurvey,
  table: TableSurvey,
): Promise<{ readonly rows: string[][]; readonly loaded: LoadedTable }> {
  const columns = table.columns.map(({ index, header }) => ({
    source: index,
    header,
    reading: { kind: 'text' } as const,
    need: 'none' as const,
  }));
  const loaded = await loadTable(sourceOf(bytes), file, table, { columns }, { signal });
  const rows = Array.from({ length: loaded.rowsKept }, (_, r) =>
    loaded.columns.map((column) => {
      if (column.type !== 'text') throw new Error('planned as text');
      const code = column.codes[r] ?? -1;
      return code < 0 ? '' : (column.dictionary[code] ?? '');
    }),
  );
  return { rows, loaded };
}

/** Every column under the reading it was surveyed with. */
export async function loadAsRead(
  bytes: Uint8Array,
  file: FileSurvey,
  table: TableSurvey,
  piece?: number,
): Promise<LoadedTable> {
  const columns = table.columns.map(({ index, header, reading }) => ({
    source: index,
    header,
    reading,
    need: 'none' as const,
  }));
  return loadTable(sourceOf(bytes, 'test.csv', piece), file, table, { columns }, { signal });
}
