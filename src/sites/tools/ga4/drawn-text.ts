import { all, attribute, one, textOf } from '../../page/dom';
import { plainText } from '../../page/plain-text';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * What a drawn name says. It is broken into several texts by its width, in any order, and cut short where it is long;
 * its tooltip then says it whole.
 */
export function drawnText(drawn: Element): string {
  const pieces = all(drawn, 'text:not(.percent-of-total)')
    .map((text) => {
      const [x, y] = ['x', 'y'].map((name) => Number.parseFloat(attribute(text, name) ?? '') || 0);
      return { x: x ?? 0, y: y ?? 0, said: plainText(textOf(text) ?? '') };
    })
    .filter(({ said }) => said !== '')
    .sort((a, b) => a.y - b.y || a.x - b.x);
  let shown = '';
  for (const { said } of pieces) shown += breaksInside(shown) || shown === '' ? said : ` ${said}`;
  const tooltip = one(drawn, '[tooltip-html]');
  const whole = tooltip === null ? '' : saidIn(attribute(tooltip, 'tooltip-html') ?? '');
  const begins = shown.replace(/(?:…|\.\.\.)$/, '').replace(/\s/g, '');
  return whole !== '' && whole.replace(/\s/g, '').startsWith(begins) ? whole : shown;
}

/** Addresses and names with dashes are broken behind a sign, where there was no blank. */
const breaksInside = (text: string): boolean => /\S[-/_.?&=]$/.test(text);

/** The text of a bit of HTML, without making elements of it. */
function saidIn(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi, (found, decimal, hex, name) => {
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return name === undefined ? String.fromCodePoint(code) : (ENTITIES[name] ?? found);
    });
  return plainText(text);
}
