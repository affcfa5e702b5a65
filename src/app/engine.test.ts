import { describe, expect, it } from 'vitest';
import { csvFile } from '../../tests/csv-file';
import { inPoland } from '../../tests/in-poland';
import { importFiles, memoryEngine, surveyOnly } from '../../tests/memory-engine';
import { HELD_REQUEST } from '../../tests/segment-members';
import { february, january } from '../../tests/two-months';
import type { ComparisonRequest } from '../compare/comparison';
import type { Mapping } from '../core/mapping';
import { questionsOf } from '../ingest/mapping/questions/questions-of';
import { withAnswer } from '../ingest/mapping/questions/with-answer';

const ga4 = (...table: readonly string[]) =>
  csvFile(
    'ga4.csv',
    '# ----------------------------------------',
    '# Test GA4',
    '# Countries',
    '# 20250101-20250131',
    '# ----------------------------------------',
    '',
    ...table,
  );
const compareAll: ComparisonRequest = { ...HELD_REQUEST, metricIds: ['revenue', 'orders', 'customers'] };
describe('importing', () => {
  it('accounts for every row, and says what it made of them', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(engine, january);
    expect(report.rowsSeen).toBe(report.rowsKept + report.rowsRefused);
    expect(report.state).toMatchObject({ people: 2, orders: 4, ordersUnattributed: 1, dataVersion: 1 });
    expect(report.captures[0]?.passport.notes).toContainEqual({
      code: 'unattributed-rows',
      params: { rows: 1 },
    });
    expect(report.state.currencies).toEqual([{ code: 'PLN', orders: 4 }]);
  });

  it('says of a doubt that was answered what was answered, and of the next file too', async () => {
    const { engine } = memoryEngine();
    const dated = (name: string, ...days: readonly string[]) =>
      csvFile(
        name,
        'Order ID,Email,Ordered,Total PLN',
        ...days.map((d, i) => `${name}${i},a@x.pl,${d},5.50`),
      );
    const { surveyId, survey, proposals } = await surveyOnly(
      engine,
      dated('a.csv', '03/04/2024', '05/06/2024'),
    );
    const [table] = survey.tables;
    const [proposal] = proposals;
    if (table === undefined || proposal === undefined) throw new Error('no table');
    const question = questionsOf(proposal.mapping, table).find((q) => q.kind === 'order');
    if (question?.kind !== 'order') throw new Error('no question');
    const mapping = withAnswer(proposal.mapping, table, question, 'mdy');
    const first = await engine.importTables({ tables: [{ surveyId, tableIndex: 0, mapping }] });
    const second = await importFiles(engine, dated('b.csv', '07/08/2024', '09/10/2024'));
    expect(second.surveyed[0]?.proposals[0]?.how).toBe('remembered');
    for (const { captures } of [first, second.report]) {
      expect(captures[0]?.passport.problems).toEqual([
        expect.objectContaining({ code: 'column/told-date-order', column: 'Ordered', params: { as: 'mdy' } }),
      ]);
    }
  });

  it('refuses what it cannot read, keeps it to be looked at, and keeps the rest', async () => {
    const { engine } = memoryEngine();
    const good = Array.from({ length: 40 }, (_, i) => `${i},c${i},2025-01-0${1 + (i % 9)},${i}.50`);
    const { report } = await importFiles(
      engine,
      csvFile('orders.csv', 'Order ID,Customer ID,Order date,Total', ...good, '99,x,2025-01-02,about ten'),
    );
    expect(report.rowsKept).toBe(40);
    expect(report.rowsRefused).toBe(1);
    const [capture] = report.captures;
    const file = await engine.exportRefused({
      captureId: capture?.id ?? '',
      format: { locale: 'en', dialect: 'standard' },
    });
    expect(await engine.refused({ captureId: capture?.id ?? '', offset: 0, limit: 20 })).toEqual({
      total: 1,
      header: ['Order ID', 'Customer ID', 'Order date', 'Total'],
      rows: [
        {
          row: 42,
          problem: expect.objectContaining({ code: 'row/required-unreadable', column: 'Total' }),
          cells: ['99', 'x', '2025-01-02', 'about ten'],
        },
      ],
    });
    expect((await engine.refused({ captureId: capture?.id ?? '', offset: 1, limit: 20 })).rows).toEqual([]);
    const text = new TextDecoder().decode(file.bytes);
    expect(text).toContain('about ten');
    expect(text).toContain('Order date');
  });

  it('updates orders of an overlapping export, and knows the very same file again', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const { report } = await importFiles(engine, february);
    expect(report.state).toMatchObject({ people: 3, orders: 5 });
    const comparison = await engine.compare(compareAll);
    const everyoneHas = (id: string) => {
      const cell = comparison.everyone[comparison.metrics.findIndex((m) => m.id === id)];
      return cell?.state === 'value' ? cell.value : null;
    };
    // The order of nobody is in no segment, so not in everyone's revenue either.
    expect(everyoneHas('revenue')).toBe(10_000 + 5_050 + 2_500 + 1_000);
    expect(everyoneHas('orders')).toBe(4);
    expect(comparison.unattributed).toEqual({ orders: 1, revenueMinor: 999 });
    const again = await surveyOnly(engine, january);
    expect(again.proposals[0]?.duplicateOf).toBe(report.state.captures[0]?.id);
  });

  it('knows a file that was read a moment ago and is not kept yet', async () => {
    const { engine } = memoryEngine();
    const first = await surveyOnly(engine, january);
    const second = await surveyOnly(engine, new File([january], 'january (1).csv'));
    expect([first, second].map((s) => s.proposals[0]?.readTwice)).toEqual([false, true]);
    await engine.releaseSurvey({ surveyId: first.surveyId });
    await engine.releaseSurvey({ surveyId: second.surveyId });
    expect((await surveyOnly(engine, january)).proposals[0]?.readTwice).toBe(false);
  });

  it('keeps nothing where there is nothing to keep', async () => {
    const { engine, blocks } = memoryEngine();
    const surveyed = await surveyOnly(engine, january);
    const [proposal] = surveyed.proposals;
    if (proposal === undefined) throw new Error('no proposal');
    const unreadable = {
      ...proposal.mapping,
      columns: proposal.mapping.columns.map((c) =>
        c.header === 'Order date' ? { ...c, reading: { kind: 'date', order: 'compact', time: false } } : c,
      ),
    } as Mapping;
    await expect(
      engine.importTables({
        tables: [{ surveyId: surveyed.surveyId, tableIndex: 0, mapping: unreadable }],
      }),
    ).rejects.toMatchObject({ code: 'import/nothing-to-keep' });
    expect(blocks.size).toBe(0);
  });

  it('keeps all tables of a plan or none', async () => {
    const { engine, blocks } = memoryEngine();
    const [a, b] = [await surveyOnly(engine, january), await surveyOnly(engine, february)];
    await engine.releaseSurvey({ surveyId: b.surveyId });
    const tables = [a, b].map(({ surveyId, proposals }) => ({
      surveyId,
      tableIndex: 0,
      mapping: (proposals[0] as (typeof proposals)[number]).mapping,
    }));
    await expect(engine.importTables({ tables })).rejects.toMatchObject({ code: 'import/source-gone' });
    expect((await engine.state(undefined)).captures).toEqual([]);
    expect(blocks.size).toBe(0);
  });

  it('leaves nothing behind when it is cancelled while writing', async () => {
    const { engine, blocks } = memoryEngine();
    const { surveyId, proposals } = await surveyOnly(engine, january);
    const abort = new AbortController();
    const importing = engine.importTables(
      { tables: proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping })) },
      { signal: abort.signal, onProgress: ({ stage }) => stage === 'writing' && abort.abort() },
    );
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    expect(blocks.size).toBe(0);
    expect(await engine.state(undefined)).toMatchObject({ dataVersion: 0, captures: [] });
  });

  it('remembers a corrected mapping for the next file of the same shape', async () => {
    const { engine } = memoryEngine();
    const first = await surveyOnly(engine, january);
    const [proposal] = first.proposals;
    if (proposal === undefined) throw new Error('no proposal');
    const mapping = {
      ...proposal.mapping,
      columns: proposal.mapping.columns.map((c) =>
        c.header === 'Country' ? { ...c, target: { kind: 'left-out' as const } } : c,
      ),
    };
    await engine.importTables({ tables: [{ surveyId: first.surveyId, tableIndex: 0, mapping }] });
    const second = await surveyOnly(engine, february);
    expect(second.proposals[0]?.how).toBe('remembered');
    expect(second.proposals[0]?.mapping.columns.find((c) => c.header === 'Country')?.target.kind).toBe(
      'left-out',
    );
  });

  it('keeps a report as it stands, and offers its values as segments', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(
      engine,
      ga4('Country,Sessions,Key events', 'Poland,100,5', 'Germany,50,2'),
    );
    expect(report.state.reports[0]).toMatchObject({
      rows: 2,
      dateRange: { from: '2025-01-01', to: '2025-01-31' },
    });
    const { segments } = await engine.segments({ asOf: null, currency: null });
    expect(segments.find((s) => s.segment.id.endsWith(':Poland'))).toMatchObject({ size: 1, population: 2 });
  });

  it('reconciles what adds up with the totals row of the source, and only that', async () => {
    const { engine } = memoryEngine();
    const header = 'Country,Sessions,Total users,Total revenue';
    const rows = ['Poland,100,90,10.50', 'Germany,50,45,2.25'];
    const { report } = await importFiles(engine, ga4(header, ',150,120,13.00,Grand total', ...rows));
    expect(report.captures[0]?.passport.reconciliation).toEqual([
      { column: 'Sessions', kept: 150, stated: 150, agrees: true },
      { column: 'Total revenue', kept: 12.75, stated: 13, agrees: false },
    ]);
  });
});

describe('what is held', () => {
  it('is the same to another worker, read back from the store', async () => {
    const { engine, another } = memoryEngine();
    await importFiles(engine, january);
    const other = another();
    const strip = async (e: typeof engine) => ({ ...(await e.compare(compareAll)), computedAt: 0 });
    expect(await strip(other)).toEqual(await strip(engine));
    expect(await other.fields(undefined)).toEqual(await engine.fields(undefined));
  });

  it('forgets a deleted capture and all that was made of it', async () => {
    const { engine, blocks } = memoryEngine();
    const { report } = await importFiles(engine, january);
    const before = blocks.size;
    const { report: second } = await importFiles(engine, february);
    const state = await engine.deleteCapture({ captureId: second.captures[0]?.id ?? '' });
    expect(state).toMatchObject({ orders: report.state.orders, people: report.state.people });
    expect(blocks.size).toBe(before);
    const nothing = await engine.deleteEverything(undefined);
    expect(nothing).toMatchObject({ captures: [], people: 0, orders: 0, storedBytes: 0, coverage: null });
    expect(blocks.size).toBe(0);
  });

  it('deletes own segments, mappings and the inbox with everything else', async () => {
    const { engine, store } = memoryEngine();
    await importFiles(engine, january);
    await engine.saveSegment(inPoland);
    await engine.deleteEverything(undefined);
    expect((await engine.segments({ asOf: null, currency: null })).segments).toEqual([]);
    expect((await store.records('mappings').all()).size).toBe(0);
  });
});
