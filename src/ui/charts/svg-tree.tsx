import { h, type VNode } from 'preact';
import type { SvgNode } from './svg-node';

export function SvgTree({ node }: { readonly node: SvgNode }): VNode {
  return toVNode(node, 0);
}

function toVNode({ tag, attributes, children }: SvgNode, key: number): VNode {
  return h(
    tag,
    { ...attributes, key },
    children.map((child, i) => (typeof child === 'string' ? child : toVNode(child, i))),
  );
}
