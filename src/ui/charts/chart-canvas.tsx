import type { Chart, ChartConfiguration } from 'chart.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import { en } from '../../i18n/en/compare';
import { pl } from '../../i18n/pl/compare';
import { textOf } from '../state/text';
import { type ChartColours, chartColours } from './chart-colours';
import './chart-figure.css';

const words = textOf({ en, pl });

/**
 * A canvas Chart.js draws on, once it has been scrolled near. It keeps its height from the start, is redrawn when the
 * theme turns, and never moves by itself: a chart that grows says nothing while it does.
 */
export function ChartCanvas(props: {
  readonly height: number;
  /** Changes where the drawing must. */
  readonly config: (colours: ChartColours) => ChartConfiguration;
}) {
  const { height, config } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [failed, setFailed] = useState(false);
  const dark = useDark();

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    if (typeof IntersectionObserver === 'undefined') {
      setNear(true);
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          setNear(true);
          observer.disconnect();
        }
      },
      { rootMargin: '200px' },
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let gone = false;
    let chart: Chart | null = null;
    import('./chart-js').then(
      ({ Chart }) => {
        if (gone || !canvas.current) return;
        const asked = config(chartColours(canvas.current));
        chart = new Chart(canvas.current, {
          ...asked,
          options: { animation: false, responsive: true, maintainAspectRatio: false, ...asked.options },
        });
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
      chart?.destroy();
    };
    // `dark`: a turned theme changes the tokens the drawing reads.
  }, [near, config, dark]);

  if (failed) return <p class="ink-soft">{words.value.figure.failed}</p>;
  return (
    <div class="chart-canvas" style={{ height: `${height}px` }} ref={box}>
      <canvas ref={canvas} />
    </div>
  );
}

function useDark(): boolean {
  const query = '(prefers-color-scheme: dark)';
  const [dark, setDark] = useState(() => globalThis.matchMedia?.(query).matches ?? false);
  useEffect(() => {
    const list = globalThis.matchMedia?.(query);
    if (!list) return;
    const follow = () => setDark(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, []);
  return dark;
}
