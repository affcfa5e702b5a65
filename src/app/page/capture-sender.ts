import type {
  CaptureChunk,
  CaptureEnd,
  CaptureHead,
  CaptureNote,
  OfferedTable,
} from '../../core/page-capture';

/** Where the rows go; each call answers when they are safe. */
export interface CaptureSink {
  begin(head: CaptureHead): Promise<void>;
  chunk(chunk: CaptureChunk): Promise<void>;
  end(end: CaptureEnd): Promise<void>;
}

export interface CollectedTable {
  readonly offered: OfferedTable;
  readonly columns: readonly string[];
  readonly totals: readonly (string | null)[] | null;
  readonly notes: readonly CaptureNote[];
}

export interface SendOptions {
  readonly captureId: string;
  readonly columnsLeftOut: readonly string[];
  readonly pageTitle: string;
  readonly url: string;
}

/** Sends one table's rows, without the columns left out. */
export interface CaptureSender {
  begin(): Promise<void>;
  /** A promise only where a chunk was full: rows are many. */
  add(row: readonly string[]): Promise<void> | undefined;
  end(end: Pick<CaptureEnd, 'notes' | 'gathering'>): Promise<void>;
}

const CHUNK_ROWS = 5_000;
/** Rows of long texts are sent sooner: a message has a limit of its own. */
const CHUNK_CHARACTERS = 4_000_000;

/** @param onSent rows sent so far */
export function captureSender(
  sink: CaptureSink,
  { captureId, columnsLeftOut, pageTitle, url }: SendOptions,
  { offered, columns, totals, notes }: CollectedTable,
  onSent: (rows: number) => void,
): CaptureSender {
  const out = new Set(columnsLeftOut);
  const kept = columns.map((_, column) => column).filter((c) => !out.has(columns[c] ?? ''));
  const ofKept = (row: readonly string[]) => kept.map((c) => row[c] ?? '');
  let chunk: string[][] = [];
  let characters = 0;
  let index = 0;
  let sent = 0;
  const flush = async () => {
    if (chunk.length === 0) return;
    const rows = chunk;
    chunk = [];
    characters = 0;
    await sink.chunk({ captureId, index: index++, rows });
    sent += rows.length;
    onSent(sent);
  };
  return {
    begin: () =>
      sink.begin({
        captureId,
        pageTitle,
        url,
        // What the person left out is not carried along in the sample either.
        table: { ...offered, sample: offered.sample.map(ofKept) },
        columns: ofKept(columns),
        columnsLeftOut: columns.filter((name) => out.has(name)),
        totals: totals === null ? null : kept.map((c) => totals[c] ?? null),
        notes,
      }),
    add(row) {
      const cells = ofKept(row);
      for (const text of cells) characters += text.length;
      chunk.push(cells);
      return chunk.length === CHUNK_ROWS || characters >= CHUNK_CHARACTERS ? flush() : undefined;
    },
    async end({ notes: learnt, gathering }) {
      await flush();
      await sink.end({ captureId, rows: sent, notes: learnt, gathering });
    },
  };
}
