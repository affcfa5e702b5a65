import './charts.css';
import { type DotPicture, dotIntervalPicture } from './dot-interval-picture';
import { canvasMeasure } from './fit-text';
import { fontFamily } from './font-family';
import { SvgTree } from './svg-tree';
import { useWidth } from './use-width';

/** Values with their intervals, one row a segment, the base a line through every row. Fills its container's width. */
export function DotIntervalPlot(props: {
  readonly picture: DotPicture;
  readonly density?: 'compact' | 'roomy';
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const drawn =
    width !== null && width > 0
      ? dotIntervalPicture(props.picture, {
          width,
          family: fontFamily(),
          measure: canvasMeasure,
          density: props.density ?? 'roomy',
        })
      : null;
  return <div ref={box}>{drawn && <SvgTree node={drawn.node} />}</div>;
}
