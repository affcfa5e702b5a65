import type { Markup } from '../../core/markup';

/** `el('p', { class: 'note' }, 'text')`; `Markup` with less writing. */
export function el(
  tag: string,
  attributes: Markup['attributes'],
  ...children: readonly (Markup | string)[]
): Markup {
  return { tag, attributes, children };
}
