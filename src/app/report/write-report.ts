import type { Comparison, ComparisonRequest } from '../../compare/comparison';
import { AppError } from '../../core/app-error';
import type { Locale } from '../../core/label';
import type { Passport } from '../../core/passport';
import type { Problem } from '../../core/problem';
import type { ExportedFile } from '../../export/exported-file';
import { en as enProblems } from '../../i18n/en/problems';
import { pl as plProblems } from '../../i18n/pl/problems';
import type {
  EngineClient,
  ImportReport,
  SegmentView,
  SurveyedSource,
  TableProposal,
} from '../../protocol/engine-api';

export interface ReportOptions {
  /** `WallMs` of the last moment that counts; null is the last moment the data covers. */
  readonly asOf: number | null;
  readonly locale: Locale;
  /** Library or own ids, with or without `library:`; null is every ready segment with somebody in it. */
  readonly segmentIds: readonly string[] | null;
}

/** What `summary.json` says: enough to check the run from outside without opening a CSV. */
export interface ReportSummary {
  readonly rowsIn: number;
  readonly rowsKept: number;
  readonly rowsRefused: number;
  readonly people: number;
  readonly orders: number;
  readonly ordersUnattributed: number;
  readonly events: number;
  readonly asOf: string | null;
  readonly currency: string | null;
  readonly segments: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly unknown: number;
  }[];
  readonly reports: readonly { readonly id: string; readonly title: string; readonly rows: number }[];
  readonly tablesNotKept: readonly {
    readonly file: string;
    readonly table: string | null;
    readonly why: string;
  }[];
  readonly passports: readonly Passport[];
}

export interface WrittenReport {
  readonly summary: ReportSummary;
  /** `comparison.csv`, `report.html`, `comparison-<report>.csv`, `members/<segment>.csv`, `refused/<capture>.csv`. */
  readonly files: readonly ExportedFile[];
  readonly problems: readonly ReportedProblem[];
  /** Null where no people are held. */
  readonly comparison: Comparison | null;
  /** Those in the pictures: all, or a choice where there are more than a picture tells apart. */
  readonly drawnSegmentIds: readonly string[];
}

/** Makes the page to print, which needs what only a page of ours can draw; and says which segments are on it. */
export type DrawReport = (
  comparison: Comparison,
  segments: readonly SegmentView[],
) => Promise<{ readonly file: ExportedFile; readonly segmentIds: readonly string[] }>;

export interface ReportedProblem extends Problem {
  readonly source: string;
  readonly table: string | null;
  /** In the language of the report. */
  readonly sentence: string;
}

const SENTENCES = { en: enProblems, pl: plProblems } as const;

const FORMAT = { dialect: 'standard' } as const;

/**
 * Imports the files, applies the ready segments and makes what the workspace would export.
 * @throws AppError `import/nothing-to-keep`, `segment/not-found`, and whatever the import itself throws
 */
export async function writeReport(
  engine: EngineClient,
  sources: readonly File[],
  options: ReportOptions,
  draw: DrawReport,
): Promise<WrittenReport> {
  const surveyed: SurveyedSource[] = [];
  for (const file of sources) surveyed.push(...(await engine.survey({ file })));
  const tables = surveyed.flatMap((s) => s.proposals.map((proposal) => ({ source: s, proposal })));
  const kept = tables.filter(
    ({ proposal }) => proposal.keep && proposal.duplicateOf === null && !proposal.readTwice,
  );
  const reported = (problem: Problem, source: string, table: string | null): ReportedProblem => ({
    ...problem,
    source,
    table,
    sentence: SENTENCES[options.locale][problem.code](problem),
  });
  const problems: ReportedProblem[] = surveyed.flatMap((s) =>
    s.survey.problems.map((p) => reported(p, s.survey.name, null)),
  );
  if (kept.length === 0) {
    const found = problems.map((p) => `${p.source}: ${p.sentence}`).join(' ');
    throw new AppError('import/nothing-to-keep', { params: { found } });
  }
  const report = await engine.importTables({
    tables: kept.map(({ source, proposal }) => ({
      surveyId: source.surveyId,
      tableIndex: proposal.tableIndex,
      mapping: proposal.mapping,
    })),
  });
  for (const capture of report.captures) {
    for (const problem of capture.passport.problems) {
      problems.push(reported(problem, capture.name, capture.passport.title));
    }
  }

  const format = { ...FORMAT, locale: options.locale };
  const files: ExportedFile[] = [];
  let drawnSegmentIds: readonly string[] = [];
  const people = report.state.people > 0 ? await comparePeople(engine, report, options) : null;
  if (people) {
    files.push({
      ...(await engine.exportComparison({ comparison: people.comparison, format })),
      name: 'comparison.csv',
    });
    const drawn = await draw(people.comparison, people.views);
    files.push({ ...drawn.file, name: 'report.html' });
    drawnSegmentIds = drawn.segmentIds;
    for (const { id } of people.views.map((v) => v.segment)) {
      const members = await engine.exportMembers({ segmentId: id, asOf: options.asOf, format });
      files.push({ ...members, name: `members/${fileName(id)}.csv` });
    }
  }
  for (const [i, held] of report.state.reports.entries()) {
    const comparison = await compareReport(engine, held.id, options);
    if (!comparison) continue;
    const exported = await engine.exportComparison({ comparison, format });
    files.push({ ...exported, name: `comparison-${fileName(`${held.title}-${i + 1}`)}.csv` });
  }
  for (const capture of report.captures) {
    if (capture.passport.rowsRefused === 0) continue;
    const refused = await engine.exportRefused({ captureId: capture.id, format });
    files.push({ ...refused, name: `refused/${fileName(capture.name)}.csv` });
  }

  return {
    files,
    problems,
    comparison: people?.comparison ?? null,
    drawnSegmentIds,
    summary: {
      rowsIn: report.rowsSeen,
      rowsKept: report.rowsKept,
      rowsRefused: report.rowsRefused,
      people: report.state.people,
      orders: report.state.orders,
      ordersUnattributed: report.state.ordersUnattributed,
      events: report.state.events,
      asOf: people ? new Date(people.comparison.asOf).toISOString().slice(0, 10) : null,
      currency: people?.comparison.currency ?? null,
      segments:
        people?.comparison.segments.map((s) => ({
          id: s.id,
          name: s.name[options.locale],
          size: s.size,
          unknown: s.unknown,
        })) ?? [],
      reports: report.state.reports.map(({ id, title, rows }) => ({ id, title, rows })),
      tablesNotKept: tables
        .filter((table) => !kept.includes(table))
        .map(({ source, proposal }) => ({
          file: source.survey.name,
          table: source.survey.tables[proposal.tableIndex]?.title ?? null,
          why: whyNot(proposal),
        }))
        .concat(report.heldAlready.map(({ name }) => ({ file: name, table: null, why: 'duplicate' }))),
      passports: report.captures.map((c) => c.passport),
    },
  };
}

async function comparePeople(
  engine: EngineClient,
  report: ImportReport,
  options: ReportOptions,
): Promise<{ comparison: Comparison; views: readonly SegmentView[] } | null> {
  const catalog = await engine.segments({ asOf: options.asOf, currency: null });
  const person = catalog.segments.filter((s) => s.segment.grain === 'person');
  const wanted = options.segmentIds?.map((id) => {
    const found = person.find((s) => s.segment.id === id || s.segment.id === `library:${id}`);
    if (!found) {
      const known = person.map((s) => s.segment.id.replace('library:', '')).join(', ');
      throw new AppError('segment/not-found', { params: { id, known } });
    }
    return found;
  });
  const views = wanted ?? person.filter((s) => s.size > 0);
  if (views.length === 0 || report.state.people === 0) return null;
  const segmentIds = views.map((v) => v.segment.id);
  return { comparison: await engine.compare(request({ ...options, segmentIds })), views };
}

async function compareReport(
  engine: EngineClient,
  reportId: string,
  options: ReportOptions,
): Promise<Comparison | null> {
  const catalog = await engine.segments({ asOf: null, currency: null });
  const segmentIds = catalog.segments
    .filter((s) => s.segment.grain === 'aggregate' && s.segment.id.startsWith(`report:${reportId}:`))
    .map((s) => s.segment.id);
  if (segmentIds.length === 0) return null;
  return engine.compare({ ...request({ ...options, segmentIds }), grain: 'aggregate', reportId, asOf: null });
}

function request(options: ReportOptions & { readonly segmentIds: readonly string[] }): ComparisonRequest {
  return {
    grain: 'person',
    segmentIds: options.segmentIds,
    metricIds: [],
    asOf: options.asOf,
    measured: { kind: 'held' },
    baseSegmentId: null,
    currency: null,
    reportId: null,
  };
}

function whyNot(proposal: TableProposal): string {
  return proposal.duplicateOf !== null || proposal.readTwice ? 'duplicate' : (proposal.why ?? 'not-kept');
}

/** Safe on every file system: letters, digits, dot, dash and underscore, at most 80 of them. */
function fileName(text: string): string {
  const plain = text
    .replace(/^(library|own|report):/, '')
    .normalize('NFKD')
    .replace(/[̀-ͯ]/g, '')
    .replace(/[^a-zA-Z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '');
  return plain.slice(0, 80) || 'unnamed';
}
