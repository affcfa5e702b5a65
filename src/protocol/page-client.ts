import { AppError } from '../core/app-error';
import type { Gathering, PageOffer, UnreadTool } from '../core/page-capture';
import { browser } from '../platform/browser';
import { bringGathering } from './bring-gathering';
import type { Guard } from './guards';
import {
  COLLECT_PORT,
  type CollectOrder,
  type CollectProgress,
  nullReply,
  type PageMessageKind,
  type PageMessages,
  pageOffer,
  parseCollectNews,
  replyOf,
} from './page-messages';
import { splitRef } from './table-ref';

/** What the tab in front offers. `tabId` goes into `collect`. */
export interface TabOffer extends PageOffer {
  readonly tabId: number;
}

/**
 * Why there is nothing to collect.
 * `browser-page`: the browser's own (settings, new tab, an extension). `store-page`: the extension store.
 * `no-permission`: the page was not opened to us by a click on the toolbar, or it forbids being read.
 * `no-table`: it was read and holds none. `no-tab`: no window with a page is open.
 */
export type NoOfferReason = 'browser-page' | 'store-page' | 'no-permission' | 'no-table' | 'no-tab';

export type NoOffer =
  | { readonly reason: Exclude<NoOfferReason, 'no-table'> }
  | { readonly reason: 'no-table'; readonly tabId: number; readonly unread: UnreadTool | null };

export interface CollectRequest {
  readonly tabId: number;
  /** `OfferedTable.ref`. */
  readonly ref: string;
  /** By header, as offered. */
  readonly columnsLeftOut: readonly string[];
  /** Rows beyond those shown too. */
  readonly all?: boolean;
  readonly onProgress?: (progress: CollectProgress) => void;
  /** Given once it goes on, to steer it. */
  readonly onStarted?: (steer: CollectSteer) => void;
  readonly signal?: AbortSignal;
}

export interface CollectSteer {
  pause(): void;
  resume(): void;
  /** Stop here and keep what was gathered. */
  finish(): void;
}

export interface Collected {
  /** For `engine.surveyInbox`. */
  readonly inboxId: string;
  readonly rows: number;
  /** Null where only the rows shown were asked for. */
  readonly gathering: Gathering | null;
}

/** Watching a collecting that another popup started. */
export interface FollowRequest extends Pick<CollectRequest, 'tabId' | 'onProgress' | 'onStarted' | 'signal'> {
  readonly underWay: NonNullable<TabOffer['underWay']>;
}

const DESCRIBE_TIMEOUT_MS = 20_000;
const MAX_TABLES = 200;

/** Reads what the tab in front offers. @throws AppError `page/no-answer` where the page is too busy to answer. */
export async function activeTabOffer(): Promise<TabOffer | NoOffer> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? { reason: 'no-tab' } : offerOfTab(tab.id);
}

const inFrame = (of: { readonly frameId: number; readonly offer: PageOffer }): TabOffer['underWay'][] =>
  of.offer.underWay === null
    ? []
    : [{ captureId: of.offer.underWay.captureId, ref: `${of.frameId}:${of.offer.underWay.ref}` }];

/** As `activeTabOffer`, for one tab. */
export async function offerOfTab(tabId: number): Promise<TabOffer | NoOffer> {
  // The address is told of pages opened to us, and of our own.
  const { url = '' } = await browser.tabs.get(tabId);
  const known = reasonOf(url);
  if (known !== null) return { reason: known };
  let frames: number[];
  try {
    const injected = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['/readers.js', '/content.js'],
    });
    frames = injected.filter((r) => r.error === undefined).map((r) => r.frameId);
  } catch (error) {
    return { reason: reasonOf(error instanceof Error ? error.message : '') ?? 'no-permission' };
  }
  if (!frames.includes(0)) return { reason: 'no-permission' };

  // A frame that went away or never answers must not take the others with it; the top one must answer.
  const settled = await Promise.allSettled(
    frames.map(async (frameId) => ({ frameId, offer: await describe(tabId, frameId) })),
  );
  const offers = settled
    .flatMap((s) => (s.status === 'fulfilled' ? [s.value] : []))
    .sort((a, b) => a.frameId - b.frameId);
  const top = offers.find((o) => o.frameId === 0)?.offer;
  if (top === undefined) throw new AppError('page/no-answer');
  const tables = offers.flatMap(({ frameId, offer }) =>
    offer.tables.map((table) => ({ ...table, ref: `${frameId}:${table.ref}` })),
  );
  const beyond = offers.reduce((sum, { offer }) => sum + offer.tablesBeyond, 0);
  const underWay = offers.flatMap(inFrame)[0] ?? null;
  // A tool's table may stand in a frame of its own.
  const unread =
    offers.map((o) => o.offer.unread).find((u) => u !== null && !tables.some((t) => t.tool === u.tool)) ??
    null;
  if (tables.length === 0 && underWay === null) return { reason: 'no-table', tabId, unread };
  return {
    tabId,
    url: top.url,
    title: top.title,
    tool: tables[0]?.tool ?? top.tool,
    tables: tables.slice(0, MAX_TABLES),
    tablesBeyond: beyond + Math.max(0, tables.length - MAX_TABLES),
    underWay,
    unread,
  };
}

/**
 * Reads one table whole into the inbox. Goes on to its end when this page closes; nothing is left in the inbox
 * when it fails or is cancelled.
 * @throws AppError `page/gone` (the table or the page went away), `page/no-answer`, `db/*`; AbortError.
 */
export async function collect(request: CollectRequest): Promise<Collected> {
  const { tabId, columnsLeftOut, all = false } = request;
  request.signal?.throwIfAborted();
  const [frame, ref] = splitRef(request.ref);
  const captureId = crypto.randomUUID();
  if (all) await bringGathering(tabId, frame);
  await ask('capture/expect', { captureId, tabId, frameId: frame });
  return ended(frame, captureId, request, { kind: 'start', captureId, ref, columnsLeftOut, all });
}

/** As `collect`, of one that was started before. */
export async function followCollecting(request: FollowRequest): Promise<Collected> {
  const { captureId, ref } = request.underWay;
  return ended(splitRef(ref)[0], captureId, request, { kind: 'follow', captureId });
}

async function ended(
  frame: number,
  captureId: string,
  request: Omit<FollowRequest, 'underWay'>,
  order: CollectOrder,
): Promise<Collected> {
  try {
    return { inboxId: captureId, ...(await follow(frame, request, order)) };
  } catch (error) {
    await ask('capture/abandon', { captureId }).catch(() => {
      // The background sweeps captures that never ended; the first error is the one to tell.
    });
    throw error;
  }
}

/** Brings the workspace to the front, at `hash` (such as `#data`) where given. */
export async function openWorkspace(hash = ''): Promise<void> {
  await ask('workspace/open', { hash });
}

function follow(
  frame: number,
  { tabId, onProgress, onStarted, signal }: Omit<FollowRequest, 'underWay'>,
  order: CollectOrder,
): Promise<Pick<Collected, 'rows' | 'gathering'>> {
  return new Promise((resolve, reject) => {
    const port = browser.tabs.connect(tabId, { name: COLLECT_PORT, frameId: frame });
    const send = (next: CollectOrder) => port.postMessage(next);
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', cancel);
      finish();
      port.disconnect();
    };
    const cancel = () => {
      send({ kind: 'cancel' });
      settle(() => reject(signal?.reason));
    };
    signal?.addEventListener('abort', cancel, { once: true });
    port.onDisconnect.addListener(() => settle(() => reject(new AppError('page/gone'))));
    port.onMessage.addListener((raw: unknown) => {
      const news = parseCollectNews(raw);
      if (news === undefined) return;
      if (news.kind === 'progress') onProgress?.(news);
      else if (news.kind === 'done') settle(() => resolve({ rows: news.rows, gathering: news.gathering }));
      else if (news.kind === 'cancelled') settle(() => reject(new DOMException('stopped', 'AbortError')));
      else settle(() => reject(new AppError(news.code)));
    });
    send(order);
    onStarted?.({
      pause: () => send({ kind: 'pause' }),
      resume: () => send({ kind: 'resume' }),
      finish: () => send({ kind: 'enough' }),
    });
  });
}

async function describe(tabId: number, frameId: number): Promise<PageOffer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('page/no-answer')), DESCRIBE_TIMEOUT_MS);
  });
  const message = { kind: 'page/describe', request: null } satisfies { kind: PageMessageKind; request: null };
  try {
    const raw: unknown = await Promise.race([browser.tabs.sendMessage(tabId, message, { frameId }), late]);
    return opened(raw, replyOf(pageOffer));
  } finally {
    clearTimeout(timer);
  }
}

async function ask<K extends PageMessageKind>(kind: K, request: PageMessages[K]['request']): Promise<void> {
  const raw: unknown = await browser.runtime.sendMessage({ kind, request });
  opened(raw, nullReply);
}

function opened<T>(
  raw: unknown,
  guard: Guard<{ ok: true; value: T } | { ok: false; code: AppError['code'] }>,
): T {
  const reply = guard(raw);
  if (reply === undefined) throw new AppError('page/no-answer');
  if (!reply.ok) throw new AppError(reply.code);
  return reply.value;
}

const STORES =
  /extensions gallery|^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/i;
const BROWSER_PAGES =
  /\b(chrome|edge|brave|opera|vivaldi|about|devtools|view-source|chrome-extension|moz-extension|chrome-untrusted|chrome-search):|error page/i;

/** From an address, or from what the browser says when it refuses. */
function reasonOf(said: string): 'browser-page' | 'store-page' | null {
  if (STORES.test(said)) return 'store-page';
  return BROWSER_PAGES.test(/^https?:/i.test(said) ? '' : said) ? 'browser-page' : null;
}
