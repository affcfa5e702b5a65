import { createEngine } from '../src/app/engine';
import type { EngineClient, ImportPlan, ImportReport, SurveyedSource } from '../src/protocol/engine-api';
import { memoryBackend } from '../src/store/memory-backend';
import { createStore, type Store } from '../src/store/store';
import { memoryLocks } from '../src/store/writer-lock';

export interface MemoryEngine {
  readonly engine: EngineClient;
  readonly store: Store;
  readonly blocks: Map<string, ArrayBuffer>;
  /** Data versions that were announced. */
  readonly changes: readonly number[];
  /** Another worker over the same store. */
  another(build?: string): EngineClient;
}

/** The whole engine over a store in memory; its clock stands at 2026-01-01 and ids count up. */
export function memoryEngine(): MemoryEngine {
  const backend = memoryBackend();
  const changes: number[] = [];
  let last: number | null = null;
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const sentinel = {
    last: () => last,
    committed(version: number) {
      last = version;
      changes.push(version);
    },
  };
  const store = createStore({ backend, locks: memoryLocks(), sentinel, newId });
  const another = (build = 'of the tests') =>
    createEngine({ store, now: () => Date.UTC(2026, 0, 1), newId, changed: (v) => changes.push(v), build });
  return { engine: another(), store, blocks: backend.blocks, changes, another };
}

/** The survey of a file that holds one table source. */
export async function surveyOnly(engine: EngineClient, file: File): Promise<SurveyedSource> {
  const [source, ...others] = await engine.survey({ file });
  if (source === undefined || others.length > 0) throw new Error(`${others.length + 1} sources, not one`);
  return source;
}

/** Surveys files and keeps what is proposed, as a person does who clicks on. */
export async function importFiles(
  engine: EngineClient,
  ...files: readonly File[]
): Promise<{ readonly report: ImportReport; readonly surveyed: readonly SurveyedSource[] }> {
  const surveyed: SurveyedSource[] = [];
  for (const file of files) surveyed.push(...(await engine.survey({ file })));
  return { report: await engine.importTables({ tables: proposedTables(surveyed) }), surveyed };
}

/** As `importFiles`, where the person says that the numbers in all the files are of one numbering. */
export async function importFilesOf(
  engine: EngineClient,
  idSpace: string,
  ...files: readonly File[]
): Promise<ImportReport> {
  const surveyed: SurveyedSource[] = [];
  for (const file of files) surveyed.push(...(await engine.survey({ file })));
  const tables = proposedTables(surveyed).map((t) => ({ ...t, mapping: { ...t.mapping, idSpace } }));
  return engine.importTables({ tables });
}

function proposedTables(surveyed: readonly SurveyedSource[]): ImportPlan['tables'] {
  return surveyed.flatMap(({ surveyId, proposals }) =>
    proposals.filter((p) => p.keep).map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping })),
  );
}
