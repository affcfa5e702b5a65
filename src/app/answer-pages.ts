import { AppError } from '../core/app-error';
import { assertNever } from '../core/assert-never';
import type { SiteChoices } from '../core/granted-site';
import type { PageMessage, Reply } from '../protocol/page-messages';
import type { Sender } from '../protocol/sender-trust';
import type { receiveCaptures } from './receive-capture';

export interface BackgroundWork {
  readonly captures: ReturnType<typeof receiveCaptures>;
  readonly openWorkspace: (hash: string) => Promise<void>;
  readonly choicesOf: (url: string) => Promise<SiteChoices>;
}

/** What the background does on a message already checked; undefined for those that are not for it. */
export function answerPages(
  message: PageMessage,
  sender: Sender,
  work: BackgroundWork,
): Promise<Reply<SiteChoices | null>> | undefined {
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
): Promise<SiteChoices> | Promise<void> | undefined {
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
    case 'workspace/open':
      return work.openWorkspace(message.request.hash);
    case 'page/describe':
      return undefined;
    default:
      return assertNever(message);
  }
}
