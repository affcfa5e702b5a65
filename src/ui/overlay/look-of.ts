import { aroundOf } from '../../sites/page/row-people';

/** What of a page decides where and how something beside its rows is drawn. */
export interface ListLook {
  /** What cuts the list off, inmost first. */
  readonly clips: readonly Element[];
  readonly dark: boolean;
}

/** To be asked right after layout: it reads computed styles. */
export function lookOf(window: Window, list: Element): ListLook {
  const clips: Element[] = [];
  let dark: boolean | null = null;
  for (let at: Element | null = list; at !== null; at = aroundOf(at)) {
    const style = window.getComputedStyle(at);
    if (`${style.overflowX} ${style.overflowY}` !== 'visible visible') clips.push(at);
    dark ??= isDark(style.backgroundColor);
    if (style.position === 'fixed') break;
  }
  return { clips, dark: dark ?? isDark(window.getComputedStyle(list).color) === false };
}

/** Of a colour as computed; null where it lets through what is behind. */
function isDark(colour: string): boolean | null {
  const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!colour.startsWith('rgb') || alpha < 0.5) return null;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}
