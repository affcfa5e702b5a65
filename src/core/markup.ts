/** Markup as plain data: whatever stands in it is text until `markupText` writes it, so nothing can be let through unescaped. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Markup | string)[];
}

const VOID = new Set(['meta', 'br', 'hr', 'col', 'img']);

/** HTML, or with `xml` a document for readers of XML such as SVG. Characters XML forbids are left out. */
export function markupText(node: Markup | string, xml = false): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  if (VOID.has(node.tag)) return `<${node.tag}${attributes}${xml ? '/' : ''}>`;
  // A style holds our own rules only, in which `>` joins selectors.
  const inner =
    node.tag === 'style'
      ? node.children.join('').replaceAll('<', '')
      : node.children.map((child) => markupText(child, xml)).join('');
  return `<${node.tag}${attributes}>${inner}</${node.tag}>`;
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that are left out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (c) => NAMES[c] ?? '')
  );
}
