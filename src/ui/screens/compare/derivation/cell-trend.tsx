import { useMemo } from 'preact/hooks';
import type { Comparison, Trend, TrendRequest } from '../../../../compare/comparison';
import type { Locale } from '../../../../core/label';
import { ChartFigure } from '../../../charts/chart-figure';
import { LineChart } from '../../../charts/line-chart';
import { engine } from '../../../state/engine';
import { trendDrawing } from '../trend-drawing';
import { useAnswer } from '../use-answer';
import { words } from '../words';
import { derivationWords } from './words';

/** One cell's metric by month, of its segment alone. */
export function CellTrend(props: {
  readonly comparison: Comparison;
  readonly segmentId: string | null;
  readonly metricId: string;
  readonly locale: Locale;
}) {
  const { comparison, segmentId, metricId, locale } = props;
  const t = derivationWords.value;
  const call = useAnswer<TrendRequest & { readonly dataVersion: number }, Trend>(
    {
      comparison: { ...comparison.request, segmentIds: segmentId === null ? [] : [segmentId] },
      metricId,
      every: 'month',
      dataVersion: comparison.dataVersion,
    },
    ({ dataVersion: _, ...request }, signal) => engine().trend(request, { signal }),
  );
  const trend = call.value.value;
  const drawn = useMemo(() => {
    if (trend === null) return null;
    const own = { ...trend, lines: trend.lines.filter((line) => line.segmentId === segmentId) };
    return trendDrawing(own, comparison, 'month', locale, words.value);
  }, [trend, comparison, segmentId, locale, words.value]);
  if (drawn === null) return null;
  if (!drawn.data.lines.some((line) => line.points.some((p) => p !== null)))
    return <p class="ink-soft text-s">{t.noTrend}</p>;
  return (
    <ChartFigure
      small
      level={3}
      title={t.trend}
      sentence={drawn.sentence}
      table={drawn.table}
      stale={call.busy.value}
    >
      <LineChart data={drawn.data} height={150} />
    </ChartFigure>
  );
}
