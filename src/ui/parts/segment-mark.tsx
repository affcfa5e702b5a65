import { classNames } from './class-names';
import './segment-mark.css';
import { SEGMENT_SHAPES, segmentPlace } from './segment-shapes';

/** A segment's colour and shape, the same wherever the segment is named. Says nothing by itself. */
export function SegmentMark(props: { readonly colour: number }) {
  const place = segmentPlace(props.colour);
  return (
    <svg class={classNames('segment-mark', `seg-${place}`)} viewBox="0 0 12 12" aria-hidden="true">
      <path d={SEGMENT_SHAPES[place] ?? ''} />
    </svg>
  );
}
