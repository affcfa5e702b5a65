import { AppError } from '../../core/app-error';
import type { ErasedPeople } from '../../core/erased-people';
import type { Mapping } from '../../core/mapping';
import type { PassportChanges } from '../../core/passport';
import type { RefusedRow } from '../../core/problem';
import { captureTable, type KeptTable } from '../../ingest/dataset/capture-table';
import { isErasedBy } from '../../ingest/erasure/erased-keys';
import { refusedWithout, withoutErased } from '../../ingest/erasure/without-erased';
import { captureSeries } from '../../ingest/joins/capture-series';
import { dropDraft } from '../../ingest/layout/table-draft';
import { tableTitle } from '../../ingest/layout/table-title';
import { loadTable } from '../../ingest/load-table';
import { loadPlan } from '../../ingest/mapping/load-plan';
import { tableSignature, toRemember } from '../../ingest/mapping/mapping-memory';
import { captureChanges } from '../../ingest/overlap/capture-changes';
import { sameContent } from '../../ingest/overlap/same-content';
import type { TableSurvey, WorkOptions } from '../../ingest/survey';
import type { ImportPlan, ImportReport } from '../../protocol/engine-api';
import type { CaptureRecord, RootRecord } from '../../store/root-record';
import type { Store, Writer } from '../../store/store';
import { buildInSteps } from '../build-in-steps';
import { heldAlready, passportChanges } from '../changes/passport-changes';
import { datasetSummary } from '../dataset-summary';
import { type HeldData, storedDataset } from '../held-data';
import { storedTable } from '../kept/kept-record';
import { encodeRefused } from '../kept/kept-refused';
import { loadCaptures } from '../kept/load-captures';
import { stagedWriting } from '../kept/staged-writing';
import { clockOf, withClock } from '../settings/clock-of';
import { captureSummary, workspaceState } from '../workspace-state';
import { capturePassport, passportWithFacts } from './capture-passport';
import { type OpenSource, type SurveySources, tableHash } from './survey-sources';

export interface ImportDeps {
  readonly store: Store;
  readonly held: HeldData;
  readonly sources: SurveySources;
  readonly now: () => number;
  readonly newId: () => string;
}

interface TypedTable {
  readonly from: OpenSource;
  readonly table: TableSurvey;
  readonly kept: KeptTable;
  readonly refused: readonly RefusedRow[];
}

/**
 * Keeps every table of the plan in one commit, or leaves the data as it was.
 * @throws AppError `import/nothing-to-keep` where not one row of any table can be kept, `import/source-gone`, `db/*`
 */
export async function importTables(
  deps: ImportDeps,
  plan: ImportPlan,
  options: WorkOptions,
): Promise<ImportReport> {
  const { store, held, sources } = deps;
  const { signal } = options;
  const typed: TypedTable[] = [];
  for (const { surveyId, tableIndex, mapping } of plan.tables) {
    const one = await typeTable(deps, sources.open(surveyId), tableIndex, mapping, options);
    typed.push(one);
    // No room for both while the data is built: an import that is tried again reads the source again.
    dropDraft(one.table);
  }
  if (typed.every(({ kept }) => kept.rows === 0)) throw new AppError('import/nothing-to-keep');

  const { root, records, heldAlready } = await store.write(signal, async (writer) => {
    const made = await commitCaptures(writer, typed, options);
    if (made.opened !== null) held.remember(made.opened);
    return { root: made.opened?.root ?? writer.root, ...made };
  });
  if (records.length === 0) {
    // Nothing was committed that would have taken them along.
    for (const { from } of typed) if (from.page !== null) await store.inbox.discard(from.page.head.captureId);
  }

  await rememberMappings(store, typed);
  for (const { surveyId } of plan.tables) sources.release(surveyId);
  const sum = (of: (record: CaptureRecord) => number) => records.reduce((total, r) => total + of(r), 0);
  return {
    state: await workspaceState(store, root),
    captures: records.map(captureSummary),
    rowsSeen: sum((r) => r.passport.rowsSeen),
    rowsKept: sum((r) => r.passport.rowsKept),
    rowsRefused: sum((r) => r.passport.rowsRefused),
    heldAlready,
  };
}

export async function typeTable(
  { now, newId }: Pick<ImportDeps, 'now' | 'newId'>,
  from: OpenSource,
  tableIndex: number,
  mapping: Mapping,
  options: WorkOptions,
): Promise<TypedTable> {
  const table = from.survey.tables[tableIndex];
  if (table === undefined) throw new AppError('import/source-gone');
  const plan = loadPlan(mapping, table);
  const loaded = await loadTable(from.source, from.survey, table, plan, options);
  const passport = capturePassport(newId(), from, table, mapping, loaded, now());
  return { from, table, kept: captureTable(mapping, plan, loaded, passport), refused: loaded.refused };
}

async function commitCaptures(writer: Writer, unplaced: readonly TypedTable[], options: WorkOptions) {
  const { erased } = writer.root;
  const known = erased === undefined ? unplaced : unplaced.map((one) => withoutTheErased(one, erased));
  if (known.every(({ kept }) => kept.rows === 0)) throw new AppError('import/nothing-to-keep');
  const typed = known.map(({ kept, table, ...rest }): TypedTable => {
    const clock = clockOf(kept, table.preamble, writer.root);
    return { ...rest, table, kept: { ...kept, passport: withClock(kept.passport, clock) } };
  });
  const { signal, onProgress } = options;
  const rows = typed.reduce((sum, { kept }) => sum + kept.rows, 0);
  onProgress?.({ stage: 'joining', rows, bytes: 0, totalBytes: 0 });
  const before = await loadCaptures(writer);
  signal.throwIfAborted();
  const { taken, repeated } = besideEarlier(writer.root, before, typed);
  if (taken.length === 0) return { opened: null, records: [], heldAlready: repeated };
  const all = [...before, ...taken.map(({ kept }) => kept)];
  const [built, tables] = await sideBySide(
    buildInSteps(all, writer.root.dataVersion + 1, writer.root.joinDecisions, options),
    stageTables(writer, taken),
  );
  signal.throwIfAborted();

  const madeOfAll = storedDataset(built.dataset);
  const stage = stagedWriting(writer, [madeOfAll], rows, onProgress);
  const records: CaptureRecord[] = [];
  for (const [i, { from, table, kept, changes }] of taken.entries()) {
    const passport = { ...passportWithFacts(kept, built.facts.get(kept.id), from, table), changes };
    records.push({
      id: kept.id,
      name: captureName(from, table),
      contentHash: tableHash(from.contentHash, table.index),
      mapping: kept.mapping,
      passport,
      rows: kept.rows,
      ...(tables[i] as StagedTable),
    });
  }
  const captures = [...writer.root.captures, ...records];
  const root = await writer.commit(
    {
      captures,
      dataset: await stage(madeOfAll),
      summary: datasetSummary(built, all),
    },
    { dropInbox: typed.flatMap(({ from }) => from.page?.head.captureId ?? []) },
  );
  const dataset = {
    ...built.dataset,
    version: root.dataVersion,
    passports: captures.map((c) => c.passport),
  };
  return { opened: { root, dataset }, records, heldAlready: repeated };
}

type StagedTable = Pick<CaptureRecord, 'table' | 'refused'>;

/** What was read is as it will be kept before anybody is joined: the browser writes it meanwhile. */
async function stageTables(writer: Writer, typed: readonly TypedTable[]): Promise<readonly StagedTable[]> {
  const staged: StagedTable[] = [];
  for (const { kept, refused } of typed)
    staged.push({
      table: await writer.stage(storedTable(kept)),
      refused: refused.length === 0 ? null : await writer.stage(encodeRefused(refused)),
    });
  return staged;
}

/** Both, or the first failure once neither is at work any more: whoever gives up drops what was staged. */
async function sideBySide<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

/** Whoever was erased stays so. */
function withoutTheErased(one: TypedTable, erased: readonly ErasedPeople[]): TypedTable {
  const isErased = isErasedBy(erased);
  const kept = withoutErased(one.kept, isErased);
  return { ...one, kept, refused: refusedWithout(one.refused, kept.mapping, isErased) };
}

interface TakenTable extends TypedTable {
  readonly changes: PassportChanges | null;
}

/** Holds each table against what is held and what comes before it; one that says nothing but what is held is not taken. */
function besideEarlier(
  root: RootRecord,
  before: readonly KeptTable[],
  typed: readonly TypedTable[],
): { readonly taken: readonly TakenTable[]; readonly repeated: ImportReport['heldAlready'] } {
  const names = new Map(root.captures.map((c) => [c.id, c.name]));
  const nameOf = (id: string): string => names.get(id) ?? '';
  const earlier = [...before];
  const taken: TakenTable[] = [];
  const repeated: ImportReport['heldAlready'][number][] = [];
  for (const one of typed) {
    const name = captureName(one.from, one.table);
    const again = readAgain(one.kept, earlier);
    const found = again === null ? captureChanges(one.kept, earlier) : null;
    const heldBy = again ?? (found === null ? null : heldAlready(found));
    if (heldBy !== null) {
      repeated.push({ name, heldAs: nameOf(heldBy), rows: one.kept.rows });
      continue;
    }
    taken.push({ ...one, changes: found === null ? null : passportChanges(found, nameOf) });
    names.set(one.kept.id, name);
    earlier.push(one.kept);
  }
  return { taken, repeated };
}

/**
 * The capture that this one is, cell by cell, where nothing came after it: the fast form of `heldAlready`, for a file
 * picked twice. Reports are of the days they state, which no cell says.
 */
function readAgain(kept: KeptTable, earlier: readonly KeptTable[]): string | null {
  if (kept.mapping.table === 'reports' || kept.mapping.table === 'spend') return null;
  const series = captureSeries(kept.mapping);
  const last = earlier.findLast((other) => captureSeries(other.mapping) === series);
  return last !== undefined && sameContent(kept, last) ? last.id : null;
}

/**
 * Keeps what the person has said: a corrected mapping, or a guess they let stand. What was recognised and left alone
 * is not written down, so that a better recogniser in a later version is heard.
 */
async function rememberMappings(store: Store, typed: readonly TypedTable[]): Promise<void> {
  const mappings = store.records<Mapping>('mappings');
  for (const { from, kept, table } of typed) {
    const proposal = from.proposals.find((p) => p.tableIndex === table.index);
    const corrected = JSON.stringify(kept.mapping) !== JSON.stringify(proposal?.mapping);
    if (!corrected && proposal?.how !== 'guessed') continue;
    await mappings.put(tableSignature(table, kept.mapping.tool), toRemember(kept.mapping, table));
  }
}

function captureName({ page, survey }: OpenSource, table: TableSurvey): string {
  if (page !== null) return page.head.table.title || page.head.pageTitle;
  const title = survey.tables.length > 1 ? tableTitle(table, survey.tables.length) : null;
  return title === null ? survey.name : `${survey.name} · ${title}`;
}
