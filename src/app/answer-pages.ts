import { AppError } from '../core/app-error';
import { assertNever } from '../core/assert-never';
import type { PageMessage, Reply } from '../protocol/page-messages';
import type { CaptureSource, receiveCaptures } from './receive-capture';

export interface BackgroundWork {
  readonly captures: ReturnType<typeof receiveCaptures>;
  readonly openWorkspace: (hash: string) => Promise<void>;
}

/** What the background does on a message already checked; undefined for those that are not for it. */
export function answerPages(
  message: PageMessage,
  from: CaptureSource,
  work: BackgroundWork,
): Promise<Reply<null>> | undefined {
  const done = doIt(message, from, work);
  return done?.then(
    () => ({ ok: true as const, value: null }),
    (error: unknown) => ({ ok: false as const, code: error instanceof AppError ? error.code : 'internal' }),
  );
}

function doIt(message: PageMessage, from: CaptureSource, work: BackgroundWork): Promise<void> | undefined {
  switch (message.kind) {
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
