import { SEGMENT_SHAPES, segmentPlace } from '../parts/segment-shapes';
import { fitText } from './fit-text';
import type { LaidOutPicture, PictureLayout } from './picture-layout';
import { type SvgNode, svg } from './svg-node';
import { tenth } from './tenth';

/** All that a dot-interval plot says, in words ready to draw. */
export interface DotPicture {
  readonly headings: { readonly size: string; readonly value: string };
  readonly rows: readonly DotRow[];
  readonly domain: { readonly lo: number; readonly hi: number };
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export interface DotRow {
  readonly name: string;
  /** 0–7; null is the row of the base. */
  readonly colour: number | null;
  readonly size: string;
  /** Null where there is no value: `text` then says why. */
  readonly value: number | null;
  readonly interval: { readonly lo: number; readonly hi: number } | null;
  /** Where the line of the base crosses this row. */
  readonly base: number | null;
  readonly text: string;
  /** ▲ ▼ = … or nothing. */
  readonly mark: string;
  /** The row in a sentence, for whoever points at it. */
  readonly title: string;
  /** Too few to judge: drawn hollow. */
  readonly faint: boolean;
}

export interface DotLayout extends PictureLayout {
  readonly density: 'compact' | 'roomy';
}

/** The picture at one width: pure, so that the popup's first script and the page draw it alike. */
export function dotIntervalPicture(
  picture: DotPicture,
  { width, family, measure, density }: DotLayout,
): LaidOutPicture {
  const roomy = density === 'roomy';
  const gap = roomy ? 12 : 8;
  const narrowest = roomy ? 120 : 72;
  const font = `${roomy ? 14 : 13}px ${family}`;
  const small = `12px ${family}`;
  const widest = (texts: readonly string[], f: string) =>
    Math.ceil(Math.max(0, ...texts.map((t) => measure(t, f))));

  const markWidth = picture.rows.some((r) => r.mark !== '') ? 18 : 0;
  const valued = picture.rows.filter((r) => r.value !== null);
  const valueWidth = widest(
    valued.map((r) => r.text),
    font,
  );
  const sizeWidth = widest([...picture.rows.map((r) => r.size), picture.headings.size], small);
  const nameNeeds =
    20 +
    widest(
      picture.rows.map((r) => r.name),
      font,
    );
  const nameWidth = Math.min(nameNeeds, Math.max(104, Math.floor(width * (roomy ? 0.3 : 0.345))));
  const beside = width - nameWidth - sizeWidth - valueWidth - markWidth - 3 * gap;
  const stacked = beside < narrowest;

  const rowHeight = stacked ? 44 : roomy ? 34 : 24;
  const top = stacked ? 4 : 22;
  const axis = picture.ticks.length > 0 ? 24 : 2;
  const height = top + rowHeight * picture.rows.length + axis;

  const plotLeft = stacked ? 20 : nameWidth + gap + sizeWidth + gap;
  const plotRight = width - markWidth - (stacked ? Math.max(valueWidth, sizeWidth) : valueWidth) - gap;
  const plotWidth = Math.max(1, plotRight - plotLeft);
  const { lo, hi } = picture.domain;
  const x = (v: number) => plotLeft + (plotWidth * (v - lo)) / (hi - lo || 1);
  const nodes: SvgNode[] = [];
  const text = (
    content: string,
    at: { x: number; y: number; anchor?: 'end' | 'middle'; class?: string },
  ): void => {
    nodes.push(
      svg(
        'text',
        {
          x: tenth(at.x),
          y: tenth(at.y),
          ...(at.anchor ? { 'text-anchor': at.anchor } : {}),
          ...(at.class ? { class: at.class } : {}),
        },
        content,
      ),
    );
  };

  const bottom = top + rowHeight * picture.rows.length;
  for (const tick of picture.ticks) {
    const at = tenth(x(tick.at));
    nodes.push(svg('line', { class: 'dot-grid', x1: at, x2: at, y1: top, y2: bottom }));
    const half = measure(tick.text, small) / 2;
    const centre = Math.min(Math.max(at, plotLeft - 8 + half), width - half);
    text(tick.text, { x: centre, y: bottom + 17, anchor: 'middle', class: 'dot-small' });
  }
  if (!stacked) {
    text(fitText(picture.headings.size, sizeWidth, small, measure), {
      x: nameWidth + gap + sizeWidth,
      y: 13,
      anchor: 'end',
      class: 'dot-small',
    });
    text(fitText(picture.headings.value, width - plotLeft - markWidth, small, measure), {
      x: width - markWidth,
      y: 13,
      anchor: 'end',
      class: 'dot-small',
    });
  }

  picture.rows.forEach((row, i) => {
    const y0 = top + i * rowHeight;
    const nameY = stacked ? y0 + 15 : y0 + rowHeight / 2 + 4.5;
    const plotY = stacked ? y0 + 31 : y0 + rowHeight / 2;
    const right = width - markWidth;
    const shownName = fitText(
      row.name,
      stacked ? width - 20 - gap - valueWidth - markWidth : nameWidth - 20,
      font,
      measure,
    );
    const group: SvgNode[] = [svg('title', {}, row.title)];
    if (row.base !== null && hi > lo) {
      const at = tenth(x(Math.min(Math.max(row.base, lo), hi)));
      group.push(
        svg('line', {
          class: 'dot-base',
          x1: at,
          x2: at,
          y1: y0,
          y2: y0 + rowHeight,
        }),
      );
    }
    if (row.colour !== null) group.push(shape(row.colour, 6, nameY - 4.5, 12, 'dot-name-mark'));
    group.push(svg('text', { x: 20, y: nameY, class: row.colour === null ? 'dot-muted' : '' }, shownName));
    const size = stacked ? { x: right, y: plotY + 4 } : { x: nameWidth + gap + sizeWidth, y: nameY };
    group.push(svg('text', { ...size, 'text-anchor': 'end', class: 'dot-small' }, row.size));

    if (row.value === null) {
      const room = stacked ? width - 20 : width - plotLeft;
      group.push(
        svg(
          'text',
          {
            x: stacked ? 20 : right,
            y: stacked ? plotY + 4.5 : nameY,
            class: 'dot-small',
            ...(stacked ? {} : { 'text-anchor': 'end' }),
          },
          fitText(row.text, room, small, measure),
        ),
      );
    } else {
      const seg = row.colour === null ? '' : `seg-${segmentPlace(row.colour)}`;
      if (row.interval && row.colour !== null) {
        const from = Math.max(row.interval.lo, lo);
        const to = Math.min(row.interval.hi, hi);
        const [x1, x2] = [tenth(x(from)), tenth(x(to))];
        const cap = roomy ? 4 : 3;
        const end = (at: number, cut: boolean, side: 1 | -1) =>
          cut
            ? `M${at - side * cap} ${plotY - cap}L${at} ${plotY}L${at - side * cap} ${plotY + cap}`
            : `M${at} ${plotY - cap}V${plotY + cap}`;
        group.push(
          svg('path', {
            class: `dot-interval ${seg}`,
            d: `M${x1} ${plotY}H${x2}${end(x1, row.interval.lo < lo, -1)}${end(x2, row.interval.hi > hi, 1)}`,
          }),
        );
      }
      if (row.colour !== null)
        group.push(
          shape(
            row.colour,
            tenth(x(row.value)),
            plotY,
            roomy ? 13 : 10,
            row.faint ? 'dot-hollow' : 'dot-mark',
          ),
        );
      group.push(
        svg(
          'text',
          {
            x: right,
            y: nameY,
            'text-anchor': 'end',
            class: row.colour === null ? 'dot-muted dot-num' : 'dot-num',
          },
          row.text,
        ),
      );
    }
    if (row.mark !== '')
      group.push(svg('text', { x: width, y: nameY, 'text-anchor': 'end', class: 'dot-verdict' }, row.mark));
    nodes.push(svg('g', { class: 'dot-row' }, ...group));
  });

  return {
    height,
    node: svg(
      'svg',
      {
        class: `dot-plot ${roomy ? 'dot-roomy' : 'dot-compact'}`,
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        focusable: 'false',
      },
      ...nodes,
    ),
  };
}

/** A segment's own mark, `size` wide around (x, y). */
function shape(colour: number, x: number, y: number, size: number, name: string): SvgNode {
  const place = segmentPlace(colour);
  const scale = size / 12;
  return svg('path', {
    class: `${name} seg-${place}`,
    d: SEGMENT_SHAPES[place] ?? '',
    transform: `translate(${tenth(x - size / 2)} ${tenth(y - size / 2)}) scale(${Math.round(scale * 100) / 100})`,
  });
}
