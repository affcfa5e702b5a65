import type { ComparisonRequest } from '../../src/compare/comparison';
import { createEngineClient } from '../../src/protocol/engine-client';
import type { Measure, NumberTest, Rule, Window } from '../../src/segments/rule';
import { generateOrders } from './generate-orders';
import papaWorkerUrl from './papa.worker.ts?worker&url';
import rowObjectsWorkerUrl from './row-objects.worker.ts?worker&url';

// Runs in a page of the extension itself, under its own policy. Called from bench/run.mjs.

const METRICS = [
  'customers',
  'share',
  'revenue',
  'orders',
  'aov',
  'orders-per-customer',
  'revenue-per-customer',
  'repeat-rate',
];

const policy = (
  globalThis as unknown as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    };
  }
).trustedTypes?.createPolicy('segment-lens-bench', { createScriptURL: (url) => url });

const workerOf = (url: string) => new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });

function ask<T>(worker: Worker, message: unknown): Promise<T> {
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data as T);
    worker.onerror = (event) => failed(new Error(event.message));
    worker.postMessage(message);
  });
}

const engine = createEngineClient();
let file: File | null = null;
let objects: Worker | null = null;

/** Bytes and rows of the generated export; everything after works on it. */
export async function prepare(customers: number): Promise<{ bytes: number; rows: number }> {
  file = generateOrders(customers);
  await engine.deleteEverything(undefined);
  return { bytes: file.size, rows: customers * 10 };
}

/** From a picked file to committed columns, with dialect, types, problems and progress: survey, load, build, commit. */
export async function importOurs(): Promise<{ ms: number; surveyMs: number; rows: number; total: number }> {
  await engine.deleteEverything(undefined);
  const begun = performance.now();
  const [surveyed] = await engine.survey({ file: file as File });
  const surveyMs = performance.now() - begun;
  if (surveyed === undefined) throw new Error('nothing was surveyed');
  const report = await engine.importTables({
    tables: surveyed.proposals.map((p) => ({
      surveyId: surveyed.surveyId,
      tableIndex: p.tableIndex,
      mapping: p.mapping,
    })),
  });
  const ms = performance.now() - begun;
  const comparison = await engine.compare(request([], null, ['gross-revenue']));
  const gross = comparison.everyone[0];
  return {
    ms,
    surveyMs,
    rows: report.rowsKept,
    total: gross?.state === 'value' ? gross.value / 100 : Number.NaN,
  };
}

export async function importPapa(): Promise<{ ms: number; rows: number; total: number }> {
  const worker = workerOf(papaWorkerUrl);
  const result = await ask<{ ms: number; rows: number; total: number }>(worker, file);
  worker.terminate();
  return result;
}

const behaviour = (measure: Measure, test: NumberTest, window: Window = { kind: 'lifetime' }): Rule => ({
  kind: 'behaviour',
  measure,
  window,
  test,
});

/** Segments of the comparison, in the order of `row-objects.worker.ts`. */
const RULES: readonly Rule[] = [
  behaviour({ of: 'orders', stat: 'count' }, { op: 'at-least', value: 2 }),
  behaviour({ of: 'orders', stat: 'sum', field: 'revenue' }, { op: 'at-least', value: 2000 }),
  behaviour({ of: 'orders', stat: 'days-since-last' }, { op: 'more-than', value: 90 }),
  behaviour({ of: 'orders', stat: 'count' }, { op: 'at-least', value: 1 }, { kind: 'last-days', days: 365 }),
  behaviour({ of: 'orders', stat: 'mean', field: 'revenue' }, { op: 'at-least', value: 250 }),
];
let segmentIds: string[] = [];

/** Call after `importOurs`. Answers the as-of both sides use. */
export async function prepareComparison(): Promise<{ asOf: number; customers: number }> {
  segmentIds = [];
  for (const [i, rule] of RULES.entries()) {
    segmentIds.push((await engine.saveSegment({ name: `Bench ${i + 1}`, description: '', rule })).id);
  }
  objects ??= workerOf(rowObjectsWorkerUrl);
  const { customers } = await ask<{ customers: number }>(objects, { file });
  const { coverage } = await engine.state(undefined);
  return { asOf: Math.floor(((coverage?.to ?? 0) + 1) / 86_400_000) * 86_400_000 - 1, customers };
}

function request(
  ids: readonly string[],
  asOf: number | null,
  metricIds: readonly string[],
): ComparisonRequest {
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

/** Ours also gives the interval, difference, p, q and verdict of each cell. */
export async function compareOurs(asOf: number): Promise<{ ms: number; values: (number | null)[][] }> {
  const begun = performance.now();
  const comparison = await engine.compare(request(segmentIds, asOf, METRICS));
  const ms = performance.now() - begun;
  const values = [...comparison.cells, comparison.everyone].map((row) =>
    METRICS.map((id) => {
      const cell = row[comparison.metrics.findIndex((m) => m.id === id)];
      return cell?.state === 'value' ? cell.value : null;
    }),
  );
  return { ms, values };
}

export async function compareObjects(asOf: number): Promise<{ ms: number; values: number[][] }> {
  const begun = performance.now();
  const { values } = await ask<{ values: number[][] }>(objects as Worker, { asOf });
  return { ms: performance.now() - begun, values };
}
