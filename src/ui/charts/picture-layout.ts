import type { MeasureText } from './fit-text';
import type { SvgNode } from './svg-node';

/** What a picture is laid out for: pure, so that pages, saved files and print draw it alike. */
export interface PictureLayout {
  readonly width: number;
  /** Of its letters, which `measure` knows the widths of. */
  readonly family: string;
  readonly measure: MeasureText;
}

/** A picture as drawn, as tall as it came out. */
export interface LaidOutPicture {
  readonly node: SvgNode;
  readonly height: number;
}
