import { AppError } from '../core/app-error';
import { assertNever } from '../core/assert-never';
import type { SiteChoices } from '../core/granted-site';
import type { BadgeAnswer } from '../protocol/badge-answer';
import type { PageMessage, Reply } from '../protocol/page-messages';
import type { Sender } from '../protocol/sender-trust';
import type { AnswerBadges } from './badges/answer-badges';
import type { offeredExports } from './exports/offered-exports';
import type { receiveCaptures } from './imports/receive-capture';

export interface BackgroundWork {
  readonly captures: ReturnType<typeof receiveCaptures>;
  readonly badges: AnswerBadges;
  readonly openPanel: (tabId: number) => Promise<void>;
  readonly openWorkspace: (hash: string) => Promise<void>;
  readonly choicesOf: (url: string) => Promise<SiteChoices>;
  readonly exports: ReturnType<typeof offeredExports>;
}

/** What the background does on a message already checked; undefined for those that are not for it. */
export function answerPages(
  message: PageMessage,
  sender: Sender,
  work: BackgroundWork,
): Promise<Reply<SiteChoices | BadgeAnswer | null>> | undefined {
  const done = doIt(message, sender, work);
  return done?.then(
    (value) => ({ ok: true as const, value: value ?? null }),
    (error: unknown) => ({ ok: false as const, code: error instanceof AppError ? error.code : 'internal' }),
  );
}

function doIt(
  message: PageMessage,
  sender: Sender,
  work: BackgroundWork,
): Promise<SiteChoices> | Promise<BadgeAnswer> | Promise<void> | undefined {
  const from = { tabId: sender.tab?.id ?? -1, frameId: sender.frameId ?? -1 };
  switch (message.kind) {
    case 'page/arrived':
      return work.choicesOf(sender.url ?? '');
    case 'capture/expect': {
      const { captureId, ...source } = message.request;
      return work.captures.expect(captureId, source);
    }
    case 'capture/abandon':
      return work.captures.abandon(message.request.captureId);
    case 'capture/begin':
      return work.captures.begin(message.request, from);
    case 'capture/chunk':
      return work.captures.chunk(message.request, from);
    case 'capture/end':
      return work.captures.end(message.request, from);
    case 'badges/lookup':
      return work.badges.lookup(message.request.rows, sender);
    case 'badges/off':
      return work.badges.off(sender);
    case 'badges/open-panel':
      return work.openPanel(from.tabId);
    case 'workspace/open':
      return work.openWorkspace(message.request.hash);
    case 'export/offered':
      return work.exports.offered(message.request, from, sender.url ?? '');
    case 'page/describe':
    case 'export/part':
    case 'export/drop':
      return undefined;
    default:
      return assertNever(message);
  }
}
