/**
 * The eight shapes that stand beside the eight segment colours, as SVG paths in a 12 × 12 box. Canvas draws the
 * same ones through `new Path2D(path)`.
 */
export const SEGMENT_SHAPES: readonly string[] = [
  'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  'M1.4 1.4h9.2v9.2H1.4z',
  'M6 .7 11.6 10.9H.4z',
  'M6 .2 11.8 6 6 11.8.2 6z',
  'M4.1.8h3.8v3.3h3.3v3.8H7.9v3.3H4.1V7.9H.8V4.1h3.3z',
  'M6 11.3.4 1.1h11.2z',
  'M6 .3 7.53 4.2 11.71 4.45 8.47 7.1 9.53 11.15 6 8.9 2.47 11.15 3.53 7.1.29 4.45 4.47 4.2z',
  'M.9.8h10.2L7.4 6l3.7 5.2H.9L4.6 6z',
];

/** Any number a segment may carry, brought into the eight places there are. */
export function segmentPlace(colour: number): number {
  return ((Math.trunc(colour) % 8) + 8) % 8;
}
