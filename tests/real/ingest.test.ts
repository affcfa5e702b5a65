import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Column, TextColumn } from '../../src/core/column';
import { loadAsRead, survey } from '../read-as-text';
import { hasShared, sharedBytes, sharedPath, sharedText } from '../shared-data';

const bytesOf = (path: string) => new Uint8Array(sharedBytes(path));

async function read(path: string) {
  const bytes = bytesOf(path);
  const file = await survey(bytes);
  expect(file.tables).toHaveLength(1);
  const table = file.tables[0] as (typeof file.tables)[number];
  const loaded = await loadAsRead(bytes, file, table);
  const named = (header: string): Column => {
    const column = loaded.columns[table.columns.findIndex((c) => c.header === header)];
    if (column === undefined) throw new Error(`no column ${header}`);
    return column;
  };
  const numbers = (header: string): Float64Array => {
    const column = named(header);
    if (column.type === 'text' || column.type === 'flag') throw new Error(`${header} is ${column.type}`);
    return column.values;
  };
  return { file, table, loaded, named, numbers };
}

const sum = (values: Float64Array) => values.reduce((total, v) => total + v, 0);
const readings = (table: { columns: readonly { reading: { kind: string } }[] }) =>
  table.columns.map((c) => c.reading.kind);

describe.skipIf(!hasShared)('real files (needs shared data)', () => {
  it('reads CDNOW, parted by runs of blanks, with a header and without', async () => {
    const master = await read('data/cdnow/CDNOW_master.txt.gz');
    expect(master.file.dialect.delimiter).toBe('whitespace');
    expect(readings(master.table)).toEqual(['id', 'date', 'number', 'money']);
    expect(master.loaded).toMatchObject({ rowsSeen: 69_659, rowsKept: 69_659, cellProblemCount: 0 });
    expect(master.named('customer_id')).toMatchObject({ type: 'text' });
    expect((master.named('customer_id') as TextColumn).dictionary).toHaveLength(23_570);
    const sample = await read('data/cdnow/CDNOW_sample.txt');
    expect(sample.table.headerRow).toBeNull();
    expect(sample.table.columns.map((c) => c.header)).toEqual([
      'Column 1',
      'Column 2',
      'Column 3',
      'Column 4',
      'Column 5',
    ]);
    expect(sample.loaded.rowsKept).toBe(6_919);
    expect((sample.loaded.columns[1] as TextColumn).dictionary).toHaveLength(2_357);
  });

  it('reads Online Retail to the penny', async () => {
    const { loaded, numbers, named } = await read('data/online_retail/online_retail.csv.gz');
    expect(loaded).toMatchObject({ rowsSeen: 541_909, rowsKept: 541_909, cellProblemCount: 0 });
    const quantity = numbers('Quantity');
    const price = numbers('UnitPrice');
    let total = 0;
    for (let r = 0; r < quantity.length; r++) total += (quantity[r] ?? 0) * (price[r] ?? 0);
    expect(total / 100).toBeCloseTo(9_747_747.93, 2);
    const customers = named('CustomerID') as TextColumn;
    expect(customers.dictionary).toHaveLength(4_372);
    expect(customers.dictionary[0]).toBe('17850');
    expect(customers.codes.filter((c) => c < 0)).toHaveLength(135_080);
    const time = numbers('InvoiceDate');
    expect([time[0], time.reduce((a, b) => Math.max(a, b), 0)]).toEqual([
      Date.UTC(2010, 11, 1, 8, 26),
      Date.UTC(2011, 11, 9, 12, 50),
    ]);
  }, 120_000);

  it('reads the European Superstore: semicolons, decimal commas, days before months', async () => {
    const { file, table, numbers } = await read('data/superstore/superstore_eu.csv');
    expect(file).toMatchObject({ encoding: { name: 'utf-8', how: 'bom' }, dialect: { delimiter: ';' } });
    expect(table.columns.every((c) => c.alternatives.length === 0)).toBe(true);
    expect(sum(numbers('Sales')) / 100).toBeCloseTo(2_297_200.86, 2);
    expect(sum(numbers('Profit')) / 100).toBeCloseTo(286_397.02, 2);
    expect(numbers('Order Date')[0]).toBe(Date.UTC(2020, 10, 8));
  });

  it('gives the same dates for three ways of writing them', async () => {
    const iso = await read('data/olist_funnel/mql_iso.csv');
    const dmy = await read('data/olist_funnel/mql_ddmmyyyy.csv');
    const mdy = await read('data/olist_funnel/mql_us_mdyyyy.csv');
    const dates = iso.numbers('first_contact_date');
    expect(dates).toHaveLength(8_000);
    expect(dmy.numbers('first_contact_date')).toEqual(dates);
    expect(mdy.numbers('first_contact_date')).toEqual(dates);
  });

  it('takes the blank charges of Telco for nothing', async () => {
    const { table, loaded, numbers } = await read('data/telco/Telco-Customer-Churn.csv');
    expect(loaded.rowsKept).toBe(7_043);
    expect(numbers('TotalCharges').filter(Number.isNaN)).toHaveLength(11);
    expect(loaded.cellProblemCount).toBe(0);
    expect(table.columns.find((c) => c.header === 'Churn')?.reading.kind).toBe('flag');
    expect(table.columns.find((c) => c.header === 'SeniorCitizen')).toMatchObject({
      reading: { kind: 'number' },
      alternatives: [{ kind: 'flag' }],
    });
  });

  it('reads the Hillstrom test', async () => {
    const { loaded, numbers } = await read('data/hillstrom/hillstrom.csv.gz');
    expect(loaded.rowsKept).toBe(64_000);
    expect(sum(numbers('visit')) / 64_000).toBeCloseTo(
      (0.1828 * 21_307 + 0.1514 * 21_387 + 0.1062 * 21_306) / 64_000,
      3,
    );
  });

  it('sets the overlapping totals of Google Ads apart', async () => {
    const { table, numbers } = await read('data/google_ads/campaign_report.csv');
    expect(table).toMatchObject({
      title: 'Campaign report',
      dateRange: { from: '2026-01-27', to: '2026-02-23' },
      rows: 2,
    });
    expect(table.totals).toHaveLength(5);
    expect([...numbers('Impr.')]).toEqual([31_193, 9_392]);
    expect([...numbers('Cost')]).toEqual([79_888, 36_522]);
    expect([...numbers('CTR')]).toEqual([0.0193, 0.0281]);
  });

  it('reads every Search Console file', async () => {
    for (const name of readdirSync(sharedPath('data/search_console'))) {
      const { file, loaded } = await read(`data/search_console/${name}`);
      expect([name, file.problems, loaded.refused]).toEqual([name, [], []]);
    }
  });

  describe('GA4 exports', () => {
    const files = hasShared ? readdirSync(sharedPath('data/ga4_exports')) : [];

    it.each(files)('%s: every table with its own dates', async (name) => {
      const bytes = bytesOf(`data/ga4_exports/${name}`);
      const file = await survey(bytes);
      const stated = [
        ...sharedText(`data/ga4_exports/${name}`).matchAll(
          /^# Start date: (\d{8})\r?\n# End date: (\d{8})/gm,
        ),
      ];
      const iso = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      if (stated.length > 0) {
        expect(file.tables.map((t) => t.dateRange)).toEqual(
          stated.map((m) => ({ from: iso(m[1] as string), to: iso(m[2] as string) })),
        );
      } else expect(file.tables).toHaveLength(1);
      for (const table of file.tables) {
        const loaded = await loadAsRead(bytes, file, table);
        expect(loaded.rowsKept).toBe(table.rows);
        expect(loaded.cellProblemCount).toBe(0);
        if (table.rows === 0) expect(table.problems.map((p) => p.code)).toEqual(['table/empty']);
        else {
          table.columns.forEach((column, c) => {
            if (!/^Nth /.test(column.header)) return;
            const axis = loaded.columns[c] as { type: string; values: Float64Array };
            expect(axis.type).toBe('number');
            expect(axis.values.every(Number.isInteger)).toBe(true);
          });
        }
      }
    });

    it('learns account and property, and sets the grand total of an exploration apart', async () => {
      const events = await read('data/ga4_exports/2026_Events_Event_name.csv');
      expect(events.table).toMatchObject({
        account: 'Ten10',
        property: 'Ten10 GA4',
        title: 'Events: Event name',
      });
      const explorer = await read('data/ga4_exports/2023_exploration_user_explorer.csv');
      expect(explorer.table).toMatchObject({
        property: 'bright - GA4',
        title: '1st exploration-User explorer 1',
        dateRange: { from: '2023-05-15', to: '2023-05-21' },
        rows: 3,
      });
      expect(explorer.table.totals).toHaveLength(1);
      expect(sum(explorer.numbers('Event count'))).toBe(48);
    });
  });
});
