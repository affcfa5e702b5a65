import type { Mapping } from '../../core/mapping';
import type { Gathering, RowGap, TreeCounts } from '../../core/page-capture';
import type { Passport, PassportNote } from '../../core/passport';
import { isoDay } from '../../core/time/calendar';
import type { CaptureFacts } from '../../ingest/dataset/build-dataset';
import { buildReport } from '../../ingest/dataset/build-report';
import type { KeptTable } from '../../ingest/dataset/capture-table';
import { tableTitle } from '../../ingest/layout/table-title';
import type { LoadedTable } from '../../ingest/loaded-table';
import { problemsAsTold } from '../../ingest/mapping/questions/problems-as-told';
import type { TableSurvey } from '../../ingest/survey';
import { reconcile, type TotalsRow } from './reconcile';
import type { OpenSource } from './survey-sources';

const MOST_PROBLEMS = 1000;

/** All that is known of a table when it is typed; `passportWithFacts` adds what building the dataset shows. */
export function capturePassport(
  captureId: string,
  from: OpenSource,
  table: TableSurvey,
  mapping: Mapping,
  loaded: LoadedTable,
  now: number,
): Passport {
  const head = from.page?.head ?? null;
  const { survey } = from;
  return {
    captureId,
    tool: mapping.tool,
    recogniser: mapping.recogniser,
    source:
      head === null
        ? { kind: 'file', name: survey.name, bytes: survey.bytes, encoding: survey.encoding.name }
        : { kind: 'page', title: head.pageTitle, url: head.url },
    title: head?.table.title || tableTitle(table, survey.tables.length),
    account: head?.table.account ?? table.account,
    property: head?.table.property ?? table.property,
    dateRange: head?.table.dateRange ?? table.dateRange,
    capturedAt: from.page?.receivedAt ?? now,
    timeZone: 'as-written',
    rowsSeen: loaded.rowsSeen,
    rowsKept: loaded.rowsKept,
    rowsRefused: loaded.refused.length,
    rowsSetApart: table.totals.length + table.blankRows + table.preamble.length,
    columnsLeftOut: [
      ...mapping.columns.filter((c) => c.target.kind === 'left-out').map((c) => c.header),
      ...(head?.columnsLeftOut ?? []),
    ],
    notes: [...periodNotes(table), ...millionths(mapping), ...pageNotes(from, loaded)],
    reconciliation: [],
    problems: [...survey.problems, ...problemsAsTold(table, mapping), ...loaded.cellProblems].slice(
      0,
      MOST_PROBLEMS,
    ),
  };
}

function periodNotes({ period }: TableSurvey): readonly PassportNote[] {
  return period === undefined ? [] : [{ code: `${period}-period`, params: {} }];
}

function millionths({ columns }: Mapping): readonly PassportNote[] {
  const some = columns.some(
    ({ target, reading }) => target.kind !== 'left-out' && reading.kind === 'money' && reading.micros,
  );
  return some ? [{ code: 'in-millionths', params: {} }] : [];
}

function pageNotes({ page }: OpenSource, loaded: LoadedTable): readonly PassportNote[] {
  if (page === null) return [];
  const { notes, table, gathering = null } = page.head;
  const own = notes.map((code): PassportNote => ({ code, params: {} }));
  const rows = loaded.rowsSeen;
  const tree = treeNotes(gathering === null ? (table.tree ?? null) : (gathering.tree ?? null));
  if (gathering !== null) return [...own, gatheringNote(gathering, rows), ...tree];
  const stated = table.rowsStated;
  return stated !== null && stated > rows
    ? [...own, { code: 'rows-not-on-page', params: { onPage: rows, stated } }, ...tree]
    : [...own, ...tree];
}

/** Of rows that hold others: which of both was not taken. */
function treeNotes(tree: TreeCounts | null): readonly PassportNote[] {
  if (tree === null) return [];
  const { sums, collapsed, unsure = 0 } = tree;
  return [
    ...(sums > 0 ? [{ code: 'sums-left-out', params: { rows: sums } } as const] : []),
    ...(collapsed > 0 ? [{ code: 'rows-collapsed', params: { rows: collapsed } } as const] : []),
    ...(unsure > 0 ? [{ code: 'rows-unsure', params: { rows: unsure } } as const] : []),
  ];
}

function gatheringNote(
  { ended, rowsStated, pages, tree = null, gaps = [] }: Gathering,
  rows: number,
): PassportNote {
  if (ended === 'whole' && tree !== null && tree.sums > 0) {
    return { code: 'gathered-inside', params: { rows, pages, opened: tree.opened } };
  }
  const stated = rowsStated === null ? {} : { stated: rowsStated };
  return ended === 'whole'
    ? { code: 'gathered', params: { rows, pages, ...stated } }
    : { code: 'gathered-partly', params: { rows, pages, ...stated, why: ended, ...missingIn(gaps) } };
}

/** `after`: `120 (12), 140 (3)`: after which of the rows gathered how many are missing. */
function missingIn(gaps: readonly RowGap[]): Readonly<Record<string, string | number>> {
  if (gaps.length === 0) return {};
  return {
    missing: gaps.reduce((sum, gap) => sum + gap.rows, 0),
    after: gaps.map((gap) => `${gap.after} (${gap.rows})`).join(', '),
  };
}

export function passportWithFacts(
  kept: KeptTable,
  facts: CaptureFacts | undefined,
  from: OpenSource,
  table: TableSurvey,
): Passport {
  const { passport } = kept;
  const reconciliation = reconcile(kept, totalsRows(from, table, kept));
  const mismatches = reconciliation
    .filter((r) => !r.agrees)
    .map((r) => ({
      code: 'totals/mismatch' as const,
      column: r.column,
      params: { kept: r.kept, stated: r.stated },
    }));
  return {
    ...passport,
    notes: [...passport.notes, ...factNotes(kept, facts), ...severalCurrencies(kept), ...futureDates(kept)],
    reconciliation,
    problems: [...mismatches, ...passport.problems].slice(0, MOST_PROBLEMS),
  };
}

function factNotes(kept: KeptTable, facts: CaptureFacts | undefined): readonly PassportNote[] {
  if (facts === undefined) return [];
  const notes: PassportNote[] = [];
  const note = (code: PassportNote['code'], params: PassportNote['params'] = {}) =>
    notes.push({ code, params });
  if (facts.orders !== null) {
    if (facts.orders < kept.rows)
      note('lines-grouped-into-orders', { rows: kept.rows, orders: facts.orders });
    else if (!kept.columns.some(({ mapping: { target } }) => isOrderId(target))) note('rows-are-orders');
    if (facts.returns > 0) note('returns-without-sale', { rows: facts.returns });
    if (facts.withoutCurrency > 0) note('no-currency', { rows: facts.withoutCurrency });
  }
  if (facts.unattributedRows > 0) note('unattributed-rows', { rows: facts.unattributedRows });
  return notes;
}

/** There is no sum of such amounts in a report; orders keep each its own. */
function severalCurrencies(kept: KeptTable): readonly PassportNote[] {
  if (kept.mapping.table !== 'reports' && kept.mapping.table !== 'spend') return [];
  const several = buildReport(kept).metrics.filter(({ rowCurrency }) => rowCurrency !== undefined);
  if (several.length === 0) return [];
  const currencies = new Set(several.flatMap(({ rowCurrency }) => rowCurrency?.dictionary ?? []));
  const columns = several.map(({ header }) => header);
  return [
    {
      code: 'several-currencies',
      params: { columns: columns.join(', '), currencies: [...currencies].sort().join(', ') },
    },
  ];
}

/** A day's slack for zones ahead of the clock here. */
const SLACK_MS = 86_400_000;

/** What is dated after it was taken is a slip of a pen or of a spreadsheet; closing dates of deals may well be ahead. */
function futureDates(kept: KeptTable): readonly PassportNote[] {
  if (kept.mapping.cancels.sales !== undefined) return [];
  const latest = kept.passport.capturedAt + SLACK_MS;
  const dated = kept.columns.find(({ mapping: { target } }) => isWhen(target))?.column;
  if (dated?.type !== 'time') return [];
  let rows = 0;
  let last = Number.NEGATIVE_INFINITY;
  const { values } = dated;
  for (let row = 0; row < values.length; row++) {
    const time = values[row]!;
    if (!(time > latest)) continue;
    rows++;
    if (time > last) last = time;
  }
  return rows === 0 ? [] : [{ code: 'future-dates', params: { rows, last: isoDay(last) } }];
}

const isWhen = (target: KeptTable['columns'][number]['mapping']['target']): boolean =>
  target.kind === 'field'
    ? target.field === 'time' || target.field === 'day'
    : target.kind === 'dimension' && (target.id === 'date' || target.id === 'dateHour');

const isOrderId = (target: KeptTable['columns'][number]['mapping']['target']): boolean =>
  target.kind === 'field' && target.field === 'orderId';

function totalsRows({ page }: OpenSource, table: TableSurvey, kept: KeptTable): readonly TotalsRow[] {
  // A total of several periods or kinds of rows is none of any one of them.
  if (table.part !== undefined) return [];
  const ofFile = table.totals.map(({ cells }): TotalsRow => new Map(cells.map((cell, i) => [i, cell])));
  const totals = page?.head.totals ?? null;
  if (totals === null) return ofFile;
  const ofPage = new Map<number, string>();
  for (const { mapping } of kept.columns) {
    const cell = totals[mapping.source];
    if (cell != null) ofPage.set(mapping.source, cell);
  }
  return [ofPage, ...ofFile];
}
