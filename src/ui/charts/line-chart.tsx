import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import { useCallback } from 'preact/hooks';
import { segmentPlace } from '../parts/segment-shapes';
import { ChartCanvas } from './chart-canvas';
import { type ChartColours, withAlpha } from './chart-colours';
import { chartTooltip } from './chart-tooltip';
import { drawMark } from './draw-mark';
import { valueAxis } from './value-axis';

export interface LinePoint {
  readonly value: number;
  readonly lo: number | null;
  readonly hi: number | null;
  /** As the table writes it, with its interval and n. */
  readonly text: string;
}

export interface LineChartData {
  readonly periods: readonly { readonly label: string; readonly partial: boolean }[];
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    /** Null is the base: a dashed line without a mark. */
    readonly colour: number | null;
    readonly points: readonly (LinePoint | null)[];
    /** The same a year before: dotted, without band or marks. */
    readonly earlier?: true;
  }[];
  readonly tick: (value: number) => string;
}

/** Lines over periods with bands for their intervals; unfinished periods are hatched and led to by dashes. */
export function LineChart({
  data,
  height = 300,
}: {
  readonly data: LineChartData;
  readonly height?: number;
}) {
  const config = useCallback((colours: ChartColours) => lineConfig(data, colours), [data]);
  return <ChartCanvas height={height} config={config} />;
}

function lineConfig(data: LineChartData, colours: ChartColours): ChartConfiguration<'line'> {
  const partial = data.periods.map((p) => p.partial);
  const datasets: ChartDataset<'line', (number | null)[]>[] = [];
  // Bands first, so that no line is covered by another's doubt.
  for (const line of data.lines) {
    if (line.earlier) continue;
    const colour = lineColour(line.colour, colours);
    const edge = (end: 'lo' | 'hi'): ChartDataset<'line', (number | null)[]> => ({
      data: line.points.map((p) => p?.[end] ?? null),
      borderWidth: 0,
      pointRadius: 0,
      pointHitRadius: 0,
      pointHoverRadius: 0,
      fill: end === 'hi' ? '-1' : false,
      backgroundColor: withAlpha(colour, 0.13),
    });
    datasets.push(edge('lo'), edge('hi'));
  }
  const bands = datasets.length;
  for (const line of data.lines) {
    const colour = lineColour(line.colour, colours);
    datasets.push({
      label: line.name,
      data: line.points.map((p) => p?.value ?? null),
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: line.earlier ? 1.25 : line.colour === null ? 1.5 : 2,
      ...(line.earlier ? { borderDash: [1, 3] } : line.colour === null ? { borderDash: [6, 4] } : {}),
      pointRadius: 0,
      pointHoverRadius: 0,
      segment: {
        borderDash: (context) =>
          line.earlier
            ? [1, 3]
            : partial[context.p0DataIndex] || partial[context.p1DataIndex]
              ? [3, 3]
              : line.colour === null
                ? [6, 4]
                : undefined,
      },
    });
  }
  const axis = valueAxis(data);
  return {
    type: 'line',
    data: { labels: data.periods.map((p) => p.label), datasets },
    options: {
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 8, right: 12 } },
      plugins: {
        tooltip: {
          ...chartTooltip(colours),
          filter: (item) => item.datasetIndex >= bands,
          callbacks: {
            label: (item) => {
              const line = data.lines[item.datasetIndex - bands];
              const point = line?.points[item.dataIndex];
              return line && point ? `${line.name}  ${point.text}` : '';
            },
          },
        },
      },
      scales: {
        x: {
          // A lone period stands in the middle, not on the axis.
          offset: data.periods.length === 1,
          grid: { display: false },
          border: { color: colours.line },
          ticks: {
            color: colours.soft,
            font: { family: colours.family, size: 12 },
            maxRotation: 0,
            autoSkipPadding: 16,
          },
        },
        y: {
          ...axis,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.soft,
            font: { family: colours.family, size: 12 },
            maxTicksLimit: 6,
            padding: 8,
            callback: (value) => data.tick(Number(value)),
          },
        },
      },
    },
    plugins: [hatching(partial, colours), lineMarks(data, colours, bands)],
  };
}

function lineColour(colour: number | null, colours: ChartColours): string {
  return colour === null ? colours.soft : (colours.segments[segmentPlace(colour)] ?? colours.ink);
}

function hatching(partial: readonly boolean[], colours: ChartColours): Plugin<'line'> {
  return {
    id: 'hatching',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales['x'];
      if (!x || !partial.includes(true)) return;
      const step =
        partial.length > 1 ? Math.abs(x.getPixelForValue(1) - x.getPixelForValue(0)) : chartArea.width;
      ctx.save();
      ctx.strokeStyle = colours.line;
      ctx.lineWidth = 1;
      partial.forEach((isPartial, i) => {
        if (!isPartial) return;
        const centre = x.getPixelForValue(i);
        const left = Math.max(chartArea.left, centre - step / 2);
        const right = Math.min(chartArea.right, centre + step / 2);
        ctx.save();
        ctx.beginPath();
        ctx.rect(left, chartArea.top, right - left, chartArea.height);
        ctx.clip();
        ctx.beginPath();
        for (let at = left - chartArea.height; at < right; at += 7) {
          ctx.moveTo(at, chartArea.bottom);
          ctx.lineTo(at + chartArea.height, chartArea.top);
        }
        ctx.stroke();
        ctx.restore();
      });
      ctx.restore();
    },
  };
}

/** Each line carries its segment's shape, so that it is told apart without its colour. */
function lineMarks(data: LineChartData, colours: ChartColours, bands: number): Plugin<'line'> {
  return {
    id: 'line-marks',
    afterDatasetsDraw(chart) {
      const step = chart.chartArea.width / Math.max(1, data.periods.length - 1);
      const every = Math.max(1, Math.ceil(16 / step));
      data.lines.forEach((line, l) => {
        const { colour } = line;
        if (colour === null || line.earlier) return;
        const style = { fill: lineColour(colour, colours), rim: colours.ground, size: 9 };
        const held = line.points.flatMap((p, i) => (p ? [i] : []));
        const last = held.at(-1);
        for (const i of held) {
          if (i % every !== 0 && i !== last) continue;
          const element = chart.getDatasetMeta(bands + l).data[i];
          if (element) drawMark(chart.ctx, colour, style, element.x, element.y);
        }
      });
    },
  };
}
