import { make } from './own-elements';
import { freePlace, type Place } from './pill-place';

/** A page all full of controls is not searched through over and over. */
const SEARCH_AGAIN_MS = 3_000;

export interface PillWords {
  readonly text: string;
  readonly panel: string;
  readonly hide: string;
  readonly off: string;
  readonly name: string;
}

/** What the buttons do; none of it gives anybody a right or changes what is held. */
export interface PillActions {
  readonly panel: () => void;
  readonly hide: () => void;
  readonly off: () => void;
}

/**
 * The small badge: what is there, a way into the panel, and two ways out. It goes where it hides nothing that could be
 * pressed, is drawn nowhere where there is no such place, and never takes the focus by itself.
 */
export function pill(window: Window, layer: HTMLElement, host: Element, actions: PillActions) {
  const { document } = window;
  const box = make(document, 'div', 'pill light');
  const bar = make(document, 'div', 'bar');
  const more = make(document, 'div', 'more');
  const button = (className: string, act: () => void, type = 'button') => {
    const made = make(document, 'button', className);
    made.setAttribute('type', type);
    made.addEventListener('click', (event) => {
      // A script of the page's can't press it.
      if (event.isTrusted) act();
    });
    return made;
  };
  const main = button('main', () => {
    const open = box.classList.toggle('open');
    main.setAttribute('aria-expanded', String(open));
  });
  const close = button('close', actions.hide);
  close.textContent = '×';
  const panel = button('', actions.panel);
  const hide = button('', actions.hide);
  const off = button('', actions.off);
  more.append(panel, hide, off);
  bar.append(main, close);
  box.append(bar, more);
  box.setAttribute('role', 'group');
  main.setAttribute('aria-expanded', 'false');
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !box.classList.contains('open')) return;
    box.classList.remove('open');
    main.setAttribute('aria-expanded', 'false');
  });
  let shown = false;
  let at = '';
  let place: Place | null = null;
  let searchAgain = 0;

  return {
    say(words: PillWords | null): void {
      shown = words !== null;
      if (words === null) {
        box.remove();
        at = '';
        return;
      }
      // Drawn by the style out of the attribute: text in the tree could be searched for with `window.find`.
      main.setAttribute('data-says', words.text);
      main.setAttribute('aria-label', words.text);
      close.setAttribute('aria-label', words.hide);
      close.setAttribute('title', words.hide);
      box.setAttribute('aria-label', words.name);
      panel.textContent = words.panel;
      hide.textContent = words.hide;
      off.textContent = words.off;
      if (!box.isConnected) layer.append(box);
    },

    dark(dark: boolean): void {
      box.classList.toggle('dark', dark);
      box.classList.toggle('light', !dark);
    },

    /** To be called after layout, once the page is still. Somebody who is at it keeps it where it is. */
    place(): void {
      if (!shown || box.matches(':hover, :focus-within, .open')) return;
      const size = bar.getBoundingClientRect();
      const from = layer.getBoundingClientRect();
      if (place === null && performance.now() < searchAgain) return;
      place = freePlace(window, host, size.width, size.height, place);
      if (place === null) searchAgain = performance.now() + SEARCH_AGAIN_MS;
      const free = place;
      const next =
        free === null
          ? ''
          : `${Math.round(free.x - from.left)} ${Math.round(free.y + size.height - from.top)}`;
      if (next === at) return;
      at = next;
      box.classList.toggle('placed', free !== null);
      if (free === null) return;
      const [x, y] = next.split(' ');
      box.style.setProperty('transform', `translate(${x}px, ${y}px) translateY(-100%)`);
    },
  };
}
