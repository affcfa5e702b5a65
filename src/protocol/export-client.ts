import { AppError } from '../core/app-error';
import { EXPORT_OFFER_MS, MAX_EXPORT_BYTES } from '../core/page-export';
import { browser } from '../platform/browser';
import {
  type ExportPart,
  exportPart,
  type PageMessageKind,
  type PageMessages,
  replyOf,
} from './page-messages';
import { EXPORT_PREFIX, type WaitingExport, waitingExport } from './waiting-export';

/** How long a frame may take to answer before it counts as gone. */
const ANSWER_MS = 10_000;

/** What the pages of a tab exported and nobody has taken yet, newest first. */
export async function exportsOfTab(tabId: number): Promise<readonly WaitingExport[]> {
  const found = (await allWaiting()).filter((e) => e.tabId === tabId);
  const there = await Promise.all(found.map(isThere));
  for (const [i, { exportId }] of found.entries()) if (!there[i]) await forget(exportId);
  return found.filter((_, i) => there[i]).sort((a, b) => b.at - a.at);
}

/** Calls back when offers come or go; the answer ends it. */
export function whenExportsChange(changed: () => void): () => void {
  const stored = (changes: Readonly<Record<string, unknown>>, area: string) => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith(EXPORT_PREFIX))) changed();
  };
  browser.storage.onChanged.addListener(stored);
  return () => browser.storage.onChanged.removeListener(stored);
}

/** Puts an offer aside; the frame lets its bytes go. */
export async function dropExport(offer: WaitingExport): Promise<void> {
  await forget(offer.exportId);
  await send(offer, 'export/drop', { exportId: offer.exportId }).catch(() => {
    // The page is gone, and its bytes with it.
  });
}

/**
 * The exported file itself, byte for byte, out of the frame that made it.
 * @throws AppError `page/gone` where the offer, the page or its bytes are there no longer.
 */
export async function takeExport(exportId: string): Promise<File> {
  const offer = (await allWaiting()).find((e) => e.exportId === exportId);
  if (offer === undefined || offer.bytesAre !== 'held') throw new AppError('page/gone');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (;;) {
    const part = await partOf(offer, offset);
    const bytes = bytesOf(part.base64);
    // What is not as it was offered is not taken.
    if (part.total !== offer.bytes || part.total > MAX_EXPORT_BYTES) throw new AppError('page/gone');
    parts.push(bytes);
    offset += bytes.length;
    if (offset >= part.total) break;
    if (bytes.length === 0) throw new AppError('page/gone');
  }
  await dropExport(offer);
  return new File(parts, offer.name);
}

async function allWaiting(): Promise<readonly WaitingExport[]> {
  const now = Date.now();
  return Object.entries(await browser.storage.session.get(null))
    .flatMap(([key, raw]) => (key.startsWith(EXPORT_PREFIX) ? [waitingExport(raw)] : []))
    .filter((e) => e !== undefined)
    .filter((e) => now - e.at <= EXPORT_OFFER_MS);
}

const forget = (exportId: string): Promise<void> => browser.storage.session.remove(EXPORT_PREFIX + exportId);

/** Of a download that was only seen there is nothing that could have gone. */
async function isThere(offer: WaitingExport): Promise<boolean> {
  if (offer.bytesAre !== 'held') return true;
  return partOf(offer, offer.bytes ?? 0).then(
    () => true,
    () => false,
  );
}

async function partOf(offer: WaitingExport, offset: number): Promise<ExportPart> {
  const raw = await send(offer, 'export/part', { exportId: offer.exportId, offset });
  const reply = replyOf(exportPart)(raw);
  if (reply?.ok !== true) throw new AppError('page/gone');
  return reply.value;
}

async function send<K extends PageMessageKind>(
  { tabId, frameId }: WaitingExport,
  kind: K,
  request: PageMessages[K]['request'],
): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('page/gone')), ANSWER_MS);
  });
  try {
    return await Promise.race([browser.tabs.sendMessage(tabId, { kind, request }, { frameId }), late]);
  } catch (cause) {
    throw new AppError('page/gone', { cause });
  } finally {
    clearTimeout(timer);
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
