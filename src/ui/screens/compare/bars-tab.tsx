import { useMemo } from 'preact/hooks';
import { formatOf } from '../../../compare/cells/format-of';
import type { Comparison } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import type { MetricInfo } from '../../../metrics/metric-info';
import { BarChart, type BarChartData } from '../../charts/bar-chart';
import { baseOf } from '../../charts/base-of';
import { ChartFigure } from '../../charts/chart-figure';
import { metricTable } from './goal-plot';
import { words } from './words';

/** Every metric as bars, small and side by side, in the order of the table. */
export function BarsTab(props: {
  readonly comparison: Comparison;
  readonly locale: Locale;
  readonly stale: boolean;
}) {
  const { comparison, locale } = props;
  return (
    <>
      <div class="bars-grid">
        {comparison.metrics.map((metric) => (
          <MetricBars
            key={metric.id}
            comparison={comparison}
            metric={metric}
            locale={locale}
            stale={props.stale}
          />
        ))}
      </div>
      <p class="text-s ink-soft">
        {words.value.figure.intervalNote} {words.value.figure.dashedNote}
      </p>
    </>
  );
}

function MetricBars(props: {
  readonly comparison: Comparison;
  readonly metric: MetricInfo;
  readonly locale: Locale;
  readonly stale: boolean;
}) {
  const { comparison, metric, locale } = props;
  const t = words.value;
  const data = useMemo((): BarChartData => {
    const m = comparison.metrics.indexOf(metric);
    const format = formatOf(comparison, m, locale);
    const bars = comparison.segments.map((segment, s) => {
      const cell = comparison.cells[s]?.[m];
      const value = cell?.state === 'value' ? cell.value : null;
      return {
        key: segment.id,
        name: segment.name[locale],
        colour: segment.colour,
        value,
        interval: cell?.state === 'value' ? cell.interval : null,
        text: cell?.state === 'none' ? t.reasonShort[cell.reason] : format.full(value),
      };
    });
    return {
      bars,
      base: baseOf(metric, comparison.everyone[m]),
      tick: format.tick,
    };
  }, [comparison, metric, locale, t]);
  const table = useMemo(() => metricTable(comparison, metric, locale), [comparison, metric, locale]);
  return (
    <ChartFigure
      level={3}
      title={metric.label[locale]}
      small
      sentence={t.plot.sentence(
        metric.label[locale],
        data.bars.map((bar) => t.plot.rowPlain(bar.name, bar.text)).join('; '),
      )}
      table={table}
      stale={props.stale}
    >
      <BarChart data={data} />
    </ChartFigure>
  );
}
