import { type SvgNode, svg } from './svg-node';

/** What a drawing is made of, framed to its size. */
export function framedPicture(
  nodes: readonly SvgNode[],
  size: { readonly width: number; readonly height: number },
  look: 'compact' | 'roomy' = 'compact',
): { readonly node: SvgNode; readonly height: number } {
  const { width, height } = size;
  return {
    height,
    node: svg(
      'svg',
      { class: `dot-plot dot-${look}`, width, height, viewBox: `0 0 ${width} ${height}`, focusable: 'false' },
      ...nodes,
    ),
  };
}
