import { useMemo } from 'preact/hooks';
import type { Flow, Movement } from '../../../../compare/movement/movement';
import type { Locale } from '../../../../core/label';
import { formatDay, formatNumber, formatPercent } from '../../../../i18n/format';
import { metricFormat } from '../../../../metrics/metric-value';
import { ChartFigure } from '../../../charts/chart-figure';
import type { ChartTableData } from '../../../charts/chart-table';
import { FlowChart } from '../../../charts/flow-chart';
import type { FlowNode, FlowPicture } from '../../../charts/flow-picture';
import { Checkbox } from '../../../parts/checkbox';
import { persisted } from '../../../state/persisted';
import { family, picked, type Show, show } from './movement-model';
import { stateName } from './state-name';
import { words } from './words';

const onlyMoves = persisted<boolean>('movement-only-moves', false, (raw) =>
  typeof raw === 'boolean' ? raw : null,
);

/** The picture of a movement: who was where on the left, who is where on the right. */
export function FlowFigure(props: {
  readonly movement: Movement;
  readonly locale: Locale;
  readonly stale: boolean;
}) {
  const { movement, locale } = props;
  const t = words.value;
  const moves = onlyMoves.value;
  const drawn = useMemo(
    () => flowPicture(movement, moves, locale, show.value),
    [movement, moves, locale, show.value, t],
  );
  const days = { from: formatDay(locale, movement.request.from), to: formatDay(locale, movement.request.to) };
  const biggest = biggestMove(movement);
  return (
    <ChartFigure
      interactive
      title={t.flow.heading(t.controls.families[family.value])}
      subtitle={t.flow.sub(days.from, days.to)}
      sentence={t.flow.sentence(
        drawn.picture.ribbons.length,
        biggest ? t.summary.biggest(flowName(movement, biggest), t.behind.people(biggest.people)) : '',
      )}
      table={flowTable(movement, drawn.flows, locale)}
      stale={props.stale}
      tools={
        <Checkbox
          checked={moves}
          onChange={(next) => {
            onlyMoves.value = next;
          }}
        >
          {t.flow.onlyMoves}
        </Checkbox>
      }
    >
      {drawn.picture.ribbons.length === 0 ? (
        <p class="ink-soft">{t.flow.empty}</p>
      ) : (
        <FlowChart
          picture={drawn.picture}
          label={t.flow.heading(t.controls.families[family.value])}
          picked={picked.value ? flowKey(picked.value.from, picked.value.to) : null}
          onPick={(key) => {
            const flow = drawn.flows.find((f) => keyOf(movement, f) === key);
            const from = movement.states[flow?.from ?? -1];
            const to = movement.states[flow?.to ?? -1];
            if (from && to) picked.value = { from: from.id, to: to.id };
          }}
          hint={drawn.hint}
        />
      )}
    </ChartFigure>
  );
}

export function flowName(movement: Movement, flow: Pick<Flow, 'from' | 'to'>): string {
  const t = words.value.flow;
  const from = stateName(movement.states[flow.from]);
  return flow.from === flow.to ? t.stays(from) : t.name(from, stateName(movement.states[flow.to]));
}

export function biggestMove(movement: Movement): Flow | null {
  return movement.flows
    .filter((f) => f.from !== f.to && movement.states[f.from]?.kind === 'group')
    .reduce<Flow | null>((most, f) => (most === null || f.people > most.people ? f : most), null);
}

const flowKey = (from: string, to: string) => JSON.stringify([from, to]);
const keyOf = (movement: Movement, flow: Flow) =>
  flowKey(movement.states[flow.from]?.id ?? '', movement.states[flow.to]?.id ?? '');

function flowPicture(movement: Movement, moves: boolean, locale: Locale, shown: Show) {
  const t = words.value;
  const flows = movement.flows.filter((f) => !moves || f.from !== f.to);
  const money = moneyFormat(movement, locale);
  const side = (of: 'from' | 'to') => {
    const places = movement.states.flatMap((_, i) => (flows.some((f) => f[of] === i) ? [i] : []));
    const nodes = places.flatMap((i): FlowNode[] => {
      const state = movement.states[i];
      if (!state) return [];
      const people = flows.filter((f) => f[of] === i).reduce((n, f) => n + f.people, 0);
      return [
        {
          key: state.id,
          name: stateName(state),
          detail: formatNumber(locale, people),
          people,
          colour: state.colour,
          kind: state.kind,
        },
      ];
    });
    return { places, nodes };
  };
  const [left, right] = [side('from'), side('to')];
  const picture: FlowPicture = {
    left: left.nodes,
    right: right.nodes,
    ribbons: flows.map((f) => {
      const said = t.flow.label(
        flowName(movement, f),
        t.behind.people(f.people),
        formatPercent(locale, f.shareOfFrom, 1),
      );
      const sales = shown === 'before' ? f.before : f.between;
      const label = shown === 'before' ? t.flow.before : t.flow.between;
      return {
        key: keyOf(movement, f),
        from: left.places.indexOf(f.from),
        to: right.places.indexOf(f.to),
        people: f.people,
        label: sales.revenueMinor === null ? said : `${said}. ${label}: ${money(sales.revenueMinor)}`,
      };
    }),
  };
  const biggest = biggestMove(movement);
  return {
    flows,
    picture,
    hint: biggest ? t.summary.biggest(flowName(movement, biggest), t.behind.people(biggest.people)) : '',
  };
}

export function moneyFormat(movement: Movement, locale: Locale): (minor: number | null) => string {
  const values = movement.flows.flatMap((f) => [f.between.revenueMinor, f.before.revenueMinor]);
  return metricFormat(locale, { unit: 'money' }, movement.currency, values).full;
}

function flowTable(movement: Movement, flows: readonly Flow[], locale: Locale): ChartTableData {
  const t = words.value.flow;
  const values = movement.flows.flatMap((f) => [f.between.revenueMinor, f.before.revenueMinor]);
  const money = metricFormat(locale, { unit: 'money' }, movement.currency, values);
  const number = (v: number) => ({ text: formatNumber(locale, v), sort: v });
  const share = (v: number) => ({ text: formatPercent(locale, v, 1), sort: v });
  const amount = (v: number | null) => ({ text: money.bare(v), sort: v });
  return {
    caption: words.value.title,
    columns: [
      { header: t.from },
      { header: t.to, text: true },
      { header: t.people },
      { header: t.shareOfFrom },
      { header: t.shareOfTo },
      { header: t.ordersBetween },
      { header: t.between, unit: money.unit },
      { header: t.ordersBefore },
      { header: t.before, unit: money.unit },
    ],
    rows: flows.map((flow) => ({
      key: keyOf(movement, flow),
      colour: movement.states[flow.from]?.colour ?? null,
      cells: [
        { text: stateName(movement.states[flow.from]), sort: flow.from },
        { text: stateName(movement.states[flow.to]), sort: flow.to },
        number(flow.people),
        share(flow.shareOfFrom),
        share(flow.shareOfTo),
        number(flow.between.orders),
        amount(flow.between.revenueMinor),
        number(flow.before.orders),
        amount(flow.before.revenueMinor),
      ],
    })),
  };
}
