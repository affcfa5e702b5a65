import type { AppError, ErrorCode } from '../core/app-error';
import type { SiteChoices } from '../core/granted-site';
import type {
  CaptureChunk,
  CaptureEnd,
  CaptureHead,
  CaptureNote,
  GatherEnd,
  Gathering,
  OfferedTable,
  PageOffer,
  RowGap,
  TreeCounts,
  UnreadTool,
} from '../core/page-capture';
import type { ExportOffer } from '../core/page-export';
import { PAGE_KEY_KINDS, type PageKey } from '../core/page-key';
import type { BadgeAnswer } from './badge-answer';
import { count, flag, type Guard, listOf, objectOf, oneOf, orNull, text } from './guards';

/** Who a message may come from; decided by `sender-trust.ts`, never by the message. */
export type Trust = 'extension-page' | 'content-script';

/** Every message between pages, content scripts and the background, with what it carries and answers. */
export interface PageMessages {
  /** To a frame's content script: what is on the page. */
  'page/describe': { request: null; answer: PageOffer };
  /** To the background, and to a panel beside the page: the script is in this frame now. What its site is granted for. */
  'page/arrived': { request: null; answer: SiteChoices };
  /** To the background: a capture of this id will come from that frame, because a person asked for it. */
  'capture/expect': { request: ExpectedCapture; answer: null };
  /** To the background: forget it and what came of it. */
  'capture/abandon': { request: { readonly captureId: string }; answer: null };
  'capture/begin': { request: CaptureHead; answer: null };
  'capture/chunk': { request: CaptureChunk; answer: null };
  'capture/end': { request: CaptureEnd; answer: null };
  /** To the background: what to call the people of these rows. The content script is told it, never the page. */
  'badges/lookup': { request: { readonly rows: readonly (readonly PageKey[])[] }; answer: BadgeAnswer };
  /** To the background: no names on the sender's site any more, until somebody asks for them again. */
  'badges/off': { request: null; answer: null };
  /** To the background: our panel beside the sender's tab. */
  'badges/open-panel': { request: null; answer: null };
  /** To the background: a page on a site allowed for it has exported a file. */
  'export/offered': { request: ExportOffer; answer: null };
  /** To the frame that exported it: some of its bytes, from an offset. */
  'export/part': { request: ExportPlace; answer: ExportPart };
  /** To that frame: let it go. */
  'export/drop': { request: { readonly exportId: string }; answer: null };
  /** To the background: bring the workspace to the front, at this part of it. */
  'workspace/open': { request: { readonly hash: string }; answer: null };
}
export type PageMessageKind = keyof PageMessages;

export interface ExpectedCapture {
  readonly captureId: string;
  readonly tabId: number;
  readonly frameId: number;
}

export interface ExportPlace {
  readonly exportId: string;
  /** In bytes. */
  readonly offset: number;
}

export interface ExportPart {
  readonly base64: string;
  /** Bytes of the whole file. */
  readonly total: number;
}

export type PageMessage = {
  readonly [K in PageMessageKind]: { readonly kind: K; readonly request: PageMessages[K]['request'] };
}[PageMessageKind];

/** Name of the port a page collects over; one port, one table. */
export const COLLECT_PORT = 'segment-lens/collect';

/**
 * Over this one a table is looked at and not kept (`look-messages.ts`): its rows go to the page that asked and nowhere
 * else. As long as it is open, that page is told when the table is another one; closing it ends all of that.
 */
export const LOOK_PORT = 'segment-lens/look';

/** Over the port, to the content script. Its closing means nobody watches any longer, not that it should stop. */
export type CollectOrder =
  | {
      readonly kind: 'start';
      readonly captureId: string;
      readonly ref: string;
      readonly columnsLeftOut: readonly string[];
      /** Rows beyond those shown too: the page is scrolled, or its pages turned. */
      readonly all: boolean;
    }
  /** To watch one that was started before, from another popup. */
  | { readonly kind: 'follow'; readonly captureId: string }
  /** `enough`: stop here and keep what was gathered. */
  | { readonly kind: 'cancel' | 'pause' | 'resume' | 'enough' };

/** Over the port, from the content script. The last one is `done`, `cancelled` or `failed`. */
export type CollectNews =
  | ({ readonly kind: 'progress' } & CollectProgress)
  | { readonly kind: 'done'; readonly rows: number; readonly gathering: Gathering | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface CollectProgress {
  readonly rows: number;
  /** Null where nobody says how many there are. */
  readonly total: number | null;
  readonly page: number;
  /** Why nothing happens: the person paused it, or the tab is not in front and its page draws nothing. */
  readonly waiting: 'paused' | 'hidden' | null;
}

/** What a listener answers; an AppError does not survive the way between contexts. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode };

/** Longest things a page may say. What is longer is refused, not cut. */
const MAX_NAME = 2_000;
const MAX_URL = 100_000;
const MAX_COLUMNS = 2_000;
const MAX_CHUNK_ROWS = 5_000;
const MAX_CELL = 50_000_000;
export const MAX_LOOKUP_ROWS = 100;
export const MAX_ROW_KEYS = 8;
export const MAX_KEY = 200;
const MAX_PART = 8 << 20;

const nothing: Guard<null> = (raw) => (raw === null ? null : undefined);
const name = text(MAX_NAME);
const names = listOf(name, MAX_COLUMNS);
const id = text(100);
const row = listOf(text(MAX_CELL), MAX_COLUMNS);
export const captureRows = listOf(row, MAX_CHUNK_ROWS);
const day: Guard<string> = (raw) =>
  typeof raw === 'string' && /^\d{4}-\d\d-\d\d$/.test(raw) ? raw : undefined;
export const captureNotes = listOf(
  oneOf<CaptureNote>('sampled', 'thresholded', 'other-row', 'changed-while-reading'),
  10,
);

const treeCounts: Guard<TreeCounts> = (raw) =>
  objectOf<TreeCounts>({ sums: count, collapsed: count, unsure: count })(raw) ??
  objectOf<TreeCounts>({ sums: count, collapsed: count })(raw);

const offeredTable = objectOf<OfferedTable>({
  ref: id,
  tool: id,
  title: name,
  columns: names,
  rowsOnPage: count,
  rowsStated: orNull(count),
  more: orNull(oneOf('scroll', 'pages', 'opens')),
  tree: orNull(treeCounts),
  dateRange: orNull(objectOf({ from: day, to: day })),
  account: orNull(name),
  property: orNull(name),
  sample: listOf(row, 50),
  frame: oneOf('top', 'iframe'),
});

const gatheringFields = {
  ended: oneOf<GatherEnd>('whole', 'short', 'enough', 'row-limit', 'time-limit', 'stuck', 'replaced', 'gone'),
  rowsStated: orNull(count),
  pages: count,
  putBack: flag,
  tree: orNull(objectOf({ sums: count, collapsed: count, opened: count })),
};
const gaps = listOf(objectOf<RowGap>({ after: count, rows: count }), 20);

export const gathering: Guard<Gathering | null> = orNull(
  (raw) => objectOf({ ...gatheringFields, gaps })(raw) ?? objectOf(gatheringFields)(raw),
);

export const captureHead = objectOf<CaptureHead>({
  captureId: id,
  pageTitle: name,
  url: text(MAX_URL),
  table: offeredTable,
  columns: names,
  columnsLeftOut: names,
  totals: orNull(listOf(orNull(text(MAX_CELL)), MAX_COLUMNS)),
  notes: captureNotes,
});

export const pageOffer = objectOf<PageOffer>({
  url: text(MAX_URL),
  title: name,
  tool: id,
  tables: listOf(offeredTable, 200),
  tablesBeyond: count,
  underWay: orNull(objectOf({ captureId: id, ref: id })),
  unread: orNull(
    objectOf<UnreadTool>({ tool: id, label: objectOf({ en: id, pl: id }), host: orNull(text(300)) }),
  ),
});

const captureId = { captureId: id };
const pageKey = objectOf<PageKey>({ kind: oneOf(...PAGE_KEY_KINDS), space: id, value: text(MAX_KEY) });

const exportOffer = objectOf<ExportOffer>({
  exportId: id,
  name,
  bytes: orNull(count),
  bytesAre: oneOf('held', 'server', 'too-large', 'unseen'),
});
export const exportPart = objectOf<ExportPart>({ base64: text(MAX_PART), total: count });

/** The map of messages: who may send each, and what it must look like. */
const MESSAGES: {
  readonly [K in PageMessageKind]: {
    readonly from: Trust;
    readonly request: Guard<PageMessages[K]['request']>;
  };
} = {
  'page/describe': { from: 'extension-page', request: nothing },
  'page/arrived': { from: 'content-script', request: nothing },
  'capture/expect': {
    from: 'extension-page',
    request: objectOf({ ...captureId, tabId: count, frameId: count }),
  },
  'capture/abandon': { from: 'extension-page', request: objectOf(captureId) },
  'capture/begin': { from: 'content-script', request: captureHead },
  'capture/chunk': {
    from: 'content-script',
    request: objectOf({ ...captureId, index: count, rows: captureRows }),
  },
  'capture/end': {
    from: 'content-script',
    request: objectOf({ ...captureId, rows: count, notes: captureNotes, gathering }),
  },
  'badges/lookup': {
    from: 'content-script',
    request: objectOf({ rows: listOf(listOf(pageKey, MAX_ROW_KEYS), MAX_LOOKUP_ROWS) }),
  },
  'badges/off': { from: 'content-script', request: nothing },
  'badges/open-panel': { from: 'content-script', request: nothing },
  'export/offered': { from: 'content-script', request: exportOffer },
  'export/part': { from: 'extension-page', request: objectOf<ExportPlace>({ exportId: id, offset: count }) },
  'export/drop': { from: 'extension-page', request: objectOf({ exportId: id }) },
  'workspace/open': {
    from: 'extension-page',
    request: objectOf({
      hash: (raw) => (typeof raw === 'string' && /^(#[\w/=&.-]{0,200})?$/.test(raw) ? raw : undefined),
    }),
  },
};

const kindOf = oneOf(...(Object.keys(MESSAGES) as PageMessageKind[]));

/** The message, or null where it is none of ours, malformed, or from one who may not send it. */
export function parsePageMessage(raw: unknown, trust: Trust | null): PageMessage | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { kind: rawKind, request: rawRequest } = raw as { kind?: unknown; request?: unknown };
  const kind = kindOf(rawKind);
  if (kind === undefined || MESSAGES[kind].from !== trust) return null;
  const request = MESSAGES[kind].request(rawRequest);
  return request === undefined ? null : ({ kind, request } as PageMessage);
}

export const parseCollectOrder: Guard<CollectOrder> = (raw) =>
  objectOf({ kind: oneOf('cancel', 'pause', 'resume', 'enough') })(raw) ??
  objectOf({ kind: oneOf('follow'), captureId: id })(raw) ??
  objectOf({ kind: oneOf('start'), captureId: id, ref: id, columnsLeftOut: names, all: flag })(raw);

export const errorCode: Guard<ErrorCode> = (raw) =>
  typeof raw === 'string' && /^[a-z]+(\/[a-z-]+)?$/.test(raw) ? (raw as AppError['code']) : undefined;

export const collectProgress = {
  rows: count,
  total: orNull(count),
  page: count,
  waiting: orNull(oneOf('paused', 'hidden')),
};

export const parseCollectNews: Guard<CollectNews> = (raw) =>
  objectOf({ kind: oneOf('progress'), ...collectProgress })(raw) ??
  objectOf({ kind: oneOf('done'), rows: count, gathering })(raw) ??
  objectOf({ kind: oneOf('cancelled') })(raw) ??
  objectOf({ kind: oneOf('failed'), code: errorCode })(raw);

export const replyOf = <T>(value: Guard<T>): Guard<Reply<T>> => {
  const failed = objectOf({ ok: (r) => (r === false ? (false as const) : undefined), code: errorCode });
  const done = objectOf<{ ok: true; value: T }>({ ok: (r) => (r === true ? true : undefined), value });
  return (raw) => done(raw) ?? failed(raw);
};

export const nullReply = replyOf(nothing);

export const siteChoices = objectOf<SiteChoices>({ follow: flag, exports: flag, badges: flag });
