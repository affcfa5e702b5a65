import { SEGMENT_SHAPES, segmentPlace } from '../parts/segment-shapes';

/** A segment's mark on a canvas, sharp at any pixel ratio, with a rim of the ground so that crossing lines stay apart. */
export function drawMark(
  context: CanvasRenderingContext2D,
  colour: number,
  style: { readonly fill: string; readonly rim: string; readonly size: number },
  x: number,
  y: number,
): void {
  const scale = style.size / 12;
  context.save();
  context.translate(x - style.size / 2, y - style.size / 2);
  context.scale(scale, scale);
  const path = new Path2D(SEGMENT_SHAPES[segmentPlace(colour)] ?? '');
  context.lineWidth = 3 / scale;
  context.lineJoin = 'round';
  context.strokeStyle = style.rim;
  context.stroke(path);
  context.fillStyle = style.fill;
  context.fill(path);
  context.restore();
}
