/**
 * Elements of our own. `<img name="createElement">` makes a document answer an image for its method, so the prototypes
 * are asked.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const element = Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[K];
  element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}
