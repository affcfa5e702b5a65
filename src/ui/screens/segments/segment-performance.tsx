import { formatNumber } from '../../../i18n/format';
import type { PerformanceHistory } from '../../../protocol/engine-api';
import { ChartTable } from '../../charts/chart-table';
import { Disclosure } from '../../parts/disclosure';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { workspace } from '../../state/workspace';
import { CallState } from '../compare/call-state';
import { historyTable } from '../compare/history/history-table';
import { words } from '../compare/history/words';
import { useAnswer } from '../compare/use-answer';

/** What was written down of one segment at each import: its size and figures, with the version of its rule then. */
export function SegmentPerformance({ segmentId }: { readonly segmentId: string }) {
  const t = words.value;
  const call = useAnswer<
    { readonly segmentIds: readonly string[]; readonly dataVersion: number },
    PerformanceHistory
  >(
    { segmentIds: [segmentId], dataVersion: workspace.value?.dataVersion ?? 0 },
    ({ dataVersion: _, ...request }, signal) => engine().performance(request, { signal }),
  );
  const history = call.value.value;
  const table = history ? historyTable(history, segmentId, locale.value, t) : null;
  return (
    <section class="segment-part">
      <Disclosure
        summary={`${t.onSegment}${table ? ` (${formatNumber(locale.value, table.rows.length)})` : ''}`}
      >
        <CallState call={call} hasValue={table !== null} />
        {table && table.rows.length > 0 && <ChartTable data={table} />}
        {table && table.rows.length === 0 && <p class="ink-soft">{t.none}</p>}
        <p class="text-s ink-soft">
          {t.sub} {t.small}
        </p>
      </Disclosure>
    </section>
  );
}
