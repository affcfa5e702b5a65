import type { Trust } from './page-messages';

/** The part of `runtime.MessageSender` that trust is decided from. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
}

export interface Extension {
  readonly id: string;
  /** `runtime.getURL('')`. */
  readonly base: string;
}

/** Pages that may give orders. The overlay is none of them: a hostile page can frame it. */
const PAGES = ['popup/index.html', 'panel/index.html', 'workspace/index.html'];

/**
 * Who is speaking (docs/architecture.md, "Reading a page, and who may say what"): our own page only by its exact address and where no
 * web page can have framed it; a content script only from a frame of a tab.
 */
export function senderTrust(sender: Sender, extension: Extension): Trust | null {
  if (sender.id !== extension.id || sender.url === undefined) return null;
  if (sender.url.startsWith(extension.base)) {
    const page = sender.url.slice(extension.base.length).replace(/[?#].*$/s, '');
    const alone = sender.tab === undefined || sender.frameId === 0;
    return alone && (PAGES.includes(page) || (__TEST__ && page === 'self-test/index.html'))
      ? 'extension-page'
      : null;
  }
  return sender.tab?.id !== undefined && sender.frameId !== undefined ? 'content-script' : null;
}
