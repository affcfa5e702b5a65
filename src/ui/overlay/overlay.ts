import { en } from '../../i18n/en/overlay';
import { pl } from '../../i18n/pl/overlay';
import type { RowBadge } from '../../protocol/badge-answer';
import type { PageMessageKind } from '../../protocol/page-messages';
import { isInDocument } from '../../sites/page/dom';
import type { PersonRow } from '../../sites/page/person-rows';
import { afterLayout } from './after-layout';
import { chips } from './chips';
import { lookOf } from './look-of';
import { type LookupState, lookups, rowName } from './lookups';
import { OVERLAY_STYLE } from './overlay-style';
import { make } from './own-elements';
import { pill } from './pill';
import { trackRows } from './tracked-rows';

/** A page that takes our element away gets its way after so many tries. */
const PUT_BACK = 3;
const CATALOGS = { en, pl };

const IMPORTANT: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['left', '0'],
  ['top', '0'],
  ['width', '0'],
  ['height', '0'],
  ['display', 'block'],
  ['visibility', 'visible'],
  ['pointer-events', 'none'],
  ['z-index', '2147483647'],
];

/**
 * Segment names beside the people a page lists, and a badge that says how many of them are known: in one element of
 * ours that takes no room, with a closed shadow root, above the page and out of its way. The page's own elements are
 * read and never written to. Ends by itself where it is not wanted.
 * @param send to the background
 * @returns whether it still runs, and how to end it
 */
export function overlay(window: Window & typeof globalThis, send: (message: unknown) => Promise<unknown>) {
  const { document } = window;
  const page = Reflect.get(Document.prototype, 'documentElement', document) as HTMLElement;
  const host = make(document, 'div');
  for (const [name, value] of IMPORTANT) host.style.setProperty(name, value, 'important');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = make(document, 'style', '', OVERLAY_STYLE);
  const pulse = make(document, 'div', 'pulse');
  const names = make(document, 'div', 'layer');
  const badge = make(document, 'div', 'layer');
  // Names answer to nothing: they can't be pressed, chosen, found in the page or read out away from their row.
  names.setAttribute('inert', '');
  names.setAttribute('aria-hidden', 'true');
  shadow.append(style, pulse, names, badge);

  let state: LookupState = 'ready';
  let language: 'en' | 'pl' = /^pl\b/i.test(window.navigator.language) ? 'pl' : 'en';
  let address = window.location.href;
  let hidden = false;
  let ended = false;
  let tries = 0;
  const counted = new Map<string, boolean>();

  const tell = (kind: PageMessageKind) => void send({ kind, request: null }).catch(() => {});
  const drawer = chips(window, names);
  const bar = pill(window, badge, host, {
    panel: () => tell('badges/open-panel'),
    hide: () => {
      hidden = true;
      update();
    },
    off: () => {
      tell('badges/off');
      end();
    },
  });
  const asked = lookups(send, (news) => {
    if (news.state === 'off') return end();
    state = news.state;
    language = news.locale ?? language;
    update();
  });
  const tracked = trackRows(window, page, () => update());

  function update(): void {
    if (ended) return;
    if (window.location.href !== address) {
      address = window.location.href;
      hidden = false;
      counted.clear();
    }
    const inLists = new Map<Element, number>();
    for (const { list } of tracked.rows()) inLists.set(list, (inLists.get(list) ?? 0) + 1);
    const named: [PersonRow, RowBadge][] = [];
    for (const row of hidden ? [] : tracked.rows()) {
      const known = asked.of(row.keys);
      if (known === undefined) continue;
      // One address that stands by itself is more often the page's own than a customer's.
      if (known !== null || (inLists.get(row.list) ?? 0) > 1) counted.set(rowName(row.keys), known !== null);
      if (known !== null && known.name !== null) named.push([row, known]);
    }
    drawer.name(named);
    bar.say(hidden ? null : wordsNow());
    if (tracked.size() > 0) attach();
    ticking.wake();
  }

  function wordsNow() {
    if (tracked.size() === 0) return null;
    const t = CATALOGS[language];
    const all = counted.size;
    const known = [...counted.values()].filter(Boolean).length;
    const text =
      state === 'stale' ? t.stale : state === 'wait' ? t.waiting : all === 0 ? null : t.known(known, all);
    if (text === null) return null;
    return { text, panel: t.panel, hide: t.hide, off: t.off(window.location.hostname), name: t.name };
  }

  let drawnAt = 0;
  const ticking = afterLayout(window, pulse, () => {
    if (hidden) return false;
    const moved = drawer.measure(tracked.rows());
    if (moved) return true;
    if (performance.now() - drawnAt > 300) {
      drawnAt = performance.now();
      // Most pages colour their body; the canvas takes its colour from there.
      bar.dark(lookOf(window, bodyOf(document) ?? page).dark);
      bar.place();
    }
    if (!isInDocument(host)) attach();
    return false;
  });

  function attach(): void {
    if (isInDocument(host) || ended) return;
    tries++;
    if (tries > PUT_BACK + 1) {
      end();
      return;
    }
    Element.prototype.append.call(page, host);
    ticking.wake();
  }

  const wake = () => ticking.wake();
  const again = () => {
    // What is held, or what was chosen, may be another since.
    if (Reflect.get(Document.prototype, 'hidden', document) === true) return;
    if (state !== 'ready') asked.forget();
    tracked.look();
    update();
  };
  const passive = { capture: true, passive: true };
  window.addEventListener('scroll', wake, passive);
  window.addEventListener('resize', wake, passive);
  window.addEventListener('focus', again);
  window.addEventListener('visibilitychange', again);

  function end(): void {
    if (ended) return;
    ended = true;
    tracked.stop();
    asked.stop();
    ticking.stop();
    window.removeEventListener('scroll', wake, passive);
    window.removeEventListener('resize', wake, passive);
    window.removeEventListener('focus', again);
    window.removeEventListener('visibilitychange', again);
    Element.prototype.remove.call(host);
  }

  return { running: () => !ended, again, end };
}

/** Asked of the prototype: a form of the page may be named `body`. */
function bodyOf(document: Document): HTMLElement | null {
  return Reflect.get(Document.prototype, 'body', document) as HTMLElement | null;
}
