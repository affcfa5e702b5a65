import { AppError } from '../../core/app-error';
import type { CaptureChunk, CaptureEnd, CaptureHead, CaptureNote } from '../../core/page-capture';
import type { CollectProgress } from '../../protocol/page-messages';
import { isInDocument, isShown } from '../../sites/page/dom';
import { pageShare } from '../../sites/page/pace';
import type { PageTable } from '../../sites/page-reader';
import type { PageSession } from './page-session';

export interface CollectOptions {
  readonly captureId: string;
  readonly ref: string;
  readonly columnsLeftOut: readonly string[];
  readonly pageTitle: string;
  readonly url: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CollectProgress) => void;
}

/** Where the rows go; each call answers when they are safe. */
export interface CaptureSink {
  begin(head: CaptureHead): Promise<void>;
  chunk(chunk: CaptureChunk): Promise<void>;
  end(end: CaptureEnd): Promise<void>;
}

const CHUNK_ROWS = 5_000;
/** Rows of long texts are sent sooner: a message has a limit of its own. */
const CHUNK_CHARACTERS = 4_000_000;

/**
 * Reads a table whole and sends it in chunks, giving the page its turn in between. When the page touched the table
 * meanwhile, it is read once more; where texts or the number of rows differ, the end says `changed-while-reading`.
 * @returns rows sent
 * @throws AppError `page/gone` where the table vanished before it was read whole; AbortError.
 */
export async function collectTable(
  session: PageSession,
  sink: CaptureSink,
  options: CollectOptions,
): Promise<number> {
  const { captureId, ref, columnsLeftOut, signal, onProgress } = options;
  const found = await session.tableOf(ref, signal);
  if (found === null) throw new AppError('page/gone');
  const { table, offered } = found;
  const watch = watchTable(table.element);
  try {
    const out = new Set(columnsLeftOut);
    const kept = table.columns.map((_, column) => column).filter((c) => !out.has(table.columns[c] ?? ''));
    await sink.begin({
      captureId,
      pageTitle: options.pageTitle,
      url: options.url,
      // What the person left out is not carried along in the sample either.
      table: { ...offered, sample: offered.sample.map((row) => kept.map((c) => row[c] ?? '')) },
      columns: kept.map((c) => table.columns[c] ?? ''),
      columnsLeftOut: table.columns.filter((name) => out.has(name)),
      totals: table.totals === null ? null : kept.map((c) => table.totals?.[c] ?? null),
      notes: table.notes,
    });

    const prints: number[] = [];
    let chunk: string[][] = [];
    let characters = 0;
    let index = 0;
    const flush = async () => {
      if (chunk.length === 0) return;
      const rows = chunk;
      chunk = [];
      characters = 0;
      await sink.chunk({ captureId, index: index++, rows });
      onProgress({ rows: prints.length, total: table.rowCount, page: 1, waiting: null });
    };
    await eachRow(table, signal, (row) => {
      prints.push(fingerprint(row));
      const cells = kept.map((c) => row[c] ?? '');
      for (const text of cells) characters += text.length;
      chunk.push(cells);
      return chunk.length === CHUNK_ROWS || characters >= CHUNK_CHARACTERS ? flush() : undefined;
    });
    await flush();

    const notes: CaptureNote[] = [];
    if (watch.touched() && (await differs(session, ref, prints, signal))) notes.push('changed-while-reading');
    signal.throwIfAborted();
    await sink.end({ captureId, rows: prints.length, notes, gathering: null });
    return prints.length;
  } finally {
    watch.stop();
  }
}

/** Every row in turn, without a promise for each of them. */
async function eachRow(
  table: PageTable,
  signal: AbortSignal,
  visit: (row: string[]) => Promise<void> | undefined,
): Promise<void> {
  const pace = pageShare(signal);
  const mustBeThere = () => {
    // Hidden or taken away, nothing could be told from it any more: what is shown, and what was changed.
    if (!isInDocument(table.element) || !isShown(table.element)) throw new AppError('page/gone');
  };
  mustBeThere();
  const pass = table.pass();
  for (let row = pass.next(); row !== null; row = pass.next()) {
    const sent = visit(row);
    if (sent !== undefined) await sent;
    else if (pace.due()) await pace.rest();
    else continue;
    mustBeThere();
  }
}

/** Whether the page wrote into the table; whether it wrote something else, only reading tells. */
function watchTable(table: Element): { touched(): boolean; stop(): void } {
  let touched = false;
  const observer = new MutationObserver(() => {
    touched = true;
  });
  observer.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
  return {
    touched: () => touched || observer.takeRecords().length > 0 || !isInDocument(table),
    stop: () => observer.disconnect(),
  };
}

async function differs(
  session: PageSession,
  ref: string,
  prints: readonly number[],
  signal: AbortSignal,
): Promise<boolean> {
  const now = await session.tableOf(ref, signal);
  if (now === null || now.table.rowCount !== prints.length) return true;
  let row = 0;
  let same = true;
  await eachRow(now.table, signal, (texts) => {
    if (fingerprint(texts) !== prints[row++]) same = false;
    return undefined;
  });
  return !same || row !== prints.length;
}

/** FNV-1a over a row's texts, with their ends marked: enough to tell that one changed. */
function fingerprint(row: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const text of row) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
  }
  return hash;
}
