export type Language = 'en' | 'pl';

/** Figures as a tool writes them in either language; Polish ones with the blanks it parts thousands by. */
export const figure = (value: number, language: Language, decimals = 0): string => {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const [group, point] = language === 'pl' ? ['\u00a0', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : grouped + point + fraction;
};

/** The same made-up figures on every run. */
export function made(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** Data for a script in the page; no text of it can end the script. */
export const json = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/**
 * For a page's own script: a list that keeps only what can be seen in the document. `draw(first, last)` is called for
 * each stretch, a frame after the scrolling, as virtual lists do.
 */
export const WINDOWED = `
  function windowed(scroller, height, total, draw) {
    let shown = '';
    const go = () => {
      const first = Math.max(0, Math.floor(scroller.scrollTop / height) - 1);
      const last = Math.min(total(), first + Math.ceil(scroller.clientHeight / height) + 2);
      if (shown === first + '-' + last + '/' + total()) return;
      shown = first + '-' + last + '/' + total();
      draw(first, last);
    };
    scroller.addEventListener('scroll', () => requestAnimationFrame(go));
    go();
    return () => { shown = ''; go(); };
  }
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }`;
