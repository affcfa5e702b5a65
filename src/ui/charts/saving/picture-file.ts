import type { Markup } from '../../../core/markup';
import type { MeasureText } from '../fit-text';

/** What stands over and under a saved picture, so that it says what it is wherever it is put. */
export interface PictureFrame {
  readonly title: string;
  /** Over the picture, such as what dots and lines are. */
  readonly over: readonly string[];
  /** Under it: notes, n, where the numbers come from. */
  readonly under: readonly string[];
  readonly legend: readonly { readonly name: string; readonly mark: Markup | null }[];
}

export interface PictureInks {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly family: string;
}

const MARGIN = 20;
const LINE = 17;

/**
 * A drawing in its frame as one SVG with a ground of its own. `place` says where the picture itself goes, for what is
 * drawn on a canvas. Colours and fonts are written out: a viewer knows none of our tokens.
 */
export function framedPicture(
  frame: PictureFrame,
  picture: { readonly node: Markup | null; readonly width: number; readonly height: number },
  inks: PictureInks,
  measure: MeasureText,
): {
  readonly node: Markup;
  readonly width: number;
  readonly height: number;
  readonly place: { readonly x: number; readonly y: number };
} {
  const width = Math.max(360, picture.width) + 2 * MARGIN;
  const small = `12px ${inks.family}`;
  const nodes: Markup[] = [
    { tag: 'rect', attributes: { width: '100%', height: '100%', fill: inks.ground }, children: [] },
  ];
  let y = MARGIN + 14;
  const write = (line: string, size: number, fill: string, weight = 400) => {
    nodes.push({
      tag: 'text',
      attributes: {
        x: MARGIN,
        y,
        fill,
        'font-family': inks.family,
        'font-size': size,
        'font-weight': weight,
      },
      children: [line],
    });
    y += LINE;
  };
  const wrapped = (texts: readonly string[]) =>
    texts.flatMap((text) => wrap(text, width - 2 * MARGIN, (line) => measure(line, small)));

  for (const line of wrap(frame.title, width - 2 * MARGIN, (text) =>
    measure(text, `600 16px ${inks.family}`),
  ))
    write(line, 16, inks.ink, 600);
  for (const line of wrapped(frame.over)) write(line, 12, inks.soft);
  if (frame.legend.length > 0) {
    let x = MARGIN;
    for (const { name, mark } of frame.legend) {
      const wide = 18 + measure(name, small) + 16;
      if (x > MARGIN && x + wide > width - MARGIN) {
        x = MARGIN;
        y += LINE;
      }
      nodes.push(
        mark
          ? {
              tag: 'g',
              attributes: { transform: `translate(${x} ${y - 10})` },
              children: [{ ...mark, attributes: { ...mark.attributes, width: 12, height: 12 } }],
            }
          : {
              tag: 'line',
              attributes: {
                x1: x,
                x2: x + 14,
                y1: y - 4,
                y2: y - 4,
                stroke: inks.soft,
                'stroke-width': 2,
                'stroke-dasharray': '4 3',
              },
              children: [],
            },
        {
          tag: 'text',
          attributes: { x: x + 18, y, fill: inks.ink, 'font-family': inks.family, 'font-size': 12 },
          children: [name],
        },
      );
      x += wide;
    }
    y += LINE;
  }
  const place = { x: MARGIN, y: y - 8 };
  if (picture.node)
    nodes.push({
      tag: 'g',
      attributes: { transform: `translate(${place.x} ${place.y})` },
      children: [picture.node],
    });
  y = place.y + picture.height + 20;
  for (const line of wrapped(frame.under)) write(line, 12, inks.soft);
  const height = Math.ceil(y - LINE + MARGIN);
  return {
    width,
    height,
    place,
    node: {
      tag: 'svg',
      attributes: {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
      },
      children: [{ tag: 'title', attributes: {}, children: [frame.title] }, ...nodes],
    },
  };
}

/** Lines no wider than there is room, broken at spaces; a longer word stands alone. */
function wrap(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
