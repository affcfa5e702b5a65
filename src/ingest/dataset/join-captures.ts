import type { JoinDecision } from '../../core/join-decision';
import { captureSeries } from '../joins/capture-series';
import { type JoinedPeople, joinPeople } from '../joins/join-people';
import type { KeyedRows } from '../joins/keyed-rows';
import { standingCaptures } from '../overlap/standing-captures';
import { type OrderSource, orderSources } from './build-orders';
import { BUILD_WORK } from './build-work';
import type { KeptTable } from './capture-table';
import { onClock } from './on-clock';
import { orderBuyers } from './order-buyers';
import { personKeyColumns } from './person-columns';

export interface JoinedCaptures {
  readonly contacts: readonly KeptTable[];
  readonly orders: readonly OrderSource[];
  readonly events: readonly KeptTable[];
  /** Its sources are the contacts, the orders and the events, in this order. */
  readonly joined: JoinedPeople;
}

/** Who is who in all that is held, which the dataset is built on. */
export function joinCaptures(all: readonly KeptTable[], decisions: readonly JoinDecision[]): JoinedCaptures {
  const steps = joinSteps(all, decisions);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `joinCaptures` that halts, yielding the work done. */
export function* joinSteps(
  all: readonly KeptTable[],
  decisions: readonly JoinDecision[],
): Generator<number, JoinedCaptures> {
  const captures = standingCaptures(all).map(onClock);
  const contacts = captures.filter((c) => c.mapping.table === 'people');
  const orders = yield* orderSources(captures.filter((c) => c.mapping.table === 'orders'));
  const events = captures.filter((c) => c.mapping.table === 'events');
  const keyed: KeyedRows[] = [
    ...contacts.map((kept) => keyedRows(kept, kept.rows, personKeyColumns(kept), true)),
    ...orders.map((source) => keyedRows(source.kept, source.size, source.keys, false)),
    ...events.map((kept) => keyedRows(kept, kept.rows, personKeyColumns(kept), false)),
  ];
  const joined = joinPeople(keyed, { decisions, orders: orderBuyers(orders) });
  yield keyed.reduce((rows, source) => rows + source.rows, 0) * BUILD_WORK.join;
  return { contacts, orders, events, joined };
}

function keyedRows(kept: KeptTable, rows: number, keys: KeyedRows['keys'], standAlone: boolean): KeyedRows {
  return { rows, idSpace: kept.mapping.idSpace, keys, standAlone, series: captureSeries(kept.mapping) };
}
