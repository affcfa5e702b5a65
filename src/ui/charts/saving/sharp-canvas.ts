import { Chart } from '../chart-js';

/** Draws a chart anew with more pixels; the answer puts it back. */
export function sharpCanvas(canvas: HTMLCanvasElement, ratio: number): () => void {
  const chart = Chart.getChart(canvas);
  if (!chart) return () => {};
  const own = chart.options.devicePixelRatio;
  const redraw = (at: number | undefined) => {
    if (at === undefined) delete chart.options.devicePixelRatio;
    else chart.options.devicePixelRatio = at;
    chart.resize();
    chart.draw();
  };
  redraw(ratio);
  return () => redraw(own);
}
