import { AppError } from '../../core/app-error';
import type { CaptureNote } from '../../core/page-capture';
import type { CollectProgress } from '../../protocol/page-messages';
import { isInDocument, isShown } from '../../sites/page/dom';
import { pageShare } from '../../sites/page/pace';
import type { PageTable } from '../../sites/page-reader';
import { type CaptureSink, captureSender, type SendOptions } from './capture-sender';
import type { PageSession } from './page-session';

export interface CollectOptions extends SendOptions {
  readonly ref: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CollectProgress) => void;
}

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
  const { ref, signal, onProgress } = options;
  const found = await session.tableOf(ref, signal);
  if (found === null) throw new AppError('page/gone');
  const { table, offered } = found.asShown();
  const watch = watchTable(table.element);
  try {
    const sender = captureSender(sink, options, { ...table, offered }, (rows) =>
      onProgress({ rows, total: table.rowCount, page: 1, waiting: null }),
    );
    await sender.begin();
    const prints: number[] = [];
    await eachRow(table, signal, (row) => {
      prints.push(fingerprint(row));
      return sender.add(row);
    });
    const notes: CaptureNote[] = [];
    if (watch.touched() && (await differs(session, ref, prints, signal))) notes.push('changed-while-reading');
    signal.throwIfAborted();
    await sender.end({ notes, gathering: null });
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
  const table = now?.asShown().table;
  if (table === undefined || table.rowCount !== prints.length) return true;
  let row = 0;
  let same = true;
  await eachRow(table, signal, (texts) => {
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
