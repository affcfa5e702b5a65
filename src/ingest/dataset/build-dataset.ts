import type { Dataset } from '../../core/dataset';
import type { JoinDecision } from '../../core/join-decision';
import { buildEvents } from './build-events';
import { buildOrders, type OrderSource } from './build-orders';
import { buildPeople } from './build-people';
import { buildReport } from './build-report';
import { buildWork } from './build-work';
import type { KeptTable } from './capture-table';
import { joinSteps } from './join-captures';

export interface BuiltDataset {
  readonly dataset: Dataset;
  readonly join: { readonly people: number; readonly joined: number; readonly ambiguous: number };
  readonly facts: ReadonlyMap<string, CaptureFacts>;
}

/** What building showed of one capture; its passport says so. */
export interface CaptureFacts {
  /** Rows of nobody known. */
  readonly unattributedRows: number;
  /** Orders made of its rows, before any was replaced by a later capture; null in other tables. */
  readonly orders: number | null;
  readonly returns: number;
  /** Orders with an amount and no currency. */
  readonly withoutCurrency: number;
  /** Orders that a later capture holds again and so replaces. */
  readonly replaced: number;
}

/**
 * Makes the tables of the engine out of everything kept, oldest capture first: rows joined into people, lines
 * grouped into orders, orders and events sorted by person and time. Deterministic, and without row objects:
 * a million orders take a few hundred milliseconds.
 */
export function buildDataset(
  captures: readonly KeptTable[],
  version: number,
  decisions: readonly JoinDecision[] = [],
): BuiltDataset {
  const steps = datasetSteps(captures, version, decisions);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * `buildDataset` with a halt wherever whoever waits may want to stop it. Yields the share of the work that is done,
 * 0–1 and never falling: judged by the cells of the captures, exact enough for a bar.
 */
export function* datasetSteps(
  captures: readonly KeptTable[],
  version: number,
  decisions: readonly JoinDecision[] = [],
): Generator<number, BuiltDataset> {
  const steps = tablesOf(captures, version, decisions);
  const work = buildWork(captures);
  let done = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    done += step.value;
    yield Math.min(1, done / work);
  }
}

function* tablesOf(
  captures: readonly KeptTable[],
  version: number,
  decisions: readonly JoinDecision[],
): Generator<number, BuiltDataset> {
  const { contacts, orders, events, joined } = yield* joinSteps(captures, decisions);
  const personOf = [...joined.personOf];
  const ofContacts = personOf.splice(0, contacts.length);
  const ofOrders = personOf.splice(0, orders.length);
  const ofEvents = personOf;

  const builtOrders = yield* buildOrders(orders, ofOrders, joined.people);
  const builtEvents = yield* buildEvents(events, ofEvents, joined.people);
  const people = yield* buildPeople(joined.people, contacts, ofContacts, [builtEvents, builtOrders]);

  const facts = new Map<string, CaptureFacts>();
  contacts.forEach((kept, i) => {
    facts.set(kept.id, { ...NO_FACTS, unattributedRows: countNobody(ofContacts[i]) });
  });
  orders.forEach((source, i) => {
    facts.set(source.kept.id, orderFacts(source, ofOrders[i] ?? new Int32Array()));
  });
  events.forEach((kept, i) => {
    facts.set(kept.id, { ...NO_FACTS, unattributedRows: countNobody(ofEvents[i]) });
  });

  return {
    dataset: {
      version,
      people,
      orders: builtOrders.table,
      items: builtOrders.items,
      events: builtEvents.table,
      reports: captures
        .filter((c) => c.mapping.table === 'reports' || c.mapping.table === 'spend')
        .map(buildReport),
      passports: captures.map((c) => c.passport),
      coverage: coverageOf(builtOrders.table.time, builtEvents.table.time),
    },
    join: { people: joined.people, joined: joined.joined, ambiguous: joined.ambiguous },
    facts,
  };
}

const NO_FACTS: CaptureFacts = {
  unattributedRows: 0,
  orders: null,
  returns: 0,
  withoutCurrency: 0,
  replaced: 0,
};

function orderFacts(source: OrderSource, personOf: Int32Array): CaptureFacts {
  const { grouped, groups } = source;
  const { offsets } = grouped.lines;
  let unattributedRows = 0;
  for (let i = 0; i < personOf.length; i++) {
    if (personOf[i] !== -1) continue;
    const order = groups === null ? i : groups[i]!;
    unattributedRows += offsets[order + 1]! - offsets[order]!;
  }
  let withoutCurrency = 0;
  for (let o = 0; o < grouped.gross.length; o++) {
    if (grouped.currency.codes[o] === -1 && !Number.isNaN(grouped.gross[o])) withoutCurrency++;
  }
  return {
    unattributedRows,
    orders: grouped.lines.orders,
    returns: grouped.returns,
    withoutCurrency,
    replaced: groups === null ? 0 : grouped.lines.orders - groups.length,
  };
}

function countNobody(personOf: Int32Array | undefined): number {
  let count = 0;
  for (const person of personOf ?? []) if (person === -1) count++;
  return count;
}

function coverageOf(...times: readonly Float64Array[]): Dataset['coverage'] {
  let from = Infinity;
  let to = -Infinity;
  for (const column of times) {
    for (let i = 0; i < column.length; i++) {
      const t = column[i]!;
      if (t < from) from = t;
      if (t > to) to = t;
    }
  }
  return from <= to ? { from, to } : null;
}
