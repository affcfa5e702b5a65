import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../../tests/memory-engine';
import type { CaptureHead } from '../../core/page-capture';
import type { Store } from '../../store/store';

describe('a page capture', () => {
  const head: CaptureHead = {
    captureId: 'page-1',
    pageTitle: 'Report',
    url: 'https://example.com/report',
    table: {
      ref: 't1',
      tool: 'generic',
      title: 'Channels',
      columns: ['Channel', 'Sessions'],
      rowsOnPage: 2,
      rowsStated: 10,
      more: null,
      dateRange: { from: '2025-01-01', to: '2025-01-31' },
      account: null,
      property: 'Shop',
      sample: [],
      frame: 'top',
    },
    columns: ['Channel', 'Sessions'],
    columnsLeftOut: ['Revenue'],
    totals: ['', '160'],
    notes: ['sampled'],
  };

  const sendRows = async (store: Store) => {
    await store.inbox.begin(head, 1000);
    const rows = [
      ['Organic', '100'],
      ['Paid', '50'],
    ];
    await store.inbox.append({ captureId: 'page-1', index: 0, rows });
  };

  it('goes the same road as a file, with what the page said of it', async () => {
    const { engine, store } = memoryEngine();
    await sendRows(store);
    expect(await engine.inbox(undefined)).toMatchObject([{ complete: false, rows: 2 }]);
    await store.inbox.end({
      captureId: 'page-1',
      rows: 2,
      notes: ['changed-while-reading'],
      gathering: null,
    });
    const surveyed = await engine.surveyInbox({ inboxId: 'page-1' });
    const report = await engine.importTables({
      tables: surveyed.proposals.map(({ tableIndex, mapping }) => ({
        surveyId: surveyed.surveyId,
        tableIndex,
        mapping,
      })),
    });
    const passport = report.captures[0]?.passport;
    expect(passport).toMatchObject({
      source: { kind: 'page', title: 'Report' },
      property: 'Shop',
      capturedAt: 1000,
      columnsLeftOut: ['Revenue'],
    });
    expect(passport?.notes.map((n) => n.code)).toEqual([
      'sampled',
      'changed-while-reading',
      'rows-not-on-page',
    ]);
    expect(passport?.reconciliation).toEqual([{ column: 'Sessions', kept: 150, stated: 160, agrees: false }]);
    expect(passport?.problems[0]).toMatchObject({ code: 'totals/mismatch', column: 'Sessions' });
    expect(await engine.inbox(undefined)).toEqual([]);
  });

  it('says how many of the rows stated were gathered and why no more, and what its sums lack, before it is kept', async () => {
    const { engine, store } = memoryEngine();
    await sendRows(store);
    await store.inbox.end({
      captureId: 'page-1',
      rows: 2,
      notes: [],
      gathering: { ended: 'stuck', rowsStated: 10, pages: 2, putBack: true },
    });
    const { surveyId, proposals } = await engine.surveyInbox({ inboxId: 'page-1' });
    const { tableIndex, mapping } = proposals[0] as (typeof proposals)[number];
    const before = await engine.previewTotals({ surveyId, tableIndex, mapping });
    expect(before.reconciliation).toEqual([{ column: 'Sessions', kept: 150, stated: 160, agrees: false }]);
    const report = await engine.importTables({ tables: [{ surveyId, tableIndex, mapping }] });
    expect(report.captures[0]?.passport.notes).toEqual([
      { code: 'sampled', params: {} },
      { code: 'gathered-partly', params: { rows: 2, pages: 2, stated: 10, why: 'stuck' } },
    ]);
    expect(before.notes).toEqual(report.captures[0]?.passport.notes);
  });
});
