import type { Flow, Movement, MovementState } from '../../../../compare/movement/movement';
import type { Locale } from '../../../../core/label';
import { formatDay, formatNumber, formatShare } from '../../../../i18n/format';
import { metricFormat } from '../../../../metrics/metric-value';
import { SegmentMark } from '../../../parts/segment-mark';
import { Table, type TableColumn } from '../../../parts/table';
import { text } from '../../../state/text';
import { flowName } from './flow-figure';
import { picked, type Show } from './movement-model';
import { stateName } from './state-name';
import { words } from './words';

interface Row {
  readonly state: MovementState | null;
  readonly place: number;
}

/** From rows to columns: people and where they went, or what they brought. A cell opens its people. */
export function MatrixView(props: {
  readonly movement: Movement;
  readonly shown: Show;
  readonly locale: Locale;
  readonly stale: boolean;
}) {
  const { movement, shown, locale } = props;
  const t = words.value;
  const flowAt = new Map(movement.flows.map((f) => [`${f.from} ${f.to}`, f]));
  const rows = movement.states.flatMap((state, place): Row[] => (state.from > 0 ? [{ state, place }] : []));
  const columns = movement.states.flatMap((state, place) => (state.to > 0 ? [{ state, place }] : []));
  const money = metricFormat(
    locale,
    { unit: 'money' },
    movement.currency,
    movement.flows.map((f) => (shown === 'before' ? f.before : f.between).revenueMinor),
  );
  const revenueOf = (f: Flow) => (shown === 'before' ? f.before : f.between).revenueMinor;
  const shownOf = (f: Flow | undefined): number | null =>
    f === undefined ? (shown === 'people' ? 0 : null) : shown === 'people' ? f.people : revenueOf(f);
  const written = (v: number | null) =>
    shown === 'people' ? formatNumber(locale, v) : v === null ? '' : money.bare(v);
  const totalOf = (flows: readonly Flow[]) => {
    const values = flows.map(shownOf).filter((v) => v !== null);
    return values.length === 0 ? null : values.reduce((a, b) => a + b, 0);
  };
  const flowsOf = (row: Row) =>
    row.state === null ? movement.flows : movement.flows.filter((f) => f.from === row.place);

  const table: TableColumn<Row>[] = [
    {
      id: 'from',
      header: t.matrix.rowHeader(formatDay(locale, movement.request.from)),
      rowHeader: true,
      cell: ({ state }) =>
        state === null ? (
          t.matrix.allTo(formatDay(locale, movement.request.to))
        ) : (
          <span class="chart-table-name">
            {state.colour !== null && <SegmentMark colour={state.colour} />}
            <span class="data" dir="auto">
              {stateName(state)}
            </span>
          </span>
        ),
      copy: ({ state }) =>
        state === null ? t.matrix.allTo(formatDay(locale, movement.request.to)) : stateName(state),
    },
    ...columns.map(
      ({ state, place }): TableColumn<Row> => ({
        id: state.id,
        header: stateName(state),
        align: 'end',
        sort: (row) => shownOf(flowAt.get(`${row.place} ${place}`)),
        copy: (row) =>
          row.state === null
            ? written(totalOf(movement.flows.filter((f) => f.to === place)))
            : written(shownOf(flowAt.get(`${row.place} ${place}`))),
        cell: (row) => {
          if (row.state === null) return written(totalOf(movement.flows.filter((f) => f.to === place)));
          const flow = flowAt.get(`${row.place} ${place}`);
          if (flow === undefined) return <span class="ink-soft">·</span>;
          const open = picked.value?.from === row.state.id && picked.value.to === state.id;
          const said = shown === 'people' ? t.behind.people(flow.people) : money.full(revenueOf(flow));
          return (
            <button
              type="button"
              class={place === row.place ? 'matrix-cell matrix-stayed' : 'matrix-cell'}
              style={{ '--heat': `${Math.round(flow.shareOfFrom * 100)}%` }}
              aria-label={t.matrix.cell(flowName(movement, flow), said)}
              aria-pressed={open}
              onClick={() => {
                picked.value = { from: row.state?.id ?? '', to: state.id };
              }}
            >
              <span>{written(shownOf(flow)) || '–'}</span>
              <span class="matrix-more">
                {shown === 'people'
                  ? formatShare(locale, flow.shareOfFrom)
                  : text.value.count.people(flow.people)}
              </span>
            </button>
          );
        },
      }),
    ),
    {
      id: 'all',
      header: t.matrix.all,
      align: 'end',
      sort: (row) => totalOf(flowsOf(row)),
      cell: (row) => written(totalOf(flowsOf(row))),
      copy: (row) => written(totalOf(flowsOf(row))),
    },
  ];
  return (
    <div class="movement-matrix">
      <Table
        caption={
          shown === 'people'
            ? t.matrix.heading
            : `${t.matrix.heading}: ${t.controls.shows[shown]}${money.unit === null ? '' : `, ${money.unit}`}`
        }
        showCaption
        height="all"
        stale={props.stale}
        columns={table}
        rows={rows}
        rowKey={({ place }) => String(place)}
        footRows={[{ state: null, place: -1 }]}
      />
    </div>
  );
}
