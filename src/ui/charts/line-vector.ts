import { canvasMeasure } from './fit-text';
import { fontFamily } from './font-family';
import type { LineChartData } from './line-chart';
import { linePicture } from './line-picture';
import type { SvgNode } from './svg-node';

/** `LineChart`'s picture as a drawing of any width, for a file. */
export function lineVector(data: LineChartData): (width: number) => SvgNode {
  return (width) =>
    linePicture(data, { width, height: 320, family: fontFamily(), measure: canvasMeasure }).node;
}
