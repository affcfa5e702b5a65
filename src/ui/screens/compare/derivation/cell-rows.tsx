import { useState } from 'preact/hooks';
import type { CellOrder, CellRow, CellRows } from '../../../../compare/cells/cell-rows';
import type { Comparison } from '../../../../compare/comparison';
import type { Locale } from '../../../../core/label';
import { formatDay, formatMoney, formatPlain } from '../../../../i18n/format';
import type { MetricInfo } from '../../../../metrics/metric-info';
import { Button } from '../../../parts/button';
import { Table, type TableColumn } from '../../../parts/table';
import { engine } from '../../../state/engine';
import { CallState } from '../call-state';
import { useAnswer } from '../use-answer';
import { derivationWords } from './words';

const PAGE = 10;

/** The people and orders, or rows of the report, that one number rests on: asked for, a page at a time. */
export function CellRowsList(props: {
  readonly comparison: Comparison;
  readonly segmentId: string | null;
  readonly metric: MetricInfo;
  readonly locale: Locale;
}) {
  const { comparison, segmentId, metric, locale } = props;
  const t = derivationWords.value.rows;
  const person = comparison.request.grain === 'person';
  const [open, setOpen] = useState(false);
  const [offset, setOffset] = useState(0);
  const call = useAnswer<
    {
      readonly comparison: Comparison['request'];
      readonly segmentId: string | null;
      readonly metricId: string;
      readonly offset: number;
      readonly limit: number;
      readonly dataVersion: number;
    },
    CellRows
  >(
    open
      ? {
          comparison: comparison.request,
          segmentId,
          metricId: metric.id,
          offset,
          limit: PAGE,
          dataVersion: comparison.dataVersion,
        }
      : null,
    ({ dataVersion: _, ...request }, signal) => engine().cellRows(request, { signal }),
  );
  const page = call.value.value;
  const heading = person ? t.people : t.report;

  if (!open)
    return (
      <div class="derivation-rows">
        <h3>{heading}</h3>
        <div>
          <Button size="s" onClick={() => setOpen(true)}>
            {t.show}
          </Button>
        </div>
      </div>
    );
  const money = (v: number | null) => formatMoney(locale, v, comparison.currency);
  // The parts of a fraction are money where the metric is, or where both its parts are.
  const above = (v: number | null) =>
    metric.partsAreMoney || metric.unit === 'money' ? money(v) : formatPlain(locale, v);
  const below = (v: number | null) => (metric.partsAreMoney ? money(v) : formatPlain(locale, v));
  const column = (
    id: 'numerator' | 'denominator',
    header: string,
    write: (v: number | null) => string,
  ): TableColumn<CellRow> => ({
    id,
    header,
    align: 'end',
    cell: (row) => write(row[id]),
    copy: (row) => write(row[id]),
  });
  return (
    <div class="derivation-rows">
      <h3>{heading}</h3>
      <CallState call={call} hasValue={page !== null} />
      {page && page.total === 0 && <p class="ink-soft">{person ? t.none : t.noneReport}</p>}
      {page && page.total > 0 && (
        <>
          <Table
            caption={heading}
            rows={page.rows}
            rowKey={(row) => `${offset} ${page.rows.indexOf(row)}`}
            stale={call.busy.value}
            columns={[
              {
                id: 'who',
                header: person ? t.who : t.row,
                rowHeader: true,
                cell: (row) => <Who row={row} locale={locale} />,
                copy: (row) => row.label,
              },
              column('numerator', metric.numerator[locale], above),
              ...(metric.denominator === null
                ? []
                : [column('denominator', metric.denominator[locale], below)]),
            ]}
          />
          <p class="derivation-pages">
            <Button
              size="s"
              kind="quiet"
              disabled={offset === 0}
              onClick={() => setOffset(Math.max(0, offset - PAGE))}
            >
              {t.before}
            </Button>
            <span class="text-s">{t.of(offset + 1, Math.min(offset + PAGE, page.total), page.total)}</span>
            <Button
              size="s"
              kind="quiet"
              disabled={offset + PAGE >= page.total}
              onClick={() => setOffset(offset + PAGE)}
            >
              {t.next}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

function Who({ row, locale }: { readonly row: CellRow; readonly locale: Locale }) {
  const t = derivationWords.value.rows;
  const name = (
    <span class="data" dir="auto">
      {row.label}
    </span>
  );
  if (row.orders.length === 0) return name;
  const count = row.orders.length + row.ordersLeft;
  return (
    <details class="derivation-who">
      <summary>
        {name} <span class="ink-soft text-s">{t.ordersOf(count)}</span>
      </summary>
      <ul class="text-s">
        {row.orders.map((order) => (
          <li key={`${order.id} ${order.time} ${order.amountMinor}`}>{orderText(order, locale)}</li>
        ))}
        {row.ordersLeft > 0 && <li>{t.more(row.ordersLeft)}</li>}
      </ul>
    </details>
  );
}

function orderText(order: CellOrder, locale: Locale): string {
  const t = derivationWords.value.rows;
  return [
    order.time === null ? t.undated : formatDay(locale, order.time),
    order.id,
    order.amountMinor === null ? t.noAmount : formatMoney(locale, order.amountMinor, order.currency),
    order.isSale ? null : t.returned,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
