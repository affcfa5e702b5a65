import type { Markup } from '../../../core/markup';

/** What a drawing's look is made of. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const KEPT = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'line',
  'circle',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'title',
]);
const STYLING = new Set(['class', 'style', 'id', 'tabindex', 'focusable', 'role']);

/** A drawing on the page as data, its computed look written into it, so that it needs no style of ours. */
export function styledSvg(element: SVGElement): Markup {
  const style = getComputedStyle(element);
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes)
    if (!STYLING.has(name) && !name.startsWith('aria-') && !name.startsWith('on')) attributes[name] = value;
  if (element.tagName !== 'title')
    for (const name of LOOK) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== 'normal') attributes[name] = value;
    }
  const children: (Markup | string)[] = [];
  for (const child of element.childNodes) {
    if (child instanceof SVGElement) {
      if (KEPT.has(child.tagName)) children.push(styledSvg(child));
    } else if (child.nodeType === Node.TEXT_NODE) children.push(child.textContent ?? '');
  }
  return { tag: element.tagName, attributes, children };
}
