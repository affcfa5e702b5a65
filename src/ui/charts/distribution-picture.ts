import { SEGMENT_SHAPES, segmentPlace } from '../parts/segment-shapes';
import { fitText } from './fit-text';
import { framedPicture } from './framed-picture';
import { niceTicks } from './nice-ticks';
import type { LaidOutPicture, PictureLayout } from './picture-layout';
import { type SvgNode, svg } from './svg-node';
import { tenth } from './tenth';

export interface DistributionPicture {
  readonly edges: readonly number[];
  readonly rows: readonly {
    readonly name: string;
    /** Null is everyone. */
    readonly colour: number | null;
    readonly counts: readonly number[];
    /** Null where nobody has a value. */
    readonly middle: { readonly p25: number; readonly median: number; readonly p75: number } | null;
    /** Median and n, as the table writes them. */
    readonly text: string;
    readonly n: string;
    /** How many lie beyond the axis; empty where none. */
    readonly above: string;
    readonly title: string;
    /** Of each bin: where it lies and how many. */
    readonly binTitles: readonly string[];
  }[];
  readonly tick: (value: number) => string;
}

const ROW = 64;
const BARS = 38;
const TOP = 8;

/** Small histograms one under another on one axis, each with its median and its middle half. */
export function distributionPicture(
  { edges, rows, tick }: DistributionPicture,
  { width, family, measure }: PictureLayout,
): LaidOutPicture {
  const font = `13px ${family}`;
  const small = `12px ${family}`;
  const widest = (texts: readonly string[], f: string) =>
    Math.ceil(Math.max(0, ...texts.map((t) => measure(t, f))));
  const nameNeeds =
    20 +
    widest(
      rows.map((row) => row.name),
      font,
    );
  const left = Math.min(nameNeeds, Math.max(84, Math.floor(width * 0.26))) + 12;
  const right =
    width -
    Math.max(
      widest(
        rows.map((r) => r.text),
        font,
      ),
      widest(
        rows.flatMap((r) => [r.n, r.above]),
        small,
      ),
    ) -
    12;
  const [lo, hi] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const x = (v: number) =>
    tenth(left + ((Math.min(Math.max(v, lo), hi) - lo) / (hi - lo || 1)) * (right - left));
  const bottom = TOP + ROW * rows.length;
  const nodes: SvgNode[] = [];
  for (const at of niceTicks(lo, hi, 5))
    nodes.push(
      svg('line', { class: 'dot-grid', x1: x(at), x2: x(at), y1: TOP, y2: bottom }),
      svg('text', { class: 'dot-small', x: x(at), y: bottom + 16, 'text-anchor': 'middle' }, tick(at)),
    );
  rows.forEach((row, i) => {
    const y = TOP + ROW * i;
    const ground = y + 6 + BARS;
    const seg = row.colour === null ? 'spread-everyone' : `seg-${segmentPlace(row.colour)}`;
    const most = Math.max(1, ...row.counts);
    const group: SvgNode[] = [svg('title', {}, row.title)];
    if (row.colour !== null)
      group.push(
        svg('path', {
          class: `dot-name-mark ${seg}`,
          d: SEGMENT_SHAPES[segmentPlace(row.colour)] ?? '',
          transform: `translate(0 ${tenth(ground - 17)})`,
        }),
      );
    group.push(svg('text', { x: 20, y: ground - 6 }, fitText(row.name, left - 32, font, measure)));
    row.counts.forEach((count, b) => {
      if (count === 0) return;
      const [from, to] = [x(edges[b] ?? lo), x(edges[b + 1] ?? hi)];
      const tall = Math.max(1, tenth((count / most) * BARS));
      group.push(
        svg(
          'rect',
          {
            class: `spread-bar ${seg}`,
            x: tenth(from + 0.5),
            y: tenth(ground - tall),
            width: Math.max(0.5, tenth(to - from - 1)),
            height: tall,
          },
          svg('title', {}, row.binTitles[b] ?? ''),
        ),
      );
    });
    group.push(svg('line', { class: 'dot-grid', x1: left, x2: right, y1: ground, y2: ground }));
    if (row.middle) {
      const { p25, median, p75 } = row.middle;
      group.push(
        svg('line', {
          class: `spread-middle ${seg}`,
          x1: x(p25),
          x2: x(p75),
          y1: ground + 5,
          y2: ground + 5,
        }),
        svg('line', {
          class: 'spread-median',
          x1: x(median),
          x2: x(median),
          y1: ground - BARS,
          y2: ground + 9,
        }),
      );
    }
    group.push(
      svg('text', { class: 'dot-num', x: width, y: ground - 18, 'text-anchor': 'end' }, row.text),
      svg('text', { class: 'dot-small', x: width, y: ground - 3, 'text-anchor': 'end' }, row.n),
      svg('text', { class: 'dot-small', x: width, y: ground + 11, 'text-anchor': 'end' }, row.above),
    );
    nodes.push(svg('g', { class: 'dot-row' }, ...group));
  });
  const height = bottom + 24;
  return framedPicture(nodes, { width, height });
}
