import './charts.css';
import './waterfall.css';
import { canvasMeasure } from './fit-text';
import { fontFamily } from './font-family';
import { SvgTree } from './svg-tree';
import { useWidth } from './use-width';
import { type Waterfall, waterfallPicture } from './waterfall-picture';

/** Steps between two levels, as wide as there is room. */
export function WaterfallChart(props: { readonly waterfall: Waterfall }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const drawn =
    width !== null && width > 0
      ? waterfallPicture(props.waterfall, { width, family: fontFamily(), measure: canvasMeasure })
      : null;
  return <div ref={box}>{drawn && <SvgTree node={drawn.node} />}</div>;
}
