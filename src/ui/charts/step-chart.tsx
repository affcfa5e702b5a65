import type { ChartConfiguration, ChartDataset, Plugin, Point } from 'chart.js';
import { useCallback } from 'preact/hooks';
import { segmentPlace } from '../parts/segment-shapes';
import { ChartCanvas } from './chart-canvas';
import { type ChartColours, withAlpha } from './chart-colours';
import { chartTooltip } from './chart-tooltip';
import { drawMark } from './draw-mark';

export interface StepPoint {
  readonly x: number;
  readonly value: number;
  /** Null where nothing can be said of it: the band stops. */
  readonly lo: number | null;
  readonly hi: number | null;
  /** As the table writes it. */
  readonly text: string;
}

export interface StepChartData {
  /** Both axes start at 0; y ends at 1. */
  readonly until: number;
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    /** Null is the base: a dashed line without a mark. */
    readonly colour: number | null;
    /** Ascending; each holds until the next. */
    readonly points: readonly StepPoint[];
  }[];
  readonly tickX: (value: number) => string;
  readonly tickY: (value: number) => string;
  readonly titleX: (value: number) => string;
}

/** Shares that change in steps, with bands for their intervals: what Kaplan–Meier curves are drawn as. */
export function StepChart({
  data,
  height = 300,
}: {
  readonly data: StepChartData;
  readonly height?: number;
}) {
  const config = useCallback((colours: ChartColours) => stepConfig(data, colours), [data]);
  return <ChartCanvas height={height} config={config as (colours: ChartColours) => ChartConfiguration} />;
}

type Steps = ChartDataset<'line', Point[]>;

function stepConfig(data: StepChartData, colours: ChartColours): ChartConfiguration<'line', Point[]> {
  const bands: Steps[] = data.lines.flatMap((line) => {
    const edge = (end: 'lo' | 'hi'): Steps => ({
      data: line.points.map((p) => ({ x: p.x, y: p[end] ?? Number.NaN })),
      stepped: true,
      borderWidth: 0,
      pointRadius: 0,
      pointHitRadius: 0,
      pointHoverRadius: 0,
      fill: end === 'hi' ? '-1' : false,
      backgroundColor: withAlpha(lineColour(line.colour, colours), 0.13),
    });
    return [edge('lo'), edge('hi')];
  });
  const lines: Steps[] = data.lines.map((line) => {
    const colour = lineColour(line.colour, colours);
    return {
      label: line.name,
      data: line.points.map((p) => ({ x: p.x, y: p.value })),
      stepped: true,
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: line.colour === null ? 1.5 : 2,
      ...(line.colour === null ? { borderDash: [6, 4] } : {}),
      pointRadius: 0,
      pointHoverRadius: 0,
    };
  });
  const ticks = { color: colours.soft, font: { family: colours.family, size: 12 } };
  return {
    type: 'line',
    data: { datasets: [...bands, ...lines] },
    options: {
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      layout: { padding: { top: 8, right: 12 } },
      plugins: {
        tooltip: {
          ...chartTooltip(colours),
          filter: (item) => item.datasetIndex >= bands.length,
          callbacks: {
            title: (items) => (items[0] ? data.titleX(items[0].parsed.x ?? 0) : ''),
            label: (item) => {
              const line = data.lines[item.datasetIndex - bands.length];
              const point = line?.points[item.dataIndex];
              return line && point ? `${line.name}  ${point.text}` : '';
            },
          },
        },
      },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: data.until,
          grid: { display: false },
          border: { color: colours.line },
          ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16, callback: (v) => data.tickX(Number(v)) },
        },
        y: {
          min: 0,
          max: 1,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: { ...ticks, maxTicksLimit: 6, padding: 8, callback: (v) => data.tickY(Number(v)) },
        },
      },
    },
    plugins: [endMarks(data, colours)],
  };
}

function lineColour(colour: number | null, colours: ChartColours): string {
  return colour === null ? colours.soft : (colours.segments[segmentPlace(colour)] ?? colours.ink);
}

/** Each line carries its segment's shape at its end and on the way, so that it is told apart without its colour. */
function endMarks(data: StepChartData, colours: ChartColours): Plugin<'line'> {
  return {
    id: 'step-marks',
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (!x || !y) return;
      for (const line of data.lines) {
        if (line.colour === null) continue;
        const style = { fill: lineColour(line.colour, colours), rim: colours.ground, size: 9 };
        for (const part of [0.33, 0.66, 1]) {
          const at = data.until * part;
          const point = line.points.findLast((p) => p.x <= at);
          if (point)
            drawMark(
              chart.ctx,
              line.colour,
              style,
              x.getPixelForValue(at) - (part === 1 ? 5 : 0),
              y.getPixelForValue(point.value),
            );
        }
      }
    },
  };
}
