import { useMemo, useState } from 'preact/hooks';
import type { Comparison } from '../../../../compare/comparison';
import type { Locale } from '../../../../core/label';
import type { PerformanceHistory } from '../../../../protocol/engine-api';
import { ChartFigure } from '../../../charts/chart-figure';
import { ChartLegend } from '../../../charts/chart-legend';
import { ChartTable } from '../../../charts/chart-table';
import { LineChart } from '../../../charts/line-chart';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { saveFile } from '../../../parts/save-file';
import { engine } from '../../../state/engine';
import { persisted } from '../../../state/persisted';
import { csvFormat } from '../../../state/settings';
import { CallState } from '../call-state';
import { MetricSelect } from '../metric-select';
import { useAnswer } from '../use-answer';
import { historyDrawing } from './history-drawing';
import { words } from './words';

const SIZE = 'size';
const chosenMetric = persisted<string>('history-metric', SIZE, (raw) =>
  typeof raw === 'string' ? raw : null,
);

/** How the chosen segments did at each import, as it was written down then. */
export function HistoryTab(props: { readonly comparison: Comparison; readonly locale: Locale }) {
  const { comparison, locale } = props;
  const t = words.value;
  const segmentIds = comparison.segments.map((s) => s.id);
  const call = useAnswer<
    { readonly segmentIds: readonly string[]; readonly dataVersion: number },
    PerformanceHistory
  >({ segmentIds, dataVersion: comparison.dataVersion }, ({ dataVersion: _, ...request }, signal) =>
    engine().performance(request, { signal }),
  );
  const [error, setError] = useState<unknown>(null);
  const history = call.value.value;
  const metric = history?.metrics.find((m) => m.id === chosenMetric.value) ?? null;
  const shown = comparison.segments.map(({ id, name, colour }) => ({ id, name: name[locale], colour }));
  const drawn = useMemo(
    () => (history ? historyDrawing(history.records, shown, metric, locale, t) : null),
    [history, comparison, metric, locale, t],
  );
  const label = metric?.label[locale] ?? t.size;
  const empty = drawn !== null && drawn.table.rows.length === 0;
  const records = history?.records.length ?? 0;
  const mixed = new Set(history?.records.map(({ currency }) => currency)).size > 1;

  const save = async () => {
    setError(null);
    try {
      saveFile(await engine().exportPerformance({ segmentIds, format: csvFormat() }));
    } catch (fault) {
      setError(fault);
    }
  };

  return (
    <div class="compare-tab">
      <div class="compare-controls">
        <MetricSelect
          label={t.metric}
          metrics={history?.metrics ?? []}
          value={metric?.id ?? SIZE}
          locale={locale}
          first={{ value: SIZE, label: t.size }}
          onChange={(id) => {
            chosenMetric.value = id;
          }}
        />
      </div>
      <CallState call={call} hasValue={drawn !== null} />
      {error !== null && <ErrorNotice error={error} />}
      {empty && <p class="ink-soft">{t.none}</p>}
      {drawn && !empty && (
        <>
          {records === 1 ? (
            <p class="ink-soft">{t.one}</p>
          ) : (
            <ChartFigure
              title={[t.heading(label), drawn.unit].filter(Boolean).join(', ')}
              subtitle={t.sub}
              sentence={t.sentence(label, records)}
              table={drawn.table}
              stale={call.busy.value}
              notes={[...drawn.changes, ...(mixed && metric?.unit === 'money' ? [t.currencies] : [])]}
            >
              <ChartLegend items={drawn.chart.lines} />
              <LineChart data={drawn.chart} />
            </ChartFigure>
          )}
          <ChartTable data={drawn.table} />
          <p class="text-s ink-soft">{t.small}</p>
          <div>
            <Button size="s" onClick={() => void save()}>
              {t.export}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
