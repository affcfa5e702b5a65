import type { Comparison } from '../../compare/comparison';
import { AppError } from '../../core/app-error';
import type { Locale } from '../../core/label';
import type { Passport } from '../../core/passport';
import type { Problem } from '../../core/problem';
import type { ExportedFile } from '../../export/exported-file';
import { en as enProblems } from '../../i18n/en/problems';
import { en } from '../../i18n/en/report-run';
import { pl as plProblems } from '../../i18n/pl/problems';
import { pl } from '../../i18n/pl/report-run';
import { tableTitle } from '../../ingest/layout/table-title';
import type {
  EngineClient,
  SegmentView,
  SurveyedSource,
  TableProposal,
  WorkspaceState,
} from '../../protocol/engine-api';
import { type AskedTable, answerTables, type ReportQuestion } from './answer-tables';
import { comparePeople, compareReport } from './compare-held';
import { questionSentence } from './question-sentence';
import { type ReportAnswers, readAnswers, toldInVain } from './report-answers';
import type { ReportOptions } from './report-options';
import { tellClocks } from './tell-clocks';

/** Why there is nothing to lay out as a page: `app/report` in words is `i18n/…/report-run`. */
export type NoPage = keyof typeof en.noPage;

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
  /** What the files left open, how it was taken, and whether that was told. */
  readonly questions: readonly ReportQuestion[];
  /** Answers that nothing asked for. */
  readonly notAsked: readonly string[];
  /** `report.html` and its like, and what each is of (`people`, or a report's title). */
  readonly pages: readonly { readonly file: string; readonly of: string }[];
  readonly withoutPage: readonly { readonly of: string; readonly why: NoPage }[];
  readonly passports: readonly Passport[];
}

export interface WrittenReport {
  readonly summary: ReportSummary;
  /**
   * `comparison.csv` and `report.html` of people; `comparison-<report>.csv` and `report-<report>.html` of each report,
   * the first one's page being `report.html` where no people are compared; `members/<segment>.csv`,
   * `refused/<capture>.csv`.
   */
  readonly files: readonly ExportedFile[];
  readonly problems: readonly ReportedProblem[];
  /** What was taken by itself, what was told and why something has no page, in the language of the report. */
  readonly said: readonly string[];
  /** Of people; where none are compared, of the first report that can be. */
  readonly comparison: Comparison | null;
  /** What `report.html` shows of it. */
  readonly drawn: DrawnPage | null;
}

export interface DrawnPage {
  readonly file: ExportedFile;
  /** Those in the pictures: all, or a choice where there are more than a picture tells apart. */
  readonly segmentIds: readonly string[];
  /** Of a report: the one whose values they are. */
  readonly dimension: string | null;
}

/** Makes the page to print, which needs what only a page of ours can draw; and says which segments are on it. */
export type DrawReport = (comparison: Comparison, segments: readonly SegmentView[]) => Promise<DrawnPage>;

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
 * @throws AppError `import/nothing-to-keep`, `segment/not-found`, `report/answers-invalid`, and whatever the import
 * itself throws
 */
export async function writeReport(
  engine: EngineClient,
  sources: readonly File[],
  options: ReportOptions,
  draw: DrawReport,
): Promise<WrittenReport> {
  const answers = readAnswers(options.answers ?? {});
  const words = options.locale === 'pl' ? pl : en;
  const surveyed: SurveyedSource[] = [];
  for (const file of sources) surveyed.push(...(await engine.survey({ file })));
  knownFiles(answers, [...sources.map((file) => file.name), ...surveyed.map((s) => s.survey.name)]);
  const tables = surveyed.flatMap((s) => s.proposals.map((proposal) => ({ source: s, proposal })));
  const kept = tables.filter(
    ({ proposal }) => proposal.keep && proposal.duplicateOf === null && !proposal.readTwice,
  );
  const problems: ReportedProblem[] = surveyed.flatMap((s) =>
    s.survey.problems.map((p) => reported(p, s.survey.name, null, options.locale)),
  );
  if (kept.length === 0) {
    const found = problems.map((p) => `${p.source}: ${p.sentence}`).join(' ');
    throw new AppError('import/nothing-to-keep', { params: { found } });
  }
  const answered = answerTables(kept.flatMap(askedTable), answers);
  const report = await engine.importTables({
    tables: kept.map(({ source, proposal }, i) => ({
      surveyId: source.surveyId,
      tableIndex: proposal.tableIndex,
      mapping: answered[i]?.mapping ?? proposal.mapping,
    })),
  });
  const questions = [
    ...answered.flatMap((table) => table.questions),
    ...(await tellClocks(engine, report.captures, answers)),
  ];
  const notAsked = toldInVain(answers, questions);
  const state = await engine.state(undefined);
  const passports = state.captures.map((c) => c.passport);
  for (const { name, passport } of state.captures) {
    problems.push(...passport.problems.map((p) => reported(p, name, passport.title, options.locale)));
  }

  const format = { ...FORMAT, locale: options.locale };
  const files: ExportedFile[] = [];
  const pages: ReportSummary['pages'][number][] = [];
  const withoutPage: ReportSummary['withoutPage'][number][] = [];
  let drawn: DrawnPage | null = null;
  let shown: Comparison | null = null;
  const lay = async (comparison: Comparison, views: readonly SegmentView[], name: string, of: string) => {
    const page = await draw(comparison, views);
    const file = drawn === null ? 'report.html' : name;
    files.push({ ...page.file, name: file });
    pages.push({ file, of });
    drawn ??= page;
    shown ??= comparison;
  };
  const people = state.people > 0 ? await comparePeople(engine, state, options) : null;
  if (people) {
    files.push({
      ...(await engine.exportComparison({ comparison: people.comparison, format })),
      name: 'comparison.csv',
    });
    await lay(people.comparison, people.views, 'report.html', 'people');
    for (const { id } of people.views.map((v) => v.segment)) {
      const members = await engine.exportMembers({ segmentId: id, asOf: options.asOf, format });
      files.push({ ...members, name: `members/${fileName(id)}.csv` });
    }
  } else {
    const why = whyNobody(state, passports);
    if (why !== null) withoutPage.push({ of: 'people', why });
  }
  for (const [i, held] of state.reports.entries()) {
    const compared = await compareReport(engine, held.id, options);
    if (compared === null) {
      withoutPage.push({ of: held.title, why: 'no-values' });
      continue;
    }
    const name = fileName(`${held.title}-${i + 1}`);
    const exported = await engine.exportComparison({ comparison: compared.comparison, format });
    files.push({ ...exported, name: `comparison-${name}.csv` });
    if (compared.comparison.metrics.length === 0) withoutPage.push({ of: held.title, why: 'no-values' });
    else await lay(compared.comparison, compared.views, `report-${name}.html`, held.title);
  }
  for (const capture of state.captures) {
    if (capture.passport.rowsRefused === 0) continue;
    const refused = await engine.exportRefused({ captureId: capture.id, format });
    files.push({ ...refused, name: `refused/${fileName(capture.name)}.csv` });
  }

  return {
    files,
    problems,
    said: [
      ...questions.map((question) => questionSentence(question, options.locale)),
      ...(notAsked.length === 0 ? [] : [words.notAsked(notAsked.join(', '))]),
      ...withoutPage.map(({ of, why }) =>
        of === 'people' ? words.noPage[why] : `${words.quoted(of)} ${words.noPage[why]}`,
      ),
    ],
    comparison: shown,
    drawn,
    summary: {
      rowsIn: report.rowsSeen,
      rowsKept: report.rowsKept,
      rowsRefused: report.rowsRefused,
      people: state.people,
      orders: state.orders,
      ordersUnattributed: state.ordersUnattributed,
      events: state.events,
      asOf: people ? new Date(people.comparison.asOf).toISOString().slice(0, 10) : null,
      currency: people?.comparison.currency ?? null,
      segments:
        people?.comparison.segments.map((s) => ({
          id: s.id,
          name: s.name[options.locale],
          size: s.size,
          unknown: s.unknown,
        })) ?? [],
      reports: state.reports.map(({ id, title, rows }) => ({ id, title, rows })),
      tablesNotKept: tables
        .filter((table) => !kept.includes(table))
        .map(({ source, proposal }) => ({
          file: source.survey.name,
          table: source.survey.tables[proposal.tableIndex]?.title ?? null,
          why: whyNot(proposal),
        }))
        .concat(report.heldAlready.map(({ name }) => ({ file: name, table: null, why: 'duplicate' }))),
      questions,
      notAsked,
      pages,
      withoutPage,
      passports,
    },
  };
}

interface ProposedTableOf {
  readonly source: SurveyedSource;
  readonly proposal: TableProposal;
}

function askedTable({ source: { survey }, proposal }: ProposedTableOf): readonly AskedTable[] {
  const table = survey.tables.find((t) => t.index === proposal.tableIndex);
  if (table === undefined) return [];
  const title = survey.tables.length > 1 ? tableTitle(table, survey.tables.length) : null;
  return [{ file: survey.name, table, title, mapping: proposal.mapping }];
}

/** @throws AppError `report/answers-invalid` for a file that is none of those read. */
function knownFiles({ files = {} }: ReportAnswers, names: readonly string[]): void {
  const unknown = Object.keys(files).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const takes = [...new Set(names)].join(', ');
  throw new AppError('report/answers-invalid', { params: { at: 'files', value: unknown, takes } });
}

function reported(problem: Problem, source: string, table: string | null, locale: Locale): ReportedProblem {
  return { ...problem, source, table, sentence: SENTENCES[locale][problem.code](problem) };
}

/** Null where nothing was held that is somebody's at all, so that nobody misses a page of people. */
function whyNobody(
  { people, orders, events, reports }: WorkspaceState,
  passports: readonly Passport[],
): NoPage | null {
  if (people > 0) return 'no-group';
  if (passports.some((p) => p.problems.some(({ code }) => code === 'column/collapsed-ids')))
    return 'ids-shortened';
  return orders > 0 || events > 0 || reports.length === 0 ? 'nobody' : null;
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
