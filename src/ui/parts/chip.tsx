import type { ComponentChildren } from 'preact';
import { text } from '../state/text';
import './chip.css';
import { SegmentMark } from './segment-mark';

/** A named thing picked out of several: a segment with its mark, or a plain tag. */
export function Chip(props: {
  readonly name: string;
  /** Of a segment; absent for a plain tag. */
  readonly colour?: number;
  /** Said after the name, softly: a size or a count. */
  readonly detail?: ComponentChildren;
  readonly onRemove?: () => void;
}) {
  const { name, colour, detail, onRemove } = props;
  return (
    <span class="chip">
      {colour !== undefined && <SegmentMark colour={colour} />}
      <span class="chip-name data" dir="auto" title={name}>
        {name}
      </span>
      {detail !== undefined && <span class="chip-detail">{detail}</span>}
      {onRemove && (
        <button
          type="button"
          class="chip-remove"
          aria-label={text.value.chip.remove(name)}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </span>
  );
}
