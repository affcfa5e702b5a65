import './charts.css';
import { type DistributionPicture, distributionPicture } from './distribution-picture';
import { canvasMeasure } from './fit-text';
import { fontFamily } from './font-family';
import { SvgTree } from './svg-tree';
import { useWidth } from './use-width';

export function DistributionPlot(props: { readonly picture: DistributionPicture }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const drawn =
    width !== null && width > 0
      ? distributionPicture(props.picture, { width, family: fontFamily(), measure: canvasMeasure })
      : null;
  return <div ref={box}>{drawn && <SvgTree node={drawn.node} />}</div>;
}
