import { computed, signal } from '@preact/signals';
import { isAbort } from '../../../core/app-error';
import type { Mapping } from '../../../core/mapping';
import { checkMapping } from '../../../ingest/mapping/check-mapping';
import { idFields } from '../../../ingest/mapping/id-fields';
import {
  type IdQuestion,
  idQuestion,
  type KnownSpace,
  OWN_NUMBERS,
} from '../../../ingest/mapping/questions/id-question';
import { type MappingQuestion, questionsOf } from '../../../ingest/mapping/questions/questions-of';
import type { Progress, TableSurvey } from '../../../ingest/survey';
import type { ImportReport, InboxItem, SurveyedSource, ToldReading } from '../../../protocol/engine-api';
import { engine } from '../../state/engine';
import { refreshWorkspace, workspace } from '../../state/workspace';

/**
 * Files and page captures between being dropped and being kept:
 *
 *   waiting ─► surveying ─► ready ─► (import of all that is ready, all or nothing) ─► account
 *                  │
 *                  └─► failed, alone
 *
 * It lives outside the screen, so that going to another tab and back loses nothing.
 */
export interface DeskSource {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly origin:
    | { readonly kind: 'file'; readonly file: File }
    | { readonly kind: 'inbox'; readonly id: string };
  /** How it is written, where the person has said so. */
  readonly told?: ToldReading;
  /** What its amounts are in, where whoever brought it knows and the file does not say. */
  readonly currency: string | null;
  readonly stage:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'surveying'; readonly progress: Progress | null }
    | { readonly kind: 'failed'; readonly error: unknown }
    | { readonly kind: 'ready'; readonly surveyed: SurveyedSource; readonly tables: readonly TableDraft[] };
}

export interface TableDraft {
  readonly tableIndex: number;
  readonly keep: boolean;
  readonly mapping: Mapping;
  /** What the person has answered that the mapping does not show: no currency, numbers of its own. */
  readonly answered: readonly string[];
}

export const sources = signal<readonly DeskSource[]>([]);
export const importing = signal<{ readonly progress: Progress | null } | null>(null);
export const importError = signal<unknown>(null);
export const importCancelled = signal(false);
export const account = signal<ImportReport | null>(null);
export const inbox = signal<readonly InboxItem[]>([]);

let nextKey = 1;
let surveyAbort: { readonly key: number; readonly controller: AbortController } | null = null;
let importAbort: AbortController | null = null;
let running = false;

/** Questions still open on a table that is to be kept. */
export function openQuestions(source: DeskSource, draft: TableDraft): number {
  if (source.stage.kind !== 'ready' || !draft.keep) return 0;
  const survey = source.stage.surveyed.survey.tables.find((t) => t.index === draft.tableIndex);
  const proposal = source.stage.surveyed.proposals.find((p) => p.tableIndex === draft.tableIndex);
  if (!survey || proposal?.how === 'remembered') return 0;
  const ids =
    proposal && idQuestion(draft.mapping, proposal.mapping, otherSpaces(source.key, draft.tableIndex));
  const unsaid = ids != null && !isIdAnswered(ids, draft) ? 1 : 0;
  return unsaid + questionsOf(draft.mapping, survey).filter((q) => !isAnswered(q, draft)).length;
}

export function isIdAnswered(question: IdQuestion, draft: TableDraft): boolean {
  return (
    draft.answered.includes(OWN_NUMBERS) ||
    question.spaces.some(({ space }) => space === draft.mapping.idSpace)
  );
}

/** Numberings of what is held, and of what lies on the desk before this table: of two, the later one is asked. */
export function otherSpaces(key: number, tableIndex: number): readonly KnownSpace[] {
  const held = (workspace.value?.captures ?? []).map(
    (c): KnownSpace => ({ space: c.idSpace, name: c.name, tool: c.passport.tool, ids: c.idFields }),
  );
  const lying: KnownSpace[] = [];
  for (const source of sources.value) {
    if (source.stage.kind !== 'ready') continue;
    for (const draft of source.stage.tables) {
      if (source.key === key && draft.tableIndex === tableIndex) return [...held, ...lying];
      const { mapping } = draft;
      if (draft.keep)
        lying.push({ space: mapping.idSpace, name: source.name, tool: mapping.tool, ids: idFields(mapping) });
    }
  }
  return [...held, ...lying];
}

export function isAnswered(question: MappingQuestion, draft: TableDraft): boolean {
  if (question.kind === 'currency')
    return draft.mapping.currency !== null || draft.answered.includes('currency:none');
  return question.sources.every((source) => draft.mapping.told?.includes(source) === true);
}

/** Over everything ready: what an import would take. */
export const deskTotals = computed(() => {
  let tables = 0;
  let rows = 0;
  let questions = 0;
  let faulty = 0;
  for (const source of sources.value) {
    if (source.stage.kind !== 'ready') continue;
    for (const draft of source.stage.tables) {
      if (!draft.keep) continue;
      tables += 1;
      const survey = tableOf(source.stage.surveyed, draft.tableIndex);
      rows += survey?.rows ?? 0;
      if (survey && checkMapping(draft.mapping, survey).some((fault) => fault.level === 'error')) faulty += 1;
      questions += openQuestions(source, draft);
    }
  }
  const busy = sources.value.some((s) => s.stage.kind === 'waiting' || s.stage.kind === 'surveying');
  return { tables, rows, questions, faulty, busy };
});

export function addFiles(files: readonly File[], known: { readonly currency?: string } = {}): void {
  account.value = null;
  importCancelled.value = false;
  sources.value = [
    ...sources.value,
    ...files.map(
      (file): DeskSource => ({
        key: nextKey++,
        name: file.name,
        bytes: file.size,
        origin: { kind: 'file', file },
        currency: known.currency ?? null,
        stage: { kind: 'waiting' },
      }),
    ),
  ];
  void surveyNext();
}

export function addFromInbox(item: InboxItem): void {
  if (sources.value.some((s) => s.origin.kind === 'inbox' && s.origin.id === item.id)) return;
  account.value = null;
  sources.value = [
    ...sources.value,
    {
      key: nextKey++,
      name: item.title,
      bytes: 0,
      origin: { kind: 'inbox', id: item.id },
      currency: null,
      stage: { kind: 'waiting' },
    },
  ];
  void surveyNext();
}

/** One after the other: they share one worker, and the first is then soonest ready. */
async function surveyNext(): Promise<void> {
  if (running) return;
  running = true;
  try {
    for (;;) {
      const next = sources.value.find((s) => s.stage.kind === 'waiting');
      if (!next) return;
      await surveyOne(next);
    }
  } finally {
    running = false;
  }
}

async function surveyOne(source: DeskSource): Promise<void> {
  const { key, origin } = source;
  const controller = new AbortController();
  surveyAbort = { key, controller };
  setStage(key, { kind: 'surveying', progress: null });
  const call = {
    signal: controller.signal,
    onProgress: (progress: Progress) => setStage(key, { kind: 'surveying', progress }),
  };
  try {
    const found =
      origin.kind === 'file'
        ? await engine().survey({ file: origin.file }, call)
        : [await engine().surveyInbox({ inboxId: origin.id }, call)];
    if (controller.signal.aborted || !sources.value.some((s) => s.key === key)) {
      for (const { surveyId } of found) void engine().releaseSurvey({ surveyId });
      return;
    }
    // What was in a ZIP or a workbook lies on the desk one by one, where the file lay.
    const ready = found.map(
      (surveyed, i): DeskSource => ({
        ...source,
        ...(found.length > 1 && { name: surveyed.survey.name, bytes: surveyed.survey.bytes }),
        key: i === 0 ? key : nextKey++,
        stage: readyStage(surveyed, source.currency),
      }),
    );
    sources.value = sources.value.flatMap((s) => (s.key === key ? ready : [s]));
  } catch (error) {
    if (isAbort(error) || controller.signal.aborted) drop(key);
    else setStage(key, { kind: 'failed', error });
  } finally {
    surveyAbort = null;
  }
}

/** Reads a source once more as the person says it is written; its tables are proposed anew. */
export async function readAs(key: number, told: ToldReading): Promise<void> {
  const source = sources.value.find((s) => s.key === key);
  if (source?.stage.kind !== 'ready' || surveyAbort !== null) return;
  const { surveyId } = source.stage.surveyed;
  const controller = new AbortController();
  surveyAbort = { key, controller };
  setTold(key, told);
  setStage(key, { kind: 'surveying', progress: null });
  try {
    const surveyed = await engine().resurvey({ surveyId, told }, { signal: controller.signal });
    setStage(key, readyStage(surveyed, source.currency));
  } catch (error) {
    if (isAbort(error) || controller.signal.aborted) drop(key);
    else setStage(key, { kind: 'failed', error });
  } finally {
    surveyAbort = null;
  }
}

function setTold(key: number, told: ToldReading): void {
  sources.value = sources.value.map((s) => (s.key === key ? { ...s, told } : s));
}

const readyStage = (surveyed: SurveyedSource, currency: string | null): DeskSource['stage'] => ({
  kind: 'ready',
  surveyed,
  tables: surveyed.proposals.map(
    (p): TableDraft => ({
      tableIndex: p.tableIndex,
      keep: p.keep && p.duplicateOf === null && !p.readTwice,
      mapping: withCurrency(p.mapping, tableOf(surveyed, p.tableIndex), currency),
      answered: [],
    }),
  ),
});

const tableOf = (surveyed: SurveyedSource, index: number) =>
  surveyed.survey.tables.find((t) => t.index === index);

/** Fills in a currency only where it would be asked for. */
function withCurrency(mapping: Mapping, survey: TableSurvey | undefined, currency: string | null): Mapping {
  if (currency === null || mapping.currency !== null || !survey) return mapping;
  return questionsOf(mapping, survey).some((q) => q.kind === 'currency') ? { ...mapping, currency } : mapping;
}

/** One answer for all that lies on the desk: files brought together are of one shop more often than not. */
export function answerCurrencyEverywhere(currency: string): void {
  sources.value = sources.value.map((s) =>
    s.stage.kind === 'ready'
      ? {
          ...s,
          stage: {
            ...s.stage,
            tables: s.stage.tables.map((draft) =>
              s.stage.kind !== 'ready' || draft.answered.includes('currency:none')
                ? draft
                : {
                    ...draft,
                    mapping: withCurrency(
                      draft.mapping,
                      tableOf(s.stage.surveyed, draft.tableIndex),
                      currency,
                    ),
                  },
            ),
          },
        }
      : s,
  );
}

function setStage(key: number, stage: DeskSource['stage']): void {
  sources.value = sources.value.map((s) => (s.key === key ? { ...s, stage } : s));
}

function drop(key: number): void {
  sources.value = sources.value.filter((s) => s.key !== key);
}

/** Takes a source off the desk, whatever it is doing. */
export function removeSource(key: number): void {
  if (surveyAbort?.key === key) surveyAbort.controller.abort();
  const source = sources.value.find((s) => s.key === key);
  if (source?.stage.kind === 'ready')
    void engine().releaseSurvey({ surveyId: source.stage.surveyed.surveyId });
  drop(key);
}

export function clearDesk(): void {
  for (const source of sources.value) removeSource(source.key);
}

export function editTable(key: number, tableIndex: number, edit: (draft: TableDraft) => TableDraft): void {
  sources.value = sources.value.map((s) =>
    s.key === key && s.stage.kind === 'ready'
      ? {
          ...s,
          stage: {
            ...s.stage,
            tables: s.stage.tables.map((t) => (t.tableIndex === tableIndex ? edit(t) : t)),
          },
        }
      : s,
  );
}

/** Keeps every table chosen on the desk, in one commit. */
export async function importAll(): Promise<void> {
  const ready = sources.value.filter((s) => s.stage.kind === 'ready');
  const tables = ready.flatMap((s) =>
    s.stage.kind === 'ready'
      ? s.stage.tables
          .filter((t) => t.keep)
          .map((t) => ({
            surveyId: s.stage.kind === 'ready' ? s.stage.surveyed.surveyId : '',
            tableIndex: t.tableIndex,
            mapping: t.mapping,
          }))
      : [],
  );
  if (tables.length === 0 || importing.value) return;
  importAbort = new AbortController();
  importing.value = { progress: null };
  importError.value = null;
  importCancelled.value = false;
  try {
    const report = await engine().importTables(
      { tables },
      {
        signal: importAbort.signal,
        onProgress: (progress) => {
          importing.value = { progress };
        },
      },
    );
    account.value = report;
    workspace.value = report.state;
    for (const source of ready) removeSource(source.key);
    await refreshInbox();
  } catch (error) {
    if (isAbort(error)) importCancelled.value = true;
    else importError.value = error;
    await refreshWorkspace();
  } finally {
    importing.value = null;
    importAbort = null;
  }
}

export function cancelImport(): void {
  importAbort?.abort();
}

export async function refreshInbox(): Promise<void> {
  inbox.value = await engine().inbox(undefined);
}

export async function discardInboxItem(id: string): Promise<void> {
  const waiting = sources.value.find((s) => s.origin.kind === 'inbox' && s.origin.id === id);
  if (waiting) removeSource(waiting.key);
  await engine().discardInbox({ inboxId: id });
  await refreshInbox();
}
