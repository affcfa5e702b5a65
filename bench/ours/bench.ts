import type { Cell, ComparisonRequest } from '../../src/compare/comparison';
import { createEngineClient } from '../../src/protocol/engine-client';
import { type ClauseName, clausesAsked } from '../data/clauses';
import { eventsCsv } from '../data/events-csv';
import { narrowOrdersCsv, ordersCsv } from '../data/orders-csv';
import {
  METRICS_ASKED,
  RETENTION_MONTHS,
  rulesAsked,
  sequenceRule,
  tableChosen,
  tableRules,
} from '../data/questions';
import { generateShop } from '../data/shop';
import { neededArrays } from './needed-arrays';

// Runs in a page of the extension itself, under its own policy, against its own engine worker.

const engine = createEngineClient();
let orders: File | null = null;
let events: File | null = null;
let asOf = 0;
const segmentIds: string[] = [];

/** Tasks over 50 ms on this page's main thread since last asked. */
const longTasks: number[] = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
}).observe({ type: 'longtask' });

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; values: T; longestTask: number }> {
  longTasks.length = 0;
  const begun = performance.now();
  const values = await work();
  const ms = performance.now() - begun;
  // Entries come with the next turn.
  await new Promise((done) => setTimeout(done, 0));
  return { ms, values, longestTask: Math.max(0, ...longTasks) };
}

async function keep(file: File, kind: 'orders' | 'events') {
  const [surveyed] = await engine.survey({ file });
  const proposal = surveyed?.proposals[0];
  if (surveyed === undefined || proposal?.mapping.table !== kind) {
    throw new Error(`${file.name} was not taken for ${kind}: ${JSON.stringify(proposal?.mapping)}`);
  }
  return engine.importTables({
    tables: [{ surveyId: surveyed.surveyId, tableIndex: proposal.tableIndex, mapping: proposal.mapping }],
  });
}

const api = {
  async emptied() {
    segmentIds.length = 0;
    await engine.deleteEverything(undefined);
  },
  async forget() {
    orders = events = null;
    segmentIds.length = 0;
    await engine.deleteEverything(undefined);
  },

  /** Asks from here on of a shop that is stored already. */
  async holds(stored: { asOf: number }) {
    asOf = stored.asOf;
    segmentIds.length = 0;
    await engine.state(undefined);
  },

  async prepare(asked: { customers: number; withEvents: boolean; narrow?: boolean }) {
    const { customers, withEvents, narrow } = asked;
    const shop = withEvents ? generateShop(customers) : generateShop(customers, 0);
    asOf = shop.asOf;
    orders = narrow ? narrowOrdersCsv(shop) : ordersCsv(shop);
    events = withEvents ? eventsCsv(shop) : null;
    await engine.deleteEverything(undefined);
    return { bytes: orders.size };
  },

  /** From a picked file to committed columns, with dialect, types, problems and progress. */
  async importOrders() {
    await engine.deleteEverything(undefined);
    segmentIds.length = 0;
    const { ms, values, longestTask } = await timed(() => keep(orders as File, 'orders'));
    const { everyone } = await engine.compare(request([], ['gross-revenue']));
    const gross = everyone[0];
    return {
      ms,
      longestTask,
      rows: values.rowsKept,
      total: gross?.state === 'value' ? gross.value / 100 : Number.NaN,
      storedBytes: values.state.storedBytes,
    };
  },
  async importEvents() {
    const { ms, values } = await timed(() => keep(events as File, 'events'));
    return { ms, rows: values.rowsKept, bytes: (events as File).size };
  },

  /** Five segments × eight metrics with intervals, differences and verdicts, and each one's retention. */
  async comparison({ round }: { round: number }) {
    for (const [i, rule] of rulesAsked(round).entries()) {
      const id = segmentIds[i];
      const draft = { name: `Bench ${i + 1}`, description: '', rule };
      segmentIds[i] = (await engine.saveSegment(id === undefined ? draft : { ...draft, id })).id;
    }
    const comparison = request(segmentIds, METRICS_ASKED);
    const { ms, values, longestTask } = await timed(async () => ({
      compared: await engine.compare(comparison),
      kept: await engine.retention({
        comparison,
        definition: 'on',
        every: 'month',
        periods: RETENTION_MONTHS,
      }),
    }));
    const { compared, kept } = values;
    const number = (cell: Cell | undefined) => (cell?.state === 'value' ? cell.value : null);
    return {
      ms,
      longestTask,
      values: {
        metrics: [...compared.cells, compared.everyone].map((row) =>
          METRICS_ASKED.map((id) => number(row[compared.metrics.findIndex((m) => m.id === id)])),
        ),
        retention: kept.curves.map(({ points }) => points.map((point) => point?.value ?? null)),
      },
    };
  },

  /** The seven segments of the table, made once: their ids, and which of them a round asks for. */
  async tableSegments() {
    const ids: string[] = [];
    for (const [i, rule] of tableRules().entries())
      ids.push((await engine.saveSegment({ name: `Table ${i + 1}`, description: '', rule })).id);
    return { ids, asOf, orders: Array.from({ length: 20 }, (_, round) => tableChosen(round)) };
  },

  /** Which stored arrays a round's table is made of. */
  tableReads: ({ ids, round }: { ids: readonly string[]; round: number }) =>
    neededArrays(
      request(
        tableChosen(round).map((i) => ids[i] as string),
        [],
      ),
    ),

  /** Six segments × all metrics; the values are those any database would be asked for. */
  async table({ ids, round }: { ids: readonly string[]; round: number }) {
    const chosen = tableChosen(round);
    const asked = request(
      chosen.map((i) => ids[i] as string),
      [],
    );
    const { ms, values, longestTask } = await timed(() => engine.compare(asked));
    const number = (cell: Cell | undefined) => (cell?.state === 'value' ? cell.value : null);
    return {
      ms,
      longestTask,
      chosen,
      metrics: values.metrics.length,
      values: [...values.cells, values.everyone].map((row) =>
        METRICS_ASKED.map((id) => number(row[values.metrics.findIndex((m) => m.id === id)])),
      ),
    };
  },

  async sequence({ round }: { round: number }) {
    const rule = sequenceRule(round);
    const { ms, values } = await timed(() => engine.previewRule({ rule, asOf, currency: null }));
    return { ms, values: values.in };
  },

  /** A clause of three edited by one key press: from the question to its count. */
  async liveCount({ round }: { round: number }) {
    const [bought, spent, silent] = rulesAsked(round);
    const rules = [bought, spent, silent].filter((rule) => rule !== undefined);
    const { ms, values, longestTask } = await timed(() =>
      engine.previewRule({ rule: { kind: 'all', rules }, asOf, currency: null }),
    );
    return { ms, longestTask, values: values.in };
  },

  /** A clause of three edited by one key press: from the question to its count, alone and among the others. */
  async clause({ name, round }: { name: ClauseName; round: number }) {
    const [bought, spent] = rulesAsked(0);
    const edited = clausesAsked(round)[name];
    const rules = [bought, spent, edited].filter((rule) => rule !== undefined);
    const { ms, values, longestTask } = await timed(() =>
      engine.previewRule({ rule: { kind: 'all', rules }, asOf, currency: null }),
    );
    const own = values.clauses.find(({ path }) => path.length === 1 && path[0] === 2);
    return { ms, longestTask, rule: edited, asOf, values: own?.in, unknown: own?.unknown };
  },

  /**
   * Every ready segment: thresholds tuned from the data, who is in each, and its sentence. Of another day each round, so
   * that nothing answers that was found for the round before. Forecasts are counted when somebody opens one, not in a list.
   */
  async library({ round }: { round: number }) {
    const at = asOf - round * 86_400_000;
    const { ms, values, longestTask } = await timed(() => engine.segments({ asOf: at, currency: null }));
    const segments = values.segments.flatMap(({ segment, size, unknown, population }) =>
      size === null ? [] : [{ id: segment.id, rule: segment.rule, counts: [size, unknown, population] }],
    );
    return { ms, longestTask, asOf: at, segments };
  },
};

function request(ids: readonly string[], metricIds: readonly string[]): ComparisonRequest {
  return {
    grain: 'person',
    segmentIds: ids,
    metricIds,
    asOf,
    measured: { kind: 'held' },
    baseSegmentId: null,
    currency: null,
    reportId: null,
  };
}

Object.assign(globalThis, { ours: api });
