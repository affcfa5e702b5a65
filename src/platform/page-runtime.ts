/**
 * The part of `runtime` a script in a page uses. Both browsers have it by themselves but for one difference, so that
 * the polyfill, which would be a sixth of what is put into a page, stays out of it.
 */
export interface PageRuntime {
  /** Undefined once the extension was reloaded or removed under the page. */
  readonly id: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onConnect: { addListener(listen: (port: PagePort) => void): void };
}

export interface PagePort {
  readonly name: string;
  readonly sender?: MessageSender;
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listen: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listen: () => void): void };
}

interface MessageSender {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly id?: number };
  readonly frameId?: number;
}

type Respond = (answer: unknown) => void;

interface Native extends PageRuntime {
  readonly onMessage: {
    addListener(listen: (message: unknown, sender: MessageSender, respond: Respond) => boolean): void;
  };
}

declare const browser: { readonly runtime: Native };
declare const chrome: { readonly runtime: Native };

const native = (): Native => (__TARGET__ === 'firefox' ? browser : chrome).runtime;

/** Looked up when asked: in a page the extension has left behind, even that may throw. */
export const pageRuntime = (): PageRuntime => native();

/** Chrome takes no promise from a listener: the answer is sent once it is there. Undefined: not ours to answer. */
export function onPageMessage(
  listen: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
): void {
  native().onMessage.addListener((message, sender, respond) => {
    const answer = listen(message, sender);
    if (answer === undefined) return false;
    void answer.then(respond);
    return true;
  });
}
