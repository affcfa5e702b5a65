import { SEGMENT_SHAPES, segmentPlace } from '../parts/segment-shapes';
import { framedPicture } from './framed-picture';
import type { LineChartData } from './line-chart';
import { niceTicks } from './nice-ticks';
import type { LaidOutPicture, PictureLayout } from './picture-layout';
import { type SvgNode, svg } from './svg-node';
import { tenth } from './tenth';
import { valueAxis } from './value-axis';

export interface LineLayout extends PictureLayout {
  readonly height: number;
}

const TOP = 10;
const BOTTOM = 26;

/** The lines of `LineChart` as a drawing: what is saved as a vector and printed. Bands, hatching and marks alike. */
export function linePicture(
  data: LineChartData,
  { width, height, family, measure }: LineLayout,
): LaidOutPicture {
  const small = `12px ${family}`;
  const axis = valueAxis(data);
  const [min, max] = [axis.min ?? 0, axis.max ?? 1];
  const ticks = niceTicks(min, max, 5);
  const left = Math.ceil(Math.max(0, ...ticks.map((at) => measure(data.tick(at), small)))) + 10;
  const right = width - 14;
  const bottom = height - BOTTOM;
  const count = data.periods.length;
  const step = (right - left) / Math.max(1, count - 1);
  const x = (i: number) => tenth(count === 1 ? (left + right) / 2 : left + step * i);
  const y = (v: number) =>
    tenth(bottom - ((Math.min(Math.max(v, min), max) - min) / (max - min || 1)) * (bottom - TOP));
  const nodes: SvgNode[] = [];

  for (const at of ticks)
    nodes.push(
      svg('line', { class: 'dot-grid', x1: left, x2: right, y1: y(at), y2: y(at) }),
      svg('text', { class: 'dot-small', x: left - 8, y: y(at) + 4, 'text-anchor': 'end' }, data.tick(at)),
    );
  // As many names of periods as stand beside each other.
  const widest = Math.max(1, ...data.periods.map((p) => measure(p.label, small)));
  const every = Math.max(1, Math.ceil((widest + 16) / Math.max(1, step)));
  data.periods.forEach((period, i) => {
    if (period.partial) nodes.push(hatched(x(i), Math.min(step, right - left) / 2, { left, right, bottom }));
    if (i % every !== 0) return;
    const half = measure(period.label, small) / 2;
    nodes.push(
      svg(
        'text',
        {
          class: 'dot-small',
          x: tenth(Math.min(Math.max(x(i), half), width - half)),
          y: height - 6,
          'text-anchor': 'middle',
        },
        period.label,
      ),
    );
  });

  for (const line of data.lines)
    for (const run of runs(line.points)) {
      const held = run.filter(({ point }) => point.lo !== null && point.hi !== null);
      if (held.length < 2) continue;
      const edge = (end: 'lo' | 'hi') =>
        held.map(({ i, point }) => `${x(i)} ${y(point[end] ?? point.value)}`);
      nodes.push(
        svg('path', {
          class: `line-band ${seg(line.colour)}`,
          d: `M${edge('hi').join('L')}L${edge('lo').reverse().join('L')}Z`,
        }),
      );
    }
  for (const line of data.lines) {
    const drawn: SvgNode[] = [svg('title', {}, line.name)];
    for (const run of runs(line.points))
      for (let k = 1; k < run.length; k++) {
        const [from, to] = [run[k - 1], run[k]];
        if (!from || !to) continue;
        const partial = data.periods[from.i]?.partial || data.periods[to.i]?.partial;
        drawn.push(
          svg('line', {
            class: `line-line ${seg(line.colour)}`,
            x1: x(from.i),
            y1: y(from.point.value),
            x2: x(to.i),
            y2: y(to.point.value),
            ...(partial
              ? { 'stroke-dasharray': '3 3' }
              : line.colour === null
                ? { 'stroke-dasharray': '6 4' }
                : {}),
          }),
        );
      }
    nodes.push(svg('g', {}, ...drawn));
  }
  const between = Math.max(1, Math.ceil(16 / Math.max(1, step)));
  for (const line of data.lines) {
    const { colour } = line;
    if (colour === null) continue;
    const last = line.points.findLastIndex((p) => p !== null);
    line.points.forEach((point, i) => {
      if (point === null || (i % between !== 0 && i !== last)) return;
      const place = segmentPlace(colour);
      nodes.push(
        svg(
          'path',
          {
            class: `dot-mark seg-${place}`,
            d: SEGMENT_SHAPES[place] ?? '',
            transform: `translate(${tenth(x(i) - 4.5)} ${tenth(y(point.value) - 4.5)}) scale(0.75)`,
          },
          svg('title', {}, `${line.name}, ${data.periods[i]?.label ?? ''}: ${point.text}`),
        ),
      );
    });
  }
  return framedPicture(nodes, { width, height });
}

const seg = (colour: number | null) => (colour === null ? 'line-base' : `seg-${segmentPlace(colour)}`);

/** Points beside each other; a missing one parts a line. */
function runs(points: LineChartData['lines'][number]['points']) {
  const out: { i: number; point: NonNullable<(typeof points)[number]> }[][] = [];
  points.forEach((point, i) => {
    if (point === null) return;
    if (i === 0 || points[i - 1] === null || out.length === 0) out.push([]);
    out.at(-1)?.push({ i, point });
  });
  return out;
}

/** Slanted lines over a period the data covers in part, cut to its box by hand: a pattern is lost in some readers. */
function hatched(
  centre: number,
  half: number,
  box: { readonly left: number; readonly right: number; readonly bottom: number },
): SvgNode {
  const [from, to] = [Math.max(box.left, centre - half), Math.min(box.right, centre + half)];
  const tall = box.bottom - TOP;
  let d = '';
  for (let at = from - tall; at < to; at += 7) {
    const [a, b] = [Math.max(at, from), Math.min(at + tall, to)];
    if (b > a)
      d += `M${tenth(a)} ${tenth(box.bottom - (a - at))}L${tenth(b)} ${tenth(box.bottom - (b - at))}`;
  }
  return svg('path', { class: 'line-hatch', d });
}
