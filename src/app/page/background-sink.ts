import { AppError } from '../../core/app-error';
import { nullReply, type PageMessageKind, type PageMessages } from '../../protocol/page-messages';
import type { CaptureSink } from './capture-sender';

/** How long to wait before each further try. */
const AGAIN_AFTER_MS = [100, 500, 2_000];

/**
 * Sends captures to the background. One that was stopped under a message is woken by the next: what got no answer is
 * sent again, and the inbox takes the same chunk twice as once.
 */
export function backgroundSink(send: (message: unknown) => Promise<unknown>): CaptureSink {
  const ask = async <K extends PageMessageKind>(
    kind: K,
    request: PageMessages[K]['request'],
  ): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      try {
        const reply = nullReply(await send({ kind, request }));
        if (reply?.ok === true) return;
        if (reply !== undefined) throw new AppError(reply.code);
      } catch (error) {
        if (error instanceof AppError) throw error;
        if (attempt >= AGAIN_AFTER_MS.length) throw new AppError('page/no-answer', { cause: error });
      }
      if (attempt >= AGAIN_AFTER_MS.length) throw new AppError('page/no-answer');
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS[attempt]));
    }
  };
  return {
    begin: (head) => ask('capture/begin', head),
    chunk: (chunk) => ask('capture/chunk', chunk),
    end: (end) => ask('capture/end', end),
  };
}
