import { AppError } from '../../core/app-error';
import type { Mapping } from '../../core/mapping';
import type { CaptureHead } from '../../core/page-capture';
import type { Problem } from '../../core/problem';
import { rowsAsCsv } from '../../ingest/bytes/rows-as-csv';
import type { Contained } from '../../ingest/containers/contained';
import { openContainer } from '../../ingest/containers/open-container';
import { unreadSurvey } from '../../ingest/containers/unread-survey';
import { captureSeries } from '../../ingest/joins/capture-series';
import type { ByteSource, FileSurvey, WorkOptions } from '../../ingest/survey';
import { type SurveyOptions, surveyFile } from '../../ingest/survey-file';
import type { Hiring } from '../../ingest/typist/shared-typing';
import type { InboxItem, SurveyedSource, TableProposal, ToldReading } from '../../protocol/engine-api';
import { partTables } from '../../sites/part-tables';
import { proposeTables } from '../../sites/propose-tables';
import type { InboxRecord } from '../../store/inbox';
import type { Store } from '../../store/store';
import { hashingSource } from './hashing-source';

/** A source that was read through and waits to be kept, or forgotten. */
export interface OpenSource {
  readonly source: ByteSource;
  readonly survey: FileSurvey;
  /** One a table of the survey, in order. */
  readonly proposals: readonly TableProposal[];
  readonly contentHash: string;
  /** Where the rows come from a page: its capture and when it was taken (epoch ms). */
  readonly page: { readonly head: CaptureHead; readonly receivedAt: number } | null;
}

/** A page's table as it was read; `readAt` is epoch ms. */
export interface RowsRead {
  readonly head: CaptureHead;
  readonly rows: readonly (readonly string[])[];
  readonly readAt: number;
}

export interface SurveySources {
  /** One for each table source in the file, never none. All are open, or none where it rejects. */
  survey(file: File, options: WorkOptions): Promise<readonly SurveyedSource[]>;
  /** @throws AppError `import/source-gone` after release, or when the worker was started anew. */
  resurvey(surveyId: string, told: ToldReading, options: WorkOptions): Promise<SurveyedSource>;
  surveyInbox(inboxId: string, options: WorkOptions): Promise<SurveyedSource>;
  /** As `surveyInbox`, of rows that are in no inbox: they are in memory until released, and nowhere else. */
  surveyRows(read: RowsRead, options: WorkOptions): Promise<SurveyedSource>;
  inbox(): Promise<readonly InboxItem[]>;
  /** @throws AppError `import/source-gone` after release, or when the worker was started anew. */
  open(surveyId: string): OpenSource;
  release(surveyId: string): void;
}

export function surveySources(deps: {
  readonly store: Store;
  readonly newId: () => string;
  readonly typist?: Hiring;
}): SurveySources {
  const { store, newId } = deps;
  const hiring = deps.typist === undefined ? {} : { typist: deps.typist };
  const open = new Map<string, OpenSource>();

  const surveyed = async (
    from: ByteSource,
    page: OpenSource['page'],
    options: SurveyOptions,
    found: (survey: FileSurvey) => FileSurvey = (survey) => survey,
  ): Promise<SurveyedSource> => {
    const { source, hash } = hashingSource(from);
    const survey = found(await surveyFile(source, { ...options, ...hiring }));
    return opened({ source, page }, survey, () => hash(options.signal), newId(), options.signal);
  };

  /** What was surveyed, with how each of its tables would be kept, under an id by which it can be kept. */
  const opened = async (
    { source, page }: Pick<OpenSource, 'source' | 'page'>,
    read: FileSurvey,
    hash: () => Promise<string>,
    surveyId: string,
    signal: AbortSignal,
  ): Promise<SurveyedSource> => {
    const pageTool = page?.head.table.tool ?? null;
    const survey = partTables(read, pageTool);
    // What can't be read has no content to know again.
    const contentHash = survey.tables.length === 0 ? '' : await hash();
    const others = [...open].filter(([id]) => id !== surveyId);
    const readTwice = contentHash !== '' && others.some(([, o]) => o.contentHash === contentHash);
    const [remembered, root] = await Promise.all([store.records<Mapping>('mappings').all(), store.root()]);
    const proposals = proposeTables(survey, (signature) => remembered.get(signature) ?? null, pageTool).map(
      (proposal) => {
        const held = root.captures.find((c) => c.contentHash === tableHash(contentHash, proposal.tableIndex));
        const series = captureSeries(proposal.mapping);
        const continues = root.captures.filter((c) => captureSeries(c.mapping) === series).map((c) => c.name);
        return { ...proposal, duplicateOf: held?.id ?? null, readTwice, continues };
      },
    );
    signal.throwIfAborted();
    open.set(surveyId, { source, survey, proposals, contentHash, page });
    return { surveyId, survey, proposals };
  };

  const sourceOf = (surveyId: string): OpenSource => {
    const source = open.get(surveyId);
    if (source === undefined) throw new AppError('import/source-gone');
    return source;
  };

  /** What can't be read has nothing to open. */
  const unreadable = (survey: FileSurvey): SurveyedSource => ({ surveyId: newId(), survey, proposals: [] });

  const surveyedPart = (part: Contained, options: WorkOptions): Promise<SurveyedSource> | SurveyedSource => {
    if (part.kind === 'unread') return unreadable(unreadSurvey(part.name, part.bytes, part.problems));
    const told = part.told === null ? options : { ...options, told: part.told };
    return surveyed(part.source, null, told, (survey) => withOwnProblems(survey, part.problems()));
  };

  return {
    async survey(file, options) {
      const sources: SurveyedSource[] = [];
      try {
        for (const part of await openContainer(file, options)) {
          sources.push(await surveyedPart(part, options));
        }
      } catch (error) {
        for (const { surveyId } of sources) open.delete(surveyId);
        throw error;
      }
      return sources;
    },

    async resurvey(surveyId, told, options) {
      const before = sourceOf(surveyId);
      const survey = await surveyFile(before.source, { ...options, ...hiring, told });
      const { contentHash } = before;
      const hash = async () => contentHash || (await hashingSource(before.source).hash(options.signal));
      return opened(before, survey, hash, surveyId, options.signal);
    },

    async surveyInbox(inboxId, options) {
      const record = (await store.inbox.list()).find((r) => r.head.captureId === inboxId);
      if (record === undefined || !record.complete) throw new AppError('import/source-gone');
      const { head, receivedAt } = record;
      const source = rowsAsCsv(titleOf(record), head.columns, () => store.inbox.rows(inboxId));
      return surveyed(source, { head, receivedAt }, options);
    },

    surveyRows({ head, rows, readAt }, options) {
      async function* chunks() {
        for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
          yield rows.slice(from, from + ROWS_AT_ONCE);
      }
      const source = rowsAsCsv(titleOf({ head }), head.columns, chunks);
      return surveyed(source, { head, receivedAt: readAt }, options);
    },

    async inbox() {
      const records = await store.inbox.list();
      return records.map(
        (record): InboxItem => ({
          id: record.head.captureId,
          title: titleOf(record),
          url: record.head.url,
          tool: record.head.table.tool,
          rows: record.rows,
          columns: record.head.columns.length,
          capturedAt: record.receivedAt,
          complete: record.complete,
        }),
      );
    },

    open: sourceOf,
    release(surveyId) {
      open.delete(surveyId);
    },
  };
}

const ROWS_AT_ONCE = 1_000;

/** A stream that broke is told by why it broke. */
function withOwnProblems(survey: FileSurvey, own: readonly Problem[]): FileSurvey {
  if (own.length === 0) return survey;
  const others = survey.problems.filter(({ code }) => code !== 'file/unreadable');
  return { ...survey, problems: [...own, ...others] };
}

const titleOf = ({ head }: Pick<InboxRecord, 'head'>): string => head.table.title || head.pageTitle;

export function tableHash(contentHash: string, tableIndex: number): string {
  return `${contentHash}#${tableIndex}`;
}
