import type { OwnNextSteps } from '../src/compare/next-steps/next-steps';
import { AppError, type ErrorCode } from '../src/core/app-error';
import type { Passport } from '../src/core/passport';
import type { Problem, RefusedRow } from '../src/core/problem';
import type { ColumnSurvey, Progress, TableSurvey } from '../src/ingest/survey';
import type {
  CallOptions,
  CaptureSummary,
  EngineClient,
  FieldInfo,
  ImportPlan,
  InboxItem,
  MemberRow,
  RulePreview,
  SegmentCatalog,
  SegmentView,
  SurveyedSource,
  TableProposal,
  WorkspaceState,
} from '../src/protocol/engine-api';
import { AS_THEY_COME, type OccasionSettings } from '../src/segments/occasions/occasion-settings';
import { ourTable, type RfmTable } from '../src/segments/rfm/rfm-dialects';
import type { Rule } from '../src/segments/rule/rule';
import type { Segment } from '../src/segments/segment';
import * as drafted from './drafted-mapping';
import { mockBackup } from './mock-backup';
import { mockBadges } from './mock-badges';
import { mockBeside } from './mock-beside';
import { MOCK_CHANGES, mockChanges } from './mock-changes';
import { mockFindings } from './mock-findings';
import { mockJoins } from './mock-joins';
import { mockClauses, mockRuleBuilder } from './mock-rule-builder';
import { mockFirstMatch, mockOccasions, mockOverlap, mockQuality, mockRfm, viewsOf } from './mock-sets';
import { mockSettings } from './mock-settings';

/** What the mock holds and how it behaves; the gallery and UI tests choose. */
export interface MockOptions {
  readonly data?: 'none' | 'shop';
  readonly storage?: WorkspaceState['storage'];
  /** Milliseconds an answer takes. */
  readonly delay?: number;
  /** Surveys and imports stay under way until they are cancelled. */
  readonly hang?: boolean;
  readonly fail?: Partial<Record<keyof EngineClient, ErrorCode>>;
  readonly inbox?: readonly InboxItem[];
}

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const same = (label: string) => ({ en: label, pl: label });
const NOW = Date.parse('2026-11-03T09:41:00Z');

/** An engine with believable values and no engine behind it: a Polish shop with 5,021 customers. */
export function mockEngine(options: MockOptions = {}, overrides: Partial<EngineClient> = {}): EngineClient {
  const { delay = 0 } = options;
  let state = options.data === 'none' ? emptyState(options) : shopState(options);
  let inbox = options.inbox ?? [];
  let own: SegmentView[] = [];
  let rfmTable: RfmTable | null = null;
  let occasions: OccasionSettings = AS_THEY_COME;
  let steps: readonly OwnNextSteps[] = [];
  const plans = new Map<string, SurveyedSource>();
  let count = 0;

  const answer = async <T>(
    method: keyof EngineClient,
    call: CallOptions | undefined,
    value: () => T,
  ): Promise<T> => {
    await wait(delay, call?.signal);
    const code = options.fail?.[method];
    if (code) throw new AppError(code);
    return value();
  };

  const engine: EngineClient = {
    personHeld: (_, call) => answer('personHeld', call, () => ({ orders: 3, events: 22, lists: 1, keys: 2 })),
    erasePerson: (_, call) => answer('erasePerson', call, () => state),
    state: (_, call) => answer('state', call, () => state),
    inbox: (_, call) => answer('inbox', call, () => inbox),
    survey: async ({ file }, call) => {
      await progress(call, 'reading', options.hang ?? false, delay);
      return answer('survey', call, () => {
        count += 1;
        const source = surveyOf(file, `survey-${count}`);
        plans.set(source.surveyId, source);
        return [source];
      });
    },
    resurvey: async ({ surveyId, told }, call) =>
      answer('resurvey', call, () => {
        const before = plans.get(surveyId);
        if (before === undefined) throw new AppError('import/source-gone');
        const encoding = { name: told.encoding ?? before.survey.encoding.name, how: 'told' as const };
        const dialect = { ...before.survey.dialect, ...(told.delimiter && { delimiter: told.delimiter }) };
        const source = { ...before, survey: { ...before.survey, encoding, dialect } };
        plans.set(surveyId, source);
        return source;
      }),
    surveyInbox: async ({ inboxId }, call) =>
      answer('surveyInbox', call, () => {
        count += 1;
        const title = inbox.find((i) => i.id === inboxId)?.title ?? 'page';
        const source = surveyOf(new File(['x'], `${title}.csv`), `survey-${count}`);
        plans.set(source.surveyId, source);
        return source;
      }),
    discardInbox: ({ inboxId }, call) =>
      answer('discardInbox', call, () => {
        inbox = inbox.filter((i) => i.id !== inboxId);
        return undefined;
      }),
    importTables: async (plan, call) => {
      for (const stage of ['reading', 'typing', 'joining', 'writing'] as const)
        await progress(call, stage, options.hang ?? false, delay / 4);
      return answer('importTables', call, () => {
        const captures = importedCaptures(plan, plans);
        state = {
          ...(state.dataVersion === 0 ? shopState(options) : state),
          dataVersion: state.dataVersion + 1,
          captures: [...state.captures, ...captures],
        };
        const sum = (pick: (p: Passport) => number) =>
          captures.reduce((total, c) => total + pick(c.passport), 0);
        return {
          state,
          captures,
          rowsSeen: sum((p) => p.rowsSeen),
          rowsKept: sum((p) => p.rowsKept),
          rowsRefused: sum((p) => p.rowsRefused),
          heldAlready: [],
        };
      });
    },
    releaseSurvey: ({ surveyId }, call) =>
      answer('releaseSurvey', call, () => {
        plans.delete(surveyId);
        return undefined;
      }),
    deleteCapture: ({ captureId }, call) =>
      answer('deleteCapture', call, () => {
        state = { ...state, captures: state.captures.filter((c) => c.id !== captureId) };
        return state;
      }),
    deleteEverything: (_, call) =>
      answer('deleteEverything', call, () => {
        state = emptyState(options);
        own = [];
        return state;
      }),
    segments: ({ ids }, call) =>
      answer('segments', call, () => {
        if (state.people === 0) return { ...CATALOG, population: 0, segments: [] };
        const all = withOwn(CATALOG, own);
        if (ids === undefined) return all;
        const segments = ids.flatMap((id) => all.segments.filter((v) => v.segment.id === id));
        return { ...all, segments, missing: [], unreadable: [] };
      }),
    previewRule: ({ rule }, call) => answer('previewRule', call, () => previewOf(rule)),
    saveSegment: (draft, call) =>
      answer('saveSegment', call, () => {
        const before = own.find((v) => v.segment.id === draft.id);
        const view = ownView(draft.id ?? `own:${own.length + 1}`, draft.name, draft.description, draft.rule);
        own = before ? own.map((v) => (v === before ? view : v)) : [...own, view];
        return view.segment;
      }),
    cloneSegment: ({ id, name }, call) =>
      answer('cloneSegment', call, () => {
        const of = withOwn(CATALOG, own).segments.find((v) => v.segment.id === id);
        if (!of) throw new AppError('segment/not-found');
        const view = ownView(`own:${own.length + 1}`, name, of.segment.description.en, of.segment.rule);
        own = [...own, { ...view, sentence: of.sentence, size: of.size, unknown: of.unknown }];
        return view.segment;
      }),
    deleteSegment: ({ id }, call) =>
      answer('deleteSegment', call, () => {
        own = own.filter((v) => v.segment.id !== id);
        return undefined;
      }),
    members: ({ segmentId, offset, limit }, call) =>
      answer('members', call, () => {
        const total = withOwn(CATALOG, own).segments.find((v) => v.segment.id === segmentId)?.size ?? 0;
        return {
          total,
          rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) =>
            member(offset + i),
          ),
        };
      }),
    fields: (_, call) => answer('fields', call, () => FIELD_INFOS),
    overlap: (request, call) =>
      answer('overlap', call, () =>
        mockOverlap(viewsOf(withOwn(CATALOG, own).segments, request), CATALOG.asOf, CATALOG.population),
      ),
    firstMatch: (request, call) =>
      answer('firstMatch', call, () =>
        mockFirstMatch(viewsOf(withOwn(CATALOG, own).segments, request), CATALOG.asOf, CATALOG.population),
      ),
    ruleMembers: ({ offset, limit }, call) =>
      answer('ruleMembers', call, () => ({
        total: 412,
        rows: Array.from({ length: Math.max(0, Math.min(limit, 412 - offset)) }, (_, i) =>
          member(offset + i),
        ),
      })),
    exportRuleMembers: (_, call) => answer('exportRuleMembers', call, () => csv('members.csv')),
    saveSegments: ({ drafts }, call) =>
      answer('saveSegments', call, () => {
        const views = drafts.map((d, i) =>
          ownView(`own:${own.length + i + 1}`, d.name, d.description, d.rule),
        );
        own = [...own, ...views];
        return { ids: views.map((v) => v.segment.id) };
      }),
    rfm: ({ dialect, locale }, call) =>
      answer('rfm', call, () => mockRfm(dialect, rfmTable ?? ourTable(locale), rfmTable !== null)),
    saveRfmTable: ({ table }, call) =>
      answer('saveRfmTable', call, () => {
        rfmTable = table;
        return undefined;
      }),
    occasions: (_, call) => answer('occasions', call, () => mockOccasions(occasions, CATALOG.asOf)),
    saveOccasions: (settings, call) =>
      answer('saveOccasions', call, () => {
        occasions = settings;
        return occasions;
      }),
    quality: ({ segmentId }, call) =>
      answer('quality', call, () => {
        const view = withOwn(CATALOG, own).segments.find((v) => v.segment.id === segmentId);
        if (!view) throw new AppError('segment/not-found');
        return mockQuality(view, CATALOG.asOf, CATALOG.population);
      }),
    fieldValues: (_, call) => answer('fieldValues', call, () => BUILDER.fieldValues),
    spread: (_, call) => answer('spread', call, () => BUILDER.spread),
    windowChoices: (_, call) => answer('windowChoices', call, () => BUILDER.windowChoices),
    rfmCells: (_, call) => answer('rfmCells', call, () => BUILDER.rfmCells),
    resolveList: (_, call) => answer('resolveList', call, () => BUILDER.resolveList),
    findPeople: (_, call) => answer('findPeople', call, () => BUILDER.findPeople),
    explainPerson: (_, call) => answer('explainPerson', call, () => BUILDER.explainPerson),
    segmentHistory: (_, call) => answer('segmentHistory', call, () => BUILDER.segmentHistory),
    exportSegments: (_, call) => answer('exportSegments', call, () => BUILDER.exportSegments),
    importSegments: (_, call) => answer('importSegments', call, () => BUILDER.importSegments),
    compare: (_, call) => answer('compare', call, () => notMocked('compare')),
    trend: (_, call) => answer('trend', call, () => notMocked('trend')),
    retention: (_, call) => answer('retention', call, () => notMocked('retention')),
    distribution: (_, call) => answer('distribution', call, () => notMocked('distribution')),
    moneyReturns: (_, call) => answer('moneyReturns', call, () => notMocked('moneyReturns')),
    moveBudget: (_, call) => answer('moveBudget', call, () => null),
    spendEntries: (_, call) => answer('spendEntries', call, () => []),
    saveSpendEntry: (_, call) => answer('saveSpendEntry', call, () => notMocked('saveSpendEntry')),
    dropSpendEntry: (_, call) => answer('dropSpendEntry', call, () => undefined),
    margin: (_, call) => answer('margin', call, () => null),
    saveMargin: ({ margin }, call) => answer('saveMargin', call, () => margin),
    keepAnswers: (_, call) => answer('keepAnswers', call, () => undefined),
    cellRows: (_, call) => answer('cellRows', call, () => ({ total: 0, rows: [] })),
    performance: (_, call) => answer('performance', call, () => ({ metrics: [], records: [] })),
    exportPerformance: (_, call) => answer('exportPerformance', call, () => csv('history.csv')),
    backTest: (_, call) => answer('backTest', call, () => notMocked('backTest')),
    findGroups: (_, call) => answer('findGroups', call, () => notMocked('findGroups')),
    timeByColumns: (_, call) => answer('timeByColumns', call, () => notMocked('timeByColumns')),
    timeToNextOrder: (_, call) => answer('timeToNextOrder', call, () => notMocked('timeToNextOrder')),
    movement: (_, call) => answer('movement', call, () => notMocked('movement')),
    flowPeople: ({ offset, limit }, call) =>
      answer('flowPeople', call, () => ({
        total: 120,
        rows: Array.from({ length: Math.max(0, Math.min(limit, 120 - offset)) }, (_, i) =>
          member(offset + i),
        ),
        sentence: same('Was here and is there.'),
      })),
    exportMovement: (_, call) => answer('exportMovement', call, () => csv('movement.csv')),
    exportFlow: (_, call) => answer('exportFlow', call, () => csv('members flow.csv')),
    saveFlow: ({ name, description }, call) =>
      answer('saveFlow', call, () => {
        const view = ownView(`own:${own.length + 1}`, name, description, { kind: 'all', rules: [] });
        own = [...own, view];
        return { segment: view.segment, unnamed: 0 };
      }),
    sizesOverTime: (_, call) => answer('sizesOverTime', call, () => notMocked('sizesOverTime')),
    byRegion: (_, call) => answer('byRegion', call, () => notMocked('byRegion')),
    exportByRegion: (_, call) => answer('exportByRegion', call, () => csv('regions.csv')),
    sinceLastCapture: (_, call) => answer('sinceLastCapture', call, () => null),
    differsMost: (request, call) => answer('differsMost', call, () => mockFindings(request)),
    exportFindings: (_, call) => answer('exportFindings', call, () => csv('findings.csv')),
    changeChoices: (_, call) => answer('changeChoices', call, () => ({ reports: [] })),
    change: (_, call) => answer('change', call, () => notMocked('change')),
    exportChange: (_, call) => answer('exportChange', call, () => csv('change.csv')),
    ...mockJoins(answer, () => state),
    ...mockChanges(answer, () => state),
    exportComparison: (_, call) => answer('exportComparison', call, () => csv('comparison.csv')),
    exportMembers: ({ segmentId }, call) =>
      answer('exportMembers', call, () => csv(`members ${segmentId.replace(/\W+/g, '-')}.csv`)),
    refused: ({ offset, limit }, call) =>
      answer('refused', call, () => ({
        total: REFUSED.length,
        header: ['Order ID', 'Total'],
        rows: REFUSED.slice(offset, offset + limit),
      })),
    exportTables: (_, call) => answer('exportTables', call, () => [csv('people.csv')]),
    segmentSql: (_, call) =>
      answer('segmentSql', call, () => ({ kind: 'sql', sql: 'SELECT person, TRUE AS member FROM people' })),
    exportRefused: (_, call) => answer('exportRefused', call, () => csv('refused.csv')),
    ...mockSettings(answer),
    nextSteps: (_, call) => answer('nextSteps', call, () => steps),
    saveNextSteps: ({ segmentId, aim, steps: own }, call) =>
      answer('saveNextSteps', call, () => {
        const others = steps.filter((s) => s.segmentId !== segmentId || s.aim !== aim);
        steps = own === null ? others : [...others, { segmentId, aim, steps: own }];
        return steps;
      }),
    ...mockBackup(answer),
    ...mockBadges(
      answer,
      () => state.people,
      () => (state.people === 0 ? [] : withOwn(CATALOG, own).segments.map((view) => view.segment)),
    ),
    ...mockBeside(),
  };
  return { ...engine, ...overrides };
}

const REFUSED: readonly RefusedRow[] = [
  {
    row: 1_204,
    problem: { code: 'row/required-unreadable', row: 1_204, column: 'Total', value: 'about ten' },
    cells: ['#1203', 'about ten'],
  },
];

function notMocked(method: string): never {
  throw new Error(`${method} needs an override of the mock`);
}

const csv = (name: string) => ({ name, mime: 'text/csv', bytes: new TextEncoder().encode('a,b\r\n1,2\r\n') });

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('stopped', 'AbortError'));
    if (signal?.aborted) return stop();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      stop();
    });
  });
}

async function progress(
  call: CallOptions | undefined,
  stage: Progress['stage'],
  hang: boolean,
  delay: number,
): Promise<void> {
  const totalBytes = 48_600_000;
  for (let i = 1; i <= 4; i++) {
    call?.onProgress?.({ stage, rows: i * 61_240, bytes: (totalBytes / 6) * i, totalBytes });
    await wait(delay / 4, call?.signal);
  }
  if (hang) await wait(2 ** 30, call?.signal);
}

function passport(id: string, more: Partial<Passport>): Passport {
  return {
    captureId: id,
    tool: 'shopify',
    recogniser: 'shopify-orders',
    source: { kind: 'file', name: 'orders_export_1.csv', bytes: 8_412_233, encoding: 'utf-8' },
    title: null,
    account: null,
    property: null,
    dateRange: { from: '2024-11-01', to: '2026-10-31' },
    capturedAt: NOW,
    timeZone: 'as-written',
    rowsSeen: 41_212,
    rowsKept: 41_200,
    rowsRefused: 12,
    rowsSetApart: 0,
    columnsLeftOut: ['Notes', 'Note Attributes', 'Billing Address1'],
    notes: [
      { code: 'lines-grouped-into-orders', params: { rows: 41_200, orders: 18_340 } },
      { code: 'unattributed-rows', params: { rows: 214 } },
    ],
    reconciliation: [],
    problems: [
      { code: 'row/too-few-cells', row: 1203, params: { cells: 12, expected: 79 } },
      { code: 'cell/not-a-date', row: 8411, column: 'Paid at', value: '12/31/2025' },
    ],
    ...more,
  };
}

const SHOP_CAPTURES: readonly CaptureSummary[] = [
  {
    id: 'c1',
    name: 'orders_export_1.csv',
    idSpace: 'shopify',
    idFields: ['orderId'],
    table: 'orders',
    rows: 41_200,
    storedBytes: 3_204_118,
    passport: passport('c1', { changes: MOCK_CHANGES }),
  },
  {
    id: 'c2',
    name: 'hubspot-crm-exports-wszystkie-kontakty-2026-11-02.csv',
    idSpace: 'hubspot',
    idFields: ['crmId'],
    table: 'people',
    rows: 4_807,
    storedBytes: 512_400,
    passport: passport('c2', {
      tool: 'hubspot',
      recogniser: 'hubspot-contacts',
      source: {
        kind: 'file',
        name: 'hubspot-crm-exports-wszystkie-kontakty-2026-11-02.csv',
        bytes: 1_212_233,
        encoding: 'utf-8',
      },
      dateRange: null,
      rowsSeen: 4_807,
      rowsKept: 4_807,
      rowsRefused: 0,
      columnsLeftOut: [],
      notes: [],
      problems: [],
    }),
  },
  {
    id: 'c3',
    name: 'Traffic acquisition: Session default channel group',
    idSpace: 'ga4',
    idFields: [],
    table: 'reports',
    rows: 250,
    storedBytes: 18_200,
    passport: passport('c3', {
      tool: 'ga4',
      recogniser: 'ga4-page',
      source: {
        kind: 'page',
        title: 'Traffic acquisition',
        url: 'https://analytics.google.com/analytics/web/#/p123456789/reports',
      },
      title: 'Traffic acquisition: Session default channel group',
      account: 'Kawa i Spółka',
      property: 'kawaispolka.pl – GA4',
      dateRange: { from: '2026-10-01', to: '2026-10-31' },
      rowsSeen: 250,
      rowsKept: 250,
      rowsRefused: 0,
      rowsSetApart: 1,
      columnsLeftOut: [],
      notes: [
        { code: 'rows-not-on-page', params: { onPage: 250, stated: 1234 } },
        { code: 'sampled', params: {} },
      ],
      reconciliation: [
        { column: 'Sessions', kept: 81_204, stated: 96_412, agrees: false },
        { column: 'Key events', kept: 1_204, stated: 1_204, agrees: true },
      ],
      problems: [],
    }),
  },
];

function emptyState(options: MockOptions): WorkspaceState {
  return {
    dataVersion: 0,
    captures: [],
    people: 0,
    orders: 0,
    ordersUnattributed: 0,
    events: 0,
    reports: [],
    coverage: null,
    currencies: [],
    reporting: null,
    join: { people: 0, joined: 0, ambiguous: 0 },
    storedBytes: 0,
    storage: options.storage ?? 'ok',
  };
}

function shopState(options: MockOptions): WorkspaceState {
  return {
    dataVersion: 7,
    captures: SHOP_CAPTURES,
    people: 5_021,
    orders: 18_340,
    ordersUnattributed: 214,
    events: 0,
    reports: [
      {
        id: 'c3',
        title: 'Traffic acquisition: Session default channel group',
        rows: 250,
        dimensions: [
          { id: 'sessionDefaultChannelGroup', header: 'Session default channel group', values: 11 },
        ],
        metrics: [{ id: 'sessions', header: 'Sessions' }],
        dateRange: { from: '2026-10-01', to: '2026-10-31' },
      },
    ],
    coverage: { from: day('2024-11-01'), to: day('2026-10-31') + 20 * 3_600_000 },
    reporting: null,
    currencies: [
      { code: 'PLN', orders: 17_990 },
      { code: 'EUR', orders: 350 },
    ],
    join: { people: 5_021, joined: 3_902, ambiguous: 14 },
    storedBytes: 3_734_718,
    storage: options.storage ?? 'ok',
  };
}

const column = (index: number, header: string, more: Partial<ColumnSurvey>): ColumnSurvey =>
  drafted.column(index, header, { filled: 1840, distinct: 1000, examples: [], ...more });

const table = (columns: readonly ColumnSurvey[], more: Partial<TableSurvey> = {}): TableSurvey =>
  drafted.survey(columns, { lastRow: 1852, rows: 1851, ...more });

const ORDERS_COLUMNS: readonly ColumnSurvey[] = [
  column(0, 'Nr zamówienia', { reading: { kind: 'id' }, examples: ['FV/2025/0012', 'FV/2025/0013'] }),
  column(1, 'Data', {
    reading: { kind: 'date', order: 'dmy', time: false },
    alternatives: [{ kind: 'date', order: 'mdy', time: false }],
    examples: ['03/04/2024', '05/04/2024', '11/12/2024'],
  }),
  column(2, 'E-mail klienta', { examples: ['anna.nowak@example.com', 'j.kowalski@example.org'] }),
  column(3, 'Wartość brutto', {
    reading: { kind: 'money', decimal: ',', group: ' ', currency: null },
    examples: ['1 234,50', '89,00', '412,99'],
    misfits: [
      { row: 45, value: 'n/d' },
      { row: 210, value: 'do ustalenia' },
    ],
    misfitCount: 12,
  }),
  column(4, 'Miasto', { examples: ['Łódź', 'Kraków', 'تل أبيب'] }),
  column(5, 'Telefon', { reading: { kind: 'id' }, examples: ['601 234 567'] }),
  column(6, 'Uwagi sprzedawcy, które ktoś kiedyś nazwał bardzo długo i tak już zostało', {
    examples: ['<script>alert(1)</script>', '=HYPERLINK("http://example.com")'],
  }),
  column(7, 'Punkty', {
    reading: { kind: 'number', decimal: '.', group: '', unit: 'plain' },
    examples: ['120', '35'],
  }),
];

const PROBLEMS: readonly Problem[] = [
  { code: 'row/too-many-cells', row: 301, params: { cells: 9, expected: 8 } },
  { code: 'row/unclosed-quote', row: 1733 },
];

function surveyOf(file: File, surveyId: string): SurveyedSource {
  const base = {
    name: file.name,
    bytes: file.size || 184_223,
    encoding: { name: 'windows-1250', how: 'statistics' as const },
    dialect: { delimiter: ';', quote: '"', escape: 'double', lineEnd: 'crlf' } as const,
    problems: [],
  };
  if (/picture|\.png|\.jpg/i.test(file.name))
    return {
      surveyId,
      survey: { ...base, tables: [], problems: [{ code: 'file/not-text' }] },
      proposals: [],
    };
  if (/gone/.test(file.name)) throw new AppError('file/unreadable', { params: { name: file.name } });
  if (/traffic|ga4/i.test(file.name)) {
    const columns = [
      column(0, 'Session default channel group', {
        distinct: 11,
        examples: ['Organic Search', 'Direct', 'Email'],
      }),
      column(1, 'Sessions', {
        reading: { kind: 'number', decimal: '.', group: '', unit: 'plain' },
        examples: ['40242', '14950'],
      }),
      column(2, 'Engagement rate', {
        reading: { kind: 'number', decimal: '.', group: '', unit: 'plain' },
        examples: ['0.6123', '0.4871'],
      }),
      column(3, 'Total revenue', {
        reading: { kind: 'money', decimal: '.', group: '', currency: null },
        examples: ['12044.5', '0'],
      }),
    ];
    const found = table(columns, {
      title: 'Traffic acquisition: Session default channel group',
      dateRange: { from: '2026-10-01', to: '2026-10-31' },
      account: 'Kawa i Spółka',
      property: 'kawaispolka.pl – GA4',
      rows: 11,
    });
    const narrow = table(columns.slice(0, 2), { index: 1, title: 'Channel,Users', rows: 11 });
    const proposal = (tableIndex: number, keep: boolean): TableProposal => ({
      tableIndex,
      mapping: {
        table: 'reports',
        tool: 'ga4',
        recogniser: 'ga4-report',
        currency: null,
        cancels: { orderIdPrefix: null, statuses: [] },
        orderRows: 'order',
        idSpace: 'ga4',
        columns: (tableIndex === 0 ? columns : columns.slice(0, 2)).map((c, i) => ({
          source: c.index,
          header: c.header,
          reading: c.reading,
          target:
            i === 0
              ? { kind: 'dimension', id: 'sessionDefaultChannelGroup' }
              : {
                  kind: 'metric',
                  id: ['sessions', 'engagementRate', 'totalRevenue'][i - 1] ?? null,
                  unit: i === 1 ? 'count' : i === 2 ? 'rate' : 'money',
                },
        })),
      },
      how: 'recognised',
      recognisedAs: { en: 'GA4 report', pl: 'raport GA4' },
      keep,
      why: keep ? null : 'narrower-copy',
      duplicateOf: keep && /again/.test(file.name) ? 'c3' : null,
      readTwice: false,
      continues: [],
    });
    return {
      surveyId,
      survey: { ...base, encoding: { name: 'utf-8', how: 'valid' }, tables: [found, narrow] },
      proposals: [proposal(0, true), proposal(1, false)],
    };
  }
  const found = table(ORDERS_COLUMNS, { problems: PROBLEMS });
  const fields = ['orderId', 'time', 'email', 'total', 'personCity', 'phone', null, null];
  return {
    surveyId,
    survey: { ...base, tables: [found] },
    proposals: [
      {
        tableIndex: 0,
        mapping: {
          table: 'orders',
          tool: 'generic',
          recogniser: 'generic-orders',
          currency: null,
          cancels: { orderIdPrefix: null, statuses: [] },
          orderRows: 'order',
          idSpace: 'generic',
          columns: ORDERS_COLUMNS.map((c, i) => ({
            source: c.index,
            header: c.header,
            reading: c.reading,
            target: fields[i]
              ? { kind: 'field', field: fields[i] }
              : i === 6
                ? { kind: 'left-out' }
                : { kind: 'custom', of: 'row' },
          })),
        },
        how: 'guessed',
        recognisedAs: { en: 'Order list', pl: 'lista zamówień' },
        keep: true,
        why: null,
        duplicateOf: null,
        readTwice: false,
        continues: [],
      },
    ],
  };
}

function importedCaptures(
  plan: ImportPlan,
  plans: ReadonlyMap<string, SurveyedSource>,
): readonly CaptureSummary[] {
  return plan.tables.map(({ surveyId, tableIndex, mapping }, i): CaptureSummary => {
    const source = plans.get(surveyId);
    const found = source?.survey.tables[tableIndex];
    const rows = found?.rows ?? 0;
    const refused = mapping.table === 'orders' ? 12 : 0;
    const id = `new-${surveyId}-${i}`;
    return {
      id,
      name: found?.title ?? source?.survey.name ?? '',
      idSpace: mapping.idSpace,
      idFields: [],
      table: mapping.table,
      rows: rows - refused,
      storedBytes: rows * 60,
      passport: passport(id, {
        tool: mapping.tool,
        recogniser: mapping.recogniser,
        source: {
          kind: 'file',
          name: source?.survey.name ?? '',
          bytes: source?.survey.bytes ?? 0,
          encoding: 'utf-8',
        },
        title: found?.title ?? null,
        dateRange: found?.dateRange ?? null,
        rowsSeen: rows,
        rowsKept: rows - refused,
        rowsRefused: refused,
        notes: [],
        problems:
          refused > 0
            ? [{ code: 'row/required-unreadable', row: 45, column: 'Data', value: '31/02/2024' }]
            : [],
      }),
    };
  });
}

const lifetime = { kind: 'lifetime' } as const;
const rfm = (group: 'champions' | 'at-risk' | 'hibernating' | 'loyal' | 'new' | 'cant-lose'): Rule => ({
  kind: 'rfm',
  groups: [group],
});

function view(
  id: string,
  kind: Segment['kind'],
  name: { en: string; pl: string },
  description: { en: string; pl: string },
  rule: Rule,
  size: number,
  more: Partial<SegmentView> & { thresholds?: Segment['thresholds'] } = {},
): SegmentView {
  return {
    segment: {
      id,
      kind,
      grain: kind === 'aggregate' ? 'aggregate' : 'person',
      name,
      description,
      rule,
      version: 1,
      versions: [],
      colour: [...id].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7) % 8,
      thresholds: more.thresholds ?? [],
    },
    sentence: more.sentence ?? description,
    size,
    unknown: more.unknown ?? 0,
    population: more.population ?? 5021,
  };
}

const VIEWS: readonly SegmentView[] = [
  view(
    'library:rfm-champions',
    'value',
    { en: 'Champions', pl: 'Czempioni' },
    {
      en: 'Bought lately and often. They answer to early access and to being asked for a review.',
      pl: 'Kupują niedawno i często. Reagują na wcześniejszy dostęp i prośbę o opinię.',
    },
    rfm('champions'),
    412,
    { sentence: { en: 'RFM group is Champions', pl: 'grupa RFM to Czempioni' } },
  ),
  view(
    'library:rfm-loyal',
    'value',
    { en: 'Loyal customers', pl: 'Lojalni klienci' },
    { en: 'Buy often, a little less lately.', pl: 'Kupują często, ostatnio trochę rzadziej.' },
    rfm('loyal'),
    734,
  ),
  view(
    'library:rfm-at-risk',
    'value',
    { en: 'At risk', pl: 'Zagrożeni odejściem' },
    { en: 'Used to buy often, silent for long.', pl: 'Kupowali często, od dawna milczą.' },
    rfm('at-risk'),
    1204,
  ),
  view(
    'library:rfm-new',
    'value',
    { en: 'New', pl: 'Nowi' },
    { en: 'First order lately.', pl: 'Niedawno złożyli pierwsze zamówienie.' },
    rfm('new'),
    380,
  ),
  view(
    'library:big-spenders',
    'purchase',
    { en: 'Big spenders', pl: 'Wydający najwięcej' },
    {
      en: 'The tenth of customers who spent most after refunds.',
      pl: 'Jedna dziesiąta klientów, którzy wydali najwięcej po zwrotach.',
    },
    {
      kind: 'all',
      rules: [
        {
          kind: 'rank',
          side: 'top',
          share: 0.1,
          measure: { of: 'orders', stat: 'sum', field: 'revenue' },
          window: { kind: 'last-days', days: 365 },
        },
        {
          kind: 'behaviour',
          measure: { of: 'orders', stat: 'count' },
          window: { kind: 'last-days', days: 365 },
          test: { op: 'at-least', value: 2 },
        },
      ],
    },
    503,
    {
      sentence: {
        en: 'top 10% by revenue in the last 365 days, and at least 2 orders in the last 365 days',
        pl: 'górne 10% według przychodu z ostatnich 365 dni oraz co najmniej 2 zamówienia w ostatnich 365 dniach',
      },
      thresholds: [
        {
          label: { en: 'Share of customers', pl: 'Udział klientów' },
          value: 0.1,
          unit: 'share',
          from: { en: 'they bring 41% of revenue', pl: 'przynoszą 41% przychodu' },
          n: 5021,
        },
        {
          label: { en: 'At least so many orders', pl: 'Co najmniej tyle zamówień' },
          value: 2,
          unit: 'orders',
          from: { en: 'median of buyers is 2', pl: 'mediana kupujących to 2' },
          n: 4610,
        },
        {
          label: { en: 'Within', pl: 'W ciągu' },
          value: 365,
          unit: 'days',
          from: { en: 'median gap × 6', pl: 'mediana odstępu × 6' },
          n: 3120,
        },
      ],
    },
  ),
  view(
    'library:one-time',
    'purchase',
    { en: 'One-time buyers', pl: 'Klienci jednorazowi' },
    { en: 'Exactly one order so far.', pl: 'Dokładnie jedno zamówienie do tej pory.' },
    {
      kind: 'behaviour',
      measure: { of: 'orders', stat: 'count' },
      window: lifetime,
      test: { op: 'equals', value: 1 },
    },
    1490,
  ),
  view(
    'library:discount-only',
    'purchase',
    { en: 'Discount-only', pl: 'Tylko z rabatem' },
    { en: 'Every order came with a discount.', pl: 'Każde zamówienie było z rabatem.' },
    {
      kind: 'behaviour',
      measure: {
        of: 'orders',
        stat: 'share',
        where: [{ field: 'discount', test: { op: 'more-than', value: 0 } }],
      },
      window: lifetime,
      test: { op: 'at-least', value: 1 },
    },
    266,
    { unknown: 38 },
  ),
  view(
    'library:lifecycle-dormant',
    'loyalty',
    { en: 'Dormant this quarter', pl: 'Uśpieni w tym kwartale' },
    {
      en: 'Bought in the quarter before, not in this one.',
      pl: 'Kupowali w poprzednim kwartale, w tym nie.',
    },
    { kind: 'lifecycle', stages: ['dormant'], interval: 'quarter' },
    611,
  ),
  view(
    'library:christmas',
    'occasion',
    { en: 'Christmas gift buyers', pl: 'Kupujący prezenty na święta' },
    { en: 'Ordered between 1 and 23 December.', pl: 'Zamawiali między 1 a 23 grudnia.' },
    {
      kind: 'behaviour',
      measure: { of: 'orders', stat: 'count' },
      window: { kind: 'between', from: day('2025-12-01'), to: day('2025-12-23') },
      test: { op: 'at-least', value: 1 },
    },
    902,
  ),
  view(
    'library:country-pl',
    'demographic',
    { en: 'Country: Poland', pl: 'Kraj: Polska' },
    { en: 'Customers whose country is Poland.', pl: 'Klienci, których krajem jest Polska.' },
    { kind: 'attribute', field: 'personCountry', test: { op: 'is-any-of', values: ['PL'] } },
    4302,
    { unknown: 214 },
  ),
  view(
    'report:c3:sessionDefaultChannelGroup:Organic Search',
    'aggregate',
    same('Organic Search'),
    {
      en: 'Rows of “Traffic acquisition” where Session default channel group is Organic Search.',
      pl: 'Wiersze raportu „Traffic acquisition”, w których Session default channel group to Organic Search.',
    },
    {
      kind: 'dimension',
      dimension: 'sessionDefaultChannelGroup',
      test: { op: 'is-any-of', values: ['Organic Search'] },
    },
    24,
    { population: 250 },
  ),
];

const CATALOG: SegmentCatalog = {
  asOf: day('2026-10-31') + 20 * 3_600_000,
  population: 5021,
  segments: VIEWS,
  unreadable: [],
  missing: [
    {
      id: 'library:mail-engaged',
      kind: 'engagement',
      name: { en: 'Mail-engaged', pl: 'Zaangażowani mailowo' },
      description: { en: 'Open or click your mails.', pl: 'Otwierają lub klikają maile.' },
      needs: {
        en: 'Needs mail events (sent, opened, clicked) with a customer on each row.',
        pl: 'Potrzebne są zdarzenia mailowe (wysłane, otwarte, kliknięte) z klientem w każdym wierszu.',
      },
    },
    {
      id: 'library:loyalty-tiers',
      kind: 'loyalty',
      name: { en: 'Programme tiers', pl: 'Poziomy programu' },
      description: { en: 'By loyalty tier.', pl: 'Według poziomu lojalnościowego.' },
      needs: {
        en: 'Needs a customer list with a loyalty tier column.',
        pl: 'Potrzebna jest lista klientów z kolumną poziomu lojalnościowego.',
      },
    },
  ],
};

function withOwn(catalog: SegmentCatalog, own: readonly SegmentView[]): SegmentCatalog {
  return { ...catalog, segments: [...catalog.segments, ...own] };
}

function ownView(id: string, name: string, description: string, rule: Rule): SegmentView {
  const preview = previewOf(rule);
  return view(id, 'own', same(name), same(description), rule, preview.in, {
    sentence: preview.sentence,
    unknown: preview.unknown,
  });
}

function previewOf(rule: Rule): RulePreview {
  const hash = [...JSON.stringify(rule)].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7);
  const inside = 40 + (hash % 2400);
  const unknown = hash % 3 === 0 ? hash % 200 : 0;
  return {
    in: inside,
    out: 5021 - inside - unknown,
    unknown,
    sentence: {
      en: 'at least 2 orders in the last 365 days, and country is any of PL, DE',
      pl: 'co najmniej 2 zamówienia w ostatnich 365 dniach oraz kraj to PL lub DE',
    },
    sample: [0, 1, 2, 3, 4].map(member),
    clauses: mockClauses(rule),
    reports: [],
  };
}

const LABELS = [
  'anna.nowak@example.com',
  'j.kowalski@example.org',
  'מירי כהן',
  'maria.antonina.wisniewska-grzegorzewska.ksiegowosc@bardzo-dluga-nazwa-firmy.example.pl',
  'cust_00481',
];

function member(index: number): MemberRow {
  return {
    person: index,
    name: index === 0 ? 'Anna Nowak' : index === 2 ? 'מירי כהן' : null,
    email: index === 4 ? null : `klient.${1000 + index}@example.com`,
    label: index < LABELS.length ? (LABELS[index] ?? '') : `klient.${1000 + index}@example.com`,
    orders: Math.max(1, 19 - Math.floor(index / 3)),
    revenueMinor: index === 4 ? null : Math.max(4_900, 1_284_350 - index * 23_417),
    currency: 'PLN',
    lastOrder: day('2026-10-31') - index * 86_400_000,
    country: index % 7 === 4 ? null : 'PL',
  };
}

const BUILDER = mockRuleBuilder(member);

const FIELD_INFOS: readonly FieldInfo[] = [
  {
    table: 'people',
    id: 'personCountry',
    label: { en: 'Country', pl: 'Kraj' },
    type: 'text',
    filled: 4807,
    values: [
      { value: 'PL', count: 4302 },
      { value: 'DE', count: 310 },
      { value: 'CZ', count: 195 },
    ],
    min: null,
    max: null,
  },
  {
    table: 'people',
    id: 'age',
    label: { en: 'Age', pl: 'Wiek' },
    type: 'number',
    filled: 1204,
    values: [],
    min: 18,
    max: 81,
  },
  {
    table: 'people',
    id: 'createdAt',
    label: { en: 'Created at', pl: 'Utworzono' },
    type: 'time',
    filled: 4807,
    values: [],
    min: day('2024-11-01'),
    max: day('2026-10-30'),
  },
  {
    table: 'people',
    id: 'emailConsent',
    label: { en: 'E-mail consent', pl: 'Zgoda na e-mail' },
    type: 'flag',
    filled: 4807,
    values: [],
    min: null,
    max: null,
  },
  {
    table: 'people',
    id: 'custom:Punkty',
    label: same('Punkty'),
    type: 'number',
    filled: 900,
    values: [],
    min: 0,
    max: 12_000,
  },
  {
    table: 'orders',
    id: 'paymentMethod',
    label: { en: 'Payment method', pl: 'Metoda płatności' },
    type: 'text',
    filled: 18_340,
    values: [
      { value: 'BLIK', count: 9012 },
      { value: 'Karta', count: 6203 },
      { value: 'Przelewy24', count: 3125 },
    ],
    min: null,
    max: null,
  },
  {
    table: 'orders',
    id: 'coupon',
    label: { en: 'Coupon', pl: 'Kupon' },
    type: 'text',
    filled: 2100,
    values: [
      { value: 'KAWA10', count: 1204 },
      { value: 'BLACKFRIDAY', count: 896 },
    ],
    min: null,
    max: null,
  },
  {
    table: 'items',
    id: 'category',
    label: { en: 'Category', pl: 'Kategoria' },
    type: 'text',
    filled: 41_200,
    values: [
      { value: 'Kawa ziarnista', count: 20_120 },
      { value: 'Herbata', count: 9_204 },
      { value: 'Akcesoria', count: 4_310 },
    ],
    min: null,
    max: null,
  },
];
