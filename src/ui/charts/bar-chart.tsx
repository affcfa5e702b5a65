import type { ChartConfiguration, Plugin } from 'chart.js';
import { useCallback } from 'preact/hooks';
import { segmentPlace } from '../parts/segment-shapes';
import { ChartCanvas } from './chart-canvas';
import type { ChartColours } from './chart-colours';
import { drawMark } from './draw-mark';
import { canvasMeasure, fitText } from './fit-text';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly colour: number;
  /** Null where there is no value: `text` then says why. */
  readonly value: number | null;
  readonly interval: { readonly lo: number; readonly hi: number } | null;
  readonly text: string;
}

export interface BarChartData {
  readonly bars: readonly Bar[];
  /** A dashed line across every bar. */
  readonly base: number | null;
  readonly tick: (value: number) => string;
}

const ROW = 28;
const NAME = 132;

/** One bar a segment, from zero, whiskers for the interval, the value written at its end. */
export function BarChart({ data }: { readonly data: BarChartData }) {
  const config = useCallback((colours: ChartColours) => barConfig(data, colours), [data]);
  return <ChartCanvas height={data.bars.length * ROW + 34} config={config} />;
}

function barConfig(data: BarChartData, colours: ChartColours): ChartConfiguration<'bar'> {
  const small = `12px ${colours.family}`;
  const edge = Math.max(
    0,
    ...data.bars.flatMap((bar) => [bar.value ?? 0, bar.interval?.hi ?? 0]),
    data.base ?? 0,
  );
  // A whisker that reaches below zero does not move where bars begin, unless a bar does.
  const low = Math.min(0, ...data.bars.map((bar) => bar.value ?? 0));
  const room = Math.max(24, ...data.bars.map((bar) => canvasMeasure(bar.text, small) + 12));
  return {
    type: 'bar',
    data: {
      labels: data.bars.map((bar) => bar.name),
      datasets: [
        {
          data: data.bars.map((bar) => bar.value),
          backgroundColor: data.bars.map((bar) => colours.segments[segmentPlace(bar.colour)] ?? colours.ink),
          borderRadius: 2,
          barThickness: 14,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      events: [],
      layout: { padding: { right: Math.min(120, room) } },
      plugins: { tooltip: { enabled: false } },
      scales: {
        y: {
          ticks: { display: false },
          grid: { display: false },
          border: { color: colours.line },
          afterFit: (scale) => {
            scale.width = Math.min(NAME, scale.chart.width * 0.4);
          },
        },
        x: {
          beginAtZero: true,
          suggestedMax: edge,
          suggestedMin: low,
          ...(low === 0 ? { min: 0 } : {}),
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.soft,
            font: { family: colours.family, size: 12 },
            maxTicksLimit: 5,
            maxRotation: 0,
            padding: 6,
            callback: (value) => data.tick(Number(value)),
          },
        },
      },
    },
    plugins: [barMarks(data, colours, small)],
  };
}

/** Names with their marks, whiskers, values and the base: what Chart.js has no words for. */
function barMarks(data: BarChartData, colours: ChartColours, small: string): Plugin<'bar'> {
  return {
    id: 'bar-marks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const [x, y] = [scales['x'], scales['y']];
      if (!x || !y) return;
      ctx.save();
      ctx.font = small;
      ctx.textBaseline = 'middle';
      if (data.base !== null) {
        const at = x.getPixelForValue(data.base);
        ctx.strokeStyle = colours.soft;
        ctx.setLineDash([4, 3]);
        ctx.lineWidth = 1.5;
        ctx.beginPath();
        ctx.moveTo(at, chartArea.top);
        ctx.lineTo(at, chartArea.bottom);
        ctx.stroke();
        ctx.setLineDash([]);
      }
      data.bars.forEach((bar, i) => {
        const at = y.getPixelForValue(i);
        drawMark(
          ctx,
          bar.colour,
          {
            fill: colours.segments[segmentPlace(bar.colour)] ?? colours.ink,
            rim: colours.ground,
            size: 11,
          },
          6,
          at,
        );
        ctx.fillStyle = colours.ink;
        ctx.textAlign = 'left';
        ctx.fillText(fitText(bar.name, chartArea.left - 26, small, canvasMeasure), 18, at);
        if (bar.value === null) {
          ctx.fillStyle = colours.soft;
          ctx.fillText(
            fitText(bar.text, chart.width - chartArea.left - 8, small, canvasMeasure),
            chartArea.left + 6,
            at,
          );
          return;
        }
        let end = x.getPixelForValue(Math.max(0, bar.value));
        if (bar.interval) {
          const lo = Math.max(chartArea.left, x.getPixelForValue(bar.interval.lo));
          const hi = x.getPixelForValue(bar.interval.hi);
          // On the bar the whisker is the ground's colour, beyond it the ink's: seen on both.
          ctx.lineWidth = 3.5;
          ctx.strokeStyle = colours.ground;
          whisker(ctx, lo, hi, at);
          ctx.lineWidth = 1.5;
          ctx.strokeStyle = colours.ink;
          whisker(ctx, lo, hi, at);
          end = Math.max(end, hi);
        }
        const text = { x: end + 6, y: at };
        const width = canvasMeasure(bar.text, small);
        ctx.fillStyle = colours.ground;
        ctx.fillRect(text.x - 2, at - 8, width + 4, 16);
        ctx.fillStyle = colours.ink;
        ctx.fillText(bar.text, text.x, at);
      });
      ctx.restore();
    },
  };
}

function whisker(ctx: CanvasRenderingContext2D, lo: number, hi: number, y: number): void {
  ctx.beginPath();
  ctx.moveTo(lo, y - 4);
  ctx.lineTo(lo, y + 4);
  ctx.moveTo(lo, y);
  ctx.lineTo(hi, y);
  ctx.moveTo(hi, y - 4);
  ctx.lineTo(hi, y + 4);
  ctx.stroke();
}
