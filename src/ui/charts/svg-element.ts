import type { SvgNode } from './svg-node';

const NAMESPACE = 'http://www.w3.org/2000/svg';

export function svgElement({ tag, attributes, children }: SvgNode): SVGElement {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  for (const child of children) element.append(typeof child === 'string' ? child : svgElement(child));
  return element;
}
