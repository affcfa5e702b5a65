import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCollectNews, parseCollectOrder, parsePageMessage } from './page-messages';

const head = {
  captureId: 'c',
  pageTitle: 'Orders',
  url: 'https://shop.example/orders',
  table: {
    ref: '1',
    tool: 'generic',
    title: 'Orders',
    columns: ['__proto__', 'constructor'],
    rowsOnPage: 2,
    rowsStated: null,
    more: null,
    tree: null,
    dateRange: { from: '2026-10-01', to: '2026-10-31' },
    account: null,
    property: null,
    sample: [['a', 'b']],
    frame: 'top',
  },
  columns: ['__proto__', 'constructor'],
  columnsLeftOut: [],
  totals: [null, '2'],
  notes: ['sampled'],
};
const begin = (change: object) =>
  parsePageMessage({ kind: 'capture/begin', request: { ...head, ...change } }, 'content-script');

describe('parsePageMessage', () => {
  it('takes a whole message, and nothing beside what it knows', () => {
    expect(begin({ extra: 1 })).toEqual({ kind: 'capture/begin', request: head });
  });

  it('keeps names such as __proto__ as the words they are', () => {
    const message = begin({});
    expect(message?.kind === 'capture/begin' && message.request.columns).toEqual([
      '__proto__',
      'constructor',
    ]);
  });

  it('does not take fields from a prototype', () => {
    const request = Object.create({ captureId: 'c' }) as object;
    expect(parsePageMessage({ kind: 'capture/abandon', request }, 'extension-page')).toBeNull();
  });

  it('takes each message only from whom it may come', () => {
    const abandon = { kind: 'capture/abandon', request: { captureId: 'c' } };
    expect(parsePageMessage(abandon, 'extension-page')).toEqual(abandon);
    expect(parsePageMessage(abandon, 'content-script')).toBeNull();
    expect(parsePageMessage(abandon, null)).toBeNull();
    expect(parsePageMessage({ kind: 'capture/begin', request: head }, 'extension-page')).toBeNull();
  });

  it.each([
    ['a number for a cell', { totals: [1, 2] }],
    ['a date that is none', { table: { ...head.table, dateRange: { from: '1.10.2026', to: '2026-10-31' } } }],
    ['a note we do not know', { notes: ['trust me'] }],
    ['a count below zero', { table: { ...head.table, rowsOnPage: -1 } }],
    ['a name of a million letters', { pageTitle: 'x'.repeat(1_000_000) }],
    ['a column list that is no list', { columns: { 0: 'a', length: 1 } }],
  ])('refuses %s', (_, change) => {
    expect(begin(change)).toBeNull();
  });

  it('refuses more than 5,000 rows a message', () => {
    const chunk = (rows: number) =>
      parsePageMessage(
        { kind: 'capture/chunk', request: { captureId: 'c', index: 0, rows: Array(rows).fill(['a']) } },
        'content-script',
      );
    expect(chunk(5_000)).not.toBeNull();
    expect(chunk(5_001)).toBeNull();
  });

  it('opens the workspace at a plain place only', () => {
    const open = (hash: string) =>
      parsePageMessage({ kind: 'workspace/open', request: { hash } }, 'extension-page');
    expect(open('#data')).not.toBeNull();
    expect(open('')).not.toBeNull();
    expect(open('#<script>')).toBeNull();
    expect(open('?x=https://evil.example')).toBeNull();
  });

  it('answers null to anything else, and never throws', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('extension-page' as const, 'content-script' as const),
        (raw, trust) => {
          expect(parsePageMessage(raw, trust)).toBeNull();
          expect(parseCollectOrder(raw)).toBeUndefined();
          expect(parseCollectNews(raw)).toBeUndefined();
        },
      ),
    );
  });
});
