import { fitText } from './fit-text';
import { framedPicture } from './framed-picture';
import { niceTicks } from './nice-ticks';
import type { LaidOutPicture, PictureLayout } from './picture-layout';
import { type SvgNode, svg } from './svg-node';

/** From one level to another in steps that add up. Levels are marks and not bars: their axis need not begin at nought. */
export interface Waterfall {
  readonly rows: readonly WaterfallRow[];
  readonly tick: (value: number) => string;
}

export type WaterfallRow =
  | { readonly kind: 'level'; readonly name: string; readonly value: number; readonly text: string }
  | {
      readonly kind: 'step';
      readonly name: string;
      readonly by: number;
      /** Of `by`. */
      readonly interval: { readonly lo: number; readonly hi: number } | null;
      readonly text: string;
    };

const ROW = 34;
const BAR = 14;

export function waterfallPicture(
  { rows, tick }: Waterfall,
  { width, family, measure }: PictureLayout,
): LaidOutPicture {
  const font = `14px ${family}`;
  const small = `12px ${family}`;
  const widest = (texts: readonly string[]) => Math.ceil(Math.max(0, ...texts.map((t) => measure(t, font))));
  const valueWidth = widest(rows.map((row) => row.text));
  const nameNeeds = widest(rows.map((row) => row.name));
  const nameWidth = Math.min(nameNeeds, Math.max(96, Math.floor(width * 0.34)));
  // Where names leave no room beside them they stand over their bars.
  const stacked = width - nameNeeds - valueWidth - 24 < 140;
  const rowHeight = stacked ? 48 : ROW;
  const left = stacked ? 4 : nameWidth + 12;
  const right = width - (stacked ? 4 : valueWidth + 12);

  const ends = endsOf(rows);
  const reached = ends.flatMap(({ from, to, lo, hi }) => [from, to, lo, hi]);
  const [least, most] = [Math.min(...reached), Math.max(...reached)];
  const margin = (most - least) * 0.06 || Math.abs(most) * 0.05 || 1;
  const [lo, hi] = [least - margin, most + margin];
  const x = (v: number) => Math.round((left + ((right - left) * (v - lo)) / (hi - lo)) * 10) / 10;
  const bottom = rowHeight * rows.length;
  const nodes: SvgNode[] = niceTicks(lo, hi, stacked ? 3 : 5).flatMap((at) => {
    const text = tick(at);
    const half = measure(text, small) / 2;
    return [
      svg('line', { class: 'dot-grid', x1: x(at), x2: x(at), y1: 0, y2: bottom }),
      svg(
        'text',
        {
          class: 'dot-small',
          x: Math.min(Math.max(x(at), half), width - half),
          y: bottom + 17,
          'text-anchor': 'middle',
        },
        text,
      ),
    ];
  });
  rows.forEach((row, i) => {
    const end = ends[i];
    if (end === undefined) return;
    const y = i * rowHeight + (stacked ? 32 : rowHeight / 2);
    const nameY = stacked ? i * rowHeight + 16 : y + 4.5;
    const room = stacked ? width - valueWidth - 12 : nameWidth;
    const group: SvgNode[] = [
      svg('title', {}, `${row.name} ${row.text}`),
      svg('text', { x: stacked ? 4 : 0, y: nameY }, fitText(row.name, room, font, measure)),
      svg('text', { class: 'dot-num', x: width, y: nameY, 'text-anchor': 'end' }, row.text),
    ];
    if (row.kind === 'level') {
      const at = x(end.to);
      group.push(
        svg('line', { class: 'fall-level', x1: at, x2: at, y1: y - 11, y2: y + 11 }),
        svg('circle', { class: 'fall-dot', cx: at, cy: y, r: 5 }),
      );
    } else {
      const [a, b] = [x(end.from), x(end.to)];
      const up = end.to >= end.from;
      group.push(
        svg('rect', {
          class: up ? 'fall-up' : 'fall-down',
          x: Math.min(a, b),
          y: y - BAR / 2,
          width: Math.max(1, Math.abs(b - a)),
          height: BAR,
        }),
      );
      // Which way is said by a head too, and not by fill alone.
      if (Math.abs(b - a) > 8)
        group.push(
          svg('path', {
            class: 'fall-head',
            d: up
              ? `M${b - 6} ${y - 4}L${b - 1} ${y}L${b - 6} ${y + 4}`
              : `M${b + 6} ${y - 4}L${b + 1} ${y}L${b + 6} ${y + 4}`,
          }),
        );
      if (row.interval !== null) {
        const [l, h] = [x(end.lo), x(end.hi)];
        group.push(
          svg('path', {
            class: 'fall-whisker',
            d: `M${l} ${y}H${h}M${l} ${y - 4}V${y + 4}M${h} ${y - 4}V${y + 4}`,
          }),
        );
      }
    }
    nodes.push(svg('g', { class: 'dot-row' }, ...group));
    // A thread to where the next begins.
    if (i < rows.length - 1) {
      const at = x(end.to);
      nodes.push(
        svg('line', { class: 'fall-thread', x1: at, x2: at, y1: y + BAR / 2, y2: y + rowHeight - BAR / 2 }),
      );
    }
  });
  const height = bottom + 24;
  return framedPicture(nodes, { width, height }, 'roomy');
}

function endsOf(rows: readonly WaterfallRow[]) {
  let at = 0;
  return rows.map((row) => {
    const from = row.kind === 'level' ? row.value : at;
    const to = row.kind === 'level' ? row.value : at + row.by;
    at = to;
    const interval = row.kind === 'step' ? row.interval : null;
    return {
      from,
      to,
      lo: interval === null ? to : from + interval.lo,
      hi: interval === null ? to : from + interval.hi,
    };
  });
}
