import {
  agreedEvent,
  CATCHER_IS_HERE,
  type CaughtExport,
  RECEIVER_IS_HERE,
  stopEvent,
} from './catcher-events';

/** What browsers save and do not show when it is followed without a `download` attribute. */
const SAVED_TYPES = /csv|tab-separated|excel|spreadsheet|zip|octet-stream|ndjson|force-download/i;
const SAVED_NAMES = /\.(?:csv|tsv|xlsx?|ods|zip|gz|ndjson)$|[?&](?:format|output|type)=(?:csv|tsv|xlsx?)\b/i;

/**
 * Runs in the page's own world, and changes nothing there but to look on: `URL.createObjectURL`, `revokeObjectURL`,
 * `click()` and `dispatchEvent` do what they did, return what they returned and throw what they threw. A click that
 * saves a file is handed to the receiver as a reference, before the page can revoke it. Nothing is decided here, and
 * nothing is patched before a receiver has said a name.
 *
 * Every function of the page's world is taken before its scripts run, for it may be another one later.
 */
export function catchExports(scope: Window & typeof globalThis): void {
  const { document, URL, HTMLElement, HTMLAnchorElement, MouseEvent, CustomEvent, Blob } = scope;
  const { apply } = scope.Reflect;
  const { defineProperty, getOwnPropertyDescriptor } = scope.Object;
  const { dispatchEvent, addEventListener, removeEventListener } = scope.EventTarget.prototype;
  const { getAttribute, hasAttribute } = scope.Element.prototype;
  const { composedPath } = scope.Event.prototype;
  const { setTimeout, Proxy: Through } = scope;
  const test = scope.RegExp.prototype.test;
  const startsWith = scope.String.prototype.startsWith;
  const getterOf = (prototype: object, name: string) =>
    getOwnPropertyDescriptor(prototype, name)?.get as (this: unknown) => unknown;
  const hrefOf = getterOf(HTMLAnchorElement.prototype, 'href');
  const typeOfBlob = getterOf(Blob.prototype, 'type');
  const typeOfEvent = getterOf(scope.Event.prototype, 'type');
  const isPrevented = getterOf(scope.Event.prototype, 'defaultPrevented');
  const detailOf = getterOf(CustomEvent.prototype, 'detail');
  // No prototype: the page has no say in how it is looked up. Held as long as the page's own address of it.
  const blobs: Record<string, Blob> = scope.Object.create(null);

  const hear = (name: string, heard: (event: Event) => void) => {
    apply(addEventListener, scope, [name, heard, true]);
    return () => apply(removeEventListener, scope, [name, heard, true]);
  };
  const say = (name: string, detail: unknown) =>
    apply(dispatchEvent, scope, [new CustomEvent(name, { detail })]);
  const quietly = <T>(look: () => T): T | null => {
    try {
      return look();
    } catch {
      return null;
    }
  };
  const begins = (text: string, with_: string): boolean => apply(startsWith, text, [with_]);

  let agreed: string | null = null;
  const endAgreeing = hear(RECEIVER_IS_HERE, (event) => {
    const name: unknown = quietly(() => apply(detailOf, event, []));
    if (agreed !== null || typeof name !== 'string' || name === '') return;
    agreed = name;
    endAgreeing();
    say(agreedEvent(name), null);
    hear(stopEvent(name), () => {
      agreed = null;
    });
    quietly(lookOn);
  });
  say(CATCHER_IS_HERE, null);

  /** What a click on this would save; null for any other click. */
  function savedBy(target: unknown): CaughtExport | null {
    if (agreed === null || !(target instanceof HTMLAnchorElement)) return null;
    const url = apply(hrefOf, target, []) as string;
    const named: boolean = apply(hasAttribute, target, ['download']);
    const name = named ? ((apply(getAttribute, target, ['download']) as string | null) ?? '') : '';
    if (begins(url, 'blob:')) {
      const blob = blobs[url] ?? null;
      const saved = named || (blob !== null && apply(test, SAVED_TYPES, [apply(typeOfBlob, blob, [])]));
      return saved ? { name, url: '', blob } : null;
    }
    if (begins(url, 'data:')) return named ? { name, url, blob: null } : null;
    if (!begins(url, 'http')) return null;
    return named || apply(test, SAVED_NAMES, [url]) ? { name, url, blob: null } : null;
  }

  function handOver(caught: CaughtExport): void {
    if (agreed !== null) say(agreed, caught);
  }

  function lookOn(): void {
    // Clicks the wrappers below are in the midst of.
    let inHand = 0;

    wrap(URL, 'createObjectURL', (make, self, args) => {
      const url: unknown = apply(make, self, args);
      quietly(() => {
        if (agreed !== null && typeof url === 'string' && args[0] instanceof Blob) blobs[url] = args[0];
      });
      return url;
    });
    wrap(URL, 'revokeObjectURL', (revoke, self, args) => {
      quietly(() => {
        if (typeof args[0] === 'string') delete blobs[args[0]];
      });
      return apply(revoke, self, args);
    });

    // An anchor outside the document, or in a closed shadow root, is clicked without the window hearing of it.
    wrap(HTMLElement.prototype, 'click', (click, self, args) => {
      const caught = quietly(() => savedBy(self));
      if (caught === null) return apply(click, self, args);
      let event: Event | null = null;
      const see = (seen: Event) => {
        event = seen;
      };
      quietly(() => apply(addEventListener, self as EventTarget, ['click', see, true]));
      inHand++;
      try {
        return apply(click, self, args);
      } finally {
        inHand--;
        quietly(() => {
          apply(removeEventListener, self as EventTarget, ['click', see, true]);
          if (event === null || apply(isPrevented, event, []) !== true) handOver(caught);
        });
      }
    });
    wrap(scope.EventTarget.prototype, 'dispatchEvent', (dispatch, self, args) => {
      const caught = quietly(() => {
        const [event] = args;
        if (!(self instanceof HTMLAnchorElement) || !(event instanceof MouseEvent)) return null;
        return apply(typeOfEvent, event, []) === 'click' ? savedBy(self) : null;
      });
      if (caught === null) return apply(dispatch, self, args);
      inHand++;
      let went: unknown = false;
      try {
        went = apply(dispatch, self, args);
        return went;
      } finally {
        inHand--;
        if (went === true) quietly(() => handOver(caught));
      }
    });

    // A person's own click, and one on something within the link.
    hear('click', (event) => {
      quietly(() => {
        if (inHand > 0) return;
        const path = apply(composedPath, event, []) as readonly unknown[];
        let caught: CaughtExport | null = null;
        for (let i = 0; i < path.length && path[i] !== document && caught === null; i++)
          caught = savedBy(path[i]);
        const found = caught;
        if (found === null) return;
        // Whether the page lets it happen is known once everybody has heard it.
        apply(setTimeout, scope, [
          () => quietly(() => apply(isPrevented, event, []) === true || handOver(found)),
          0,
        ]);
      });
    });
  }

  /** A proxy is the function itself but for what it is called through: name, length and descriptor stay. */
  function wrap(
    owner: object,
    name: string,
    through: (native: (...args: unknown[]) => unknown, self: unknown, args: readonly unknown[]) => unknown,
  ): void {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    const native: unknown = descriptor?.value;
    if (descriptor === undefined || typeof native !== 'function') return;
    const value = new Through(native as (...args: unknown[]) => unknown, {
      apply: (target, self, args) => through(target, self, args),
    });
    defineProperty(owner, name, { ...descriptor, value });
  }
}
