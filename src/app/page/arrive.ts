import { NO_CHOICES, type SiteChoices } from '../../core/granted-site';
import { type PageMessageKind, replyOf, siteChoices } from '../../protocol/page-messages';

/**
 * Says that the script is in this frame, so that a panel beside the page looks at it, and learns what the site is
 * granted for. A frame opened by a click alone, or by an extension that is gone, is granted nothing.
 */
export async function arrive(send: (message: unknown) => Promise<unknown>): Promise<SiteChoices> {
  try {
    const kind: PageMessageKind = 'page/arrived';
    const reply = replyOf(siteChoices)(await send({ kind, request: null }));
    return reply?.ok === true ? reply.value : NO_CHOICES;
  } catch {
    return NO_CHOICES;
  }
}
