import { describe, expect, it } from 'vitest';
import { load, only, signal, survey } from '../../tests/surveyed';
import { rowsAsCsv } from './bytes/rows-as-csv';
import { loadTable } from './load-table';
import { surveyFile } from './survey-file';

describe('layout', () => {
  it('sets the preamble apart and learns the account, property and dates from it', async () => {
    const { table } = await only(
      '# ---\n# Zdarzenia: Nazwa wydarzenia\n# Konto: Sklep\n# Usługa: Sklep - GA4\n# ---\n#\n# Data rozpoczęcia: 20250628\n# Data zakończenia: 20250727\nNazwa wydarzenia,Liczba zdarzeń\npage_view,40\nscroll,12\n',
    );
    expect(table).toMatchObject({
      title: 'Zdarzenia: Nazwa wydarzenia',
      account: 'Sklep',
      property: 'Sklep - GA4',
      dateRange: { from: '2025-06-28', to: '2025-07-27' },
      headerRow: 9,
      rows: 2,
    });
  });

  it('finds stacked tables, each with its own dates', async () => {
    const part = (from: string, head: string) =>
      `# Start date: ${from}01\n# End date: ${from}28\n${head}\n0000,5\n0001,7\n\n`;
    const file = await survey(
      `# ---\n# A\n# ---\n#  \n${part('202401', 'Nth day,Users')}${part('202301', 'Nth day,Users')}${part('202401', 'Nth day,New users')}`,
    );
    expect(file.tables.map((t) => [t.dateRange?.from, t.columns[1]?.header, t.rows])).toEqual([
      ['2024-01-01', 'Users', 2],
      ['2023-01-01', 'Users', 2],
      ['2024-01-01', 'New users', 2],
    ]);
  });

  it('sets totals apart, also those with a cell more than there are columns', async () => {
    const { table } = await load(
      '# ---\n# P\n# T\n# 20240101-20240131\n# ---\n\nPage,Users\n,12,Grand total\n/a,7\n/b,5\n',
    ).then((x) => x);
    expect(table.totals).toEqual([{ row: 8, cells: ['', '12', 'Grand total'] }]);
    expect(table.rows).toBe(2);
    expect(table).toMatchObject({
      property: 'P',
      title: 'T',
      dateRange: { from: '2024-01-01', to: '2024-01-31' },
    });
    const ads = await only('Campaign,Cost\nTotal Wine,5.00\nOther,2.00\nTotal: Account,7.00\n');
    expect(ads.table.totals.map(({ row }) => row)).toEqual([4]);
  });

  it('sets a nameless row of sums apart', async () => {
    const ua = await load('Day Index,Users\n9/28/19,31\n9/29/19,12\n9/30/19,58\n,101\n');
    expect(ua.table.totals).toEqual([{ row: 5, cells: ['', '101'] }]);
    expect(ua.table).toMatchObject({ rows: 3, columns: [{ filled: 3 }, { filled: 3 }] });
    expect(ua.loaded).toMatchObject({ rowsSeen: 3, rowsKept: 3 });
    const meta = await load(
      'Campaign name,Reach,Amount spent (USD),CPC\n,900,30.50,0.5\nA,500,20.25,0.4\nB,400,10.25,0.6\n',
    );
    expect(meta.table.totals.map(({ row }) => row)).toEqual([2]);
    expect(meta.loaded.rowsKept).toBe(2);
    const orders = await load('customer,total\nann,5.00\n,7.00\n,9.00\n');
    expect(orders.table.totals).toEqual([]);
  });

  it('finds it behind the days of the report, and where most columns do not add up', async () => {
    const meta = await load(
      'Starts,Ends,Campaign,Reach,Clicks,Frequency,Amount spent (USD),CPC,CPM\n' +
        '2026-09-01,2026-09-30,,900,14,1.5,60.50,4.32,67.2\n' +
        '2026-09-01,2026-09-30,A,500,7,1.1,30.25,4.32,60.5\n' +
        '2026-09-01,2026-09-30,B,400,5,1.4,10.25,2.05,25.6\n' +
        '2026-09-01,2026-09-30,C,300,2,1.2,20.00,10,66.6\n',
    );
    expect(meta.table.totals.map(({ row }) => row)).toEqual([2]);
    expect(meta.table.totals[0]?.cells.slice(0, 5)).toEqual(['2026-09-01', '2026-09-30', '', '900', '14']);
    expect(meta.table.sample.map((cells) => cells[2])).toEqual(['A', 'B', 'C']);
    expect(meta.loaded).toMatchObject({ rowsSeen: 3, rowsKept: 3 });
    // One column that happens to add up among five is no proof.
    const chance = await load(
      'Day,Name,A,B,C,D,E\n2026-01-01,,10,7,7,7,7\n2026-01-02,x,4,5,6,7,8\n2026-01-03,y,6,5,6,7,8\n',
    );
    expect(chance.table.totals).toEqual([]);
  });

  it('takes a lone line under a header for a remark, not for a row', async () => {
    const none = await only('Campaign,Clicks,Cost\nNo data available.\n');
    expect(none.table).toMatchObject({ rows: 0, preamble: ['No data available.'] });
    expect(none.table.problems.map((p) => p.code)).toEqual(['table/empty']);
    const short = await load('a,b,c\n1,2\n');
    expect(short.table.problems.map((p) => p.code)).toEqual(['row/too-few-cells']);
    expect(short.loaded).toMatchObject({ rowsSeen: 1, rowsKept: 0 });
  });

  it('names columns by number where there is no header', async () => {
    const { table } = await only(
      ' 00004 0001 19970101  2   29.33\n 00021 0002 19970103  3   63.34\n 00050 0003 19970104  1    6.79\n',
    );
    expect(table.headerRow).toBeNull();
    expect(table.columns.map((c) => [c.header, c.reading.kind])).toEqual([
      ['Column 1', 'id'],
      ['Column 2', 'id'],
      ['Column 3', 'date'],
      ['Column 4', 'number'],
      ['Column 5', 'number'],
    ]);
  });

  it('reports rows with a cell too many or too few and refuses them', async () => {
    const { table, loaded } = await load('a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,4\n');
    expect(table.problems.map((p) => [p.code, p.row])).toEqual([
      ['row/too-few-cells', 3],
      ['row/too-many-cells', 4],
    ]);
    expect(loaded).toMatchObject({ rowsSeen: 4, rowsKept: 2 });
    expect(loaded.refused.map((r) => [r.row, ...r.cells])).toEqual([
      [3, '4', '5'],
      [4, '6', '7', '8', '9'],
    ]);
    expect([...loaded.rowNumbers]).toEqual([2, 5]);
  });

  it('heeds sep= and does not keep it', async () => {
    const { file, table } = await only('sep=;\na;b\n1,5;2\n');
    expect(file.dialect.delimiter).toBe(';');
    expect(table.headerRow).toBe(2);
    expect(table.preamble).toEqual([]);
  });

  it('keeps Shopify order names that begin with #', async () => {
    const { table } = await only('Name,Email,Total\n#1001,a@x.pl,10.00\n#1001,,\n#1002,b@x.pl,5.00\n');
    expect(table.rows).toBe(3);
  });

  it('sets a footer apart', async () => {
    const { table } = await only(
      'Account,Amount\nAcme,10.00\nBeta,20.00\n\nConfidential Information - Do Not Distribute\nCopyright (c) 2025\n',
    );
    expect(table.rows).toBe(2);
    expect(table.preamble).toEqual(['Confidential Information - Do Not Distribute', 'Copyright (c) 2025']);
  });
});

describe('a page capture', () => {
  it('goes the same road, every cell unchanged', async () => {
    async function* chunks() {
      yield [
        ['# note', 'a "quoted", cell', '1'],
        ['Total', 'line\nbreak', '2'],
      ];
      yield [];
      yield [['', '', '']];
    }
    const page = rowsAsCsv('page', ['Name', 'Text', 'n'], chunks);
    const file = await surveyFile(page, {
      signal,
      told: { delimiter: ',', quote: '"', escape: 'double', encoding: 'utf-8' },
    });
    const table = file.tables[0] as (typeof file.tables)[number];
    expect(table).toMatchObject({ headerRow: 1, rows: 3, totals: [] });
    const plan = table.columns.map(({ index, header }) => ({
      source: index,
      header,
      reading: { kind: 'text' } as const,
      need: 'none' as const,
    }));
    const loaded = await loadTable(page, file, table, { columns: plan }, { signal });
    expect(loaded.columns[1]).toMatchObject({ dictionary: ['a "quoted", cell', 'line\nbreak'] });
    expect(loaded.rowsKept).toBe(3);
  });
});
