import { describe, expect, it } from 'vitest';
import { rowsAsCsv } from './bytes/rows-as-csv';
import { loadTable } from './load-table';
import type { ByteSource } from './survey';
import { surveyFile } from './survey-file';

const signal = new AbortController().signal;

function source(content: string | Uint8Array, piece = 1 << 16): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name: 'test.csv',
    size: bytes.length,
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          controller.enqueue(bytes.subarray(at, at + piece));
          at += piece;
        },
      });
    },
  };
}

const survey = (content: string | Uint8Array, piece?: number) =>
  surveyFile(source(content, piece), { signal });

async function only(content: string | Uint8Array) {
  const file = await survey(content);
  expect(file.tables).toHaveLength(1);
  return { file, table: file.tables[0] as (typeof file.tables)[number] };
}

async function load(content: string | Uint8Array) {
  const { file, table } = await only(content);
  const columns = table.columns.map(({ index, header, reading }) => ({
    source: index,
    header,
    reading,
    need: 'none' as const,
  }));
  return { file, table, loaded: await loadTable(source(content), file, table, { columns }, { signal }) };
}

/** The reading of a column of these values, under a header. */
async function reading(header: string, ...values: string[]) {
  const { table } = await only(`id;${header}\n${values.map((v, i) => `k${i}x;${v}`).join('\n')}\n`);
  return table.columns[1] as (typeof table.columns)[number];
}

async function values(header: string, ...cells: string[]) {
  const { loaded } = await load(`id;${header}\n${cells.map((v, i) => `k${i}x;${v}`).join('\n')}\n`);
  const column = loaded.columns[1];
  if (column === undefined) throw new Error('no column');
  if (column.type === 'text') return [...column.codes].map((c) => (c < 0 ? null : column.dictionary[c]));
  return [...column.values].map((v) => (Number.isNaN(v) ? null : v));
}

describe('bad input', () => {
  it('says that an empty file is empty', async () => {
    expect((await survey('')).problems).toEqual([{ code: 'file/empty' }]);
  });

  it('says that there are no rows under a header', async () => {
    const { file, table } = await only('name,total\n');
    expect(file.problems).toEqual([{ code: 'file/header-only' }]);
    expect(table.columns.map((c) => c.header)).toEqual(['name', 'total']);
    expect(table.rows).toBe(0);
  });

  it('tells a picture from a table, whatever it is called', async () => {
    const png = new Uint8Array(4000).map(
      (_, i) => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a][i] ?? i % 251,
    );
    const file = await survey(png);
    expect(file.tables).toEqual([]);
    expect(file.problems).toEqual([{ code: 'file/not-text', params: { kind: 'png' } }]);
  });

  it('names a line without end, and keeps nothing of it', async () => {
    const line = new TextEncoder().encode('x'.repeat(1 << 20));
    const endless: ByteSource = {
      name: 'one-line.csv',
      size: 40 << 20,
      stream() {
        let sent = 0;
        return new ReadableStream<Uint8Array>({
          pull(controller) {
            if (sent++ === 40) controller.close();
            else controller.enqueue(line);
          },
        });
      },
    };
    const file = await surveyFile(endless, { signal });
    expect(file.tables).toEqual([]);
    expect(file.problems.map((p) => p.code)).toEqual(['row/too-long', 'file/no-table']);
  });

  it('goes on after a row that is too long', async () => {
    const { table, loaded } = await load(`a,b\n1,2\n3,${'y'.repeat(1_200_000)}\n5,6\n`);
    expect(table.problems).toEqual([{ code: 'row/too-long', row: 3 }]);
    expect(loaded.rowsKept).toBe(2);
    expect(loaded.refused.map(({ row, problem }) => [row, problem.code])).toEqual([[3, 'row/too-long']]);
  });

  it('does not let an open quote swallow the rows after it', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${i},name ${i},${i * 2}`);
    rows[10] = '10,"name 10,20';
    const { table, loaded } = await load(`id,name,n\n${rows.join('\n')}\n`);
    expect(table.problems).toEqual([{ code: 'row/unclosed-quote', row: 12, params: { mended: 1 } }]);
    expect(loaded.rowsKept).toBe(50);
  });

  it('refuses the row of an open quote that leaves cells missing, and only that', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${i},name ${i},${i * 2}`);
    rows[10] = '10,"name 10';
    const { loaded } = await load(`id,name,n\n${rows.join('\n')}\n`);
    expect(loaded.rowsKept).toBe(49);
    expect(loaded.refused.map(({ row }) => row)).toEqual([12]);
  });

  it('keeps headers that are names of objects, doubled, empty or markup as plain text', async () => {
    const { table } = await only(
      '__proto__,constructor,total,total,,<script>alert(1)</script>\na,b,1,2,x,y\nc,d,3,4,z,w\n',
    );
    expect(table.columns.map((c) => c.header)).toEqual([
      '__proto__',
      'constructor',
      'total',
      'total (2)',
      'Column 5',
      '<script>alert(1)</script>',
    ]);
    expect(table.problems.map((p) => p.code).sort()).toEqual(['header/duplicate', 'header/empty']);
  });

  it('takes NUL bytes for dirt in text', async () => {
    const { table } = await only('name,n\nan\0na,1\nbob,2\n');
    expect(table.rows).toBe(2);
  });

  it('refuses a table of more columns than any tool writes', async () => {
    const head = Array.from({ length: 5000 }, (_, i) => `c${i}`).join(',');
    const file = await survey(`${head}\n${head.replaceAll('c', '')}\n`);
    expect(file.problems.map((p) => p.code)).toEqual(['table/too-many-columns', 'file/no-table']);
  });

  it('reads a file of nothing but broken quotes in the end', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `"a"${i}"b","${'"x",'.repeat(60)}"y`);
    const { table, loaded } = await load(`a,b\n${rows.join('\n')}\n`);
    expect(loaded.rowsSeen).toBe(table.rows);
    expect(loaded.rowsSeen).toBe(loaded.rowsKept + loaded.refused.length);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(surveyFile(source('a,b\n1,2\n'), { signal: abort.signal })).rejects.toThrow(/abort/i);
  });
});

describe('encodings', () => {
  const polish = 'imię;miasto;kwota\nŁucja;Łódź;12,50\nŻaneta;Gdańsk;8,99\nŚwiętosława;Poznań;3,10\n';
  const eightBit: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    'windows-1250': {
      ą: 0xb9,
      ć: 0xe6,
      ę: 0xea,
      ł: 0xb3,
      ń: 0xf1,
      ó: 0xf3,
      ś: 0x9c,
      ź: 0x9f,
      ż: 0xbf,
      Ł: 0xa3,
      Ś: 0x8c,
      Ż: 0xaf,
    },
    'iso-8859-2': {
      ą: 0xb1,
      ć: 0xe6,
      ę: 0xea,
      ł: 0xb3,
      ń: 0xf1,
      ó: 0xf3,
      ś: 0xb6,
      ź: 0xbc,
      ż: 0xbf,
      Ł: 0xa3,
      Ś: 0xa6,
      Ż: 0xaf,
    },
    'windows-1252': { é: 0xe9, ü: 0xfc, ß: 0xdf, ñ: 0xf1, ö: 0xf6 },
  };
  const encode = (text: string, name: string) =>
    Uint8Array.from([...text].map((c) => eightBit[name]?.[c] ?? c.charCodeAt(0)));
  const utf16 = (text: string, big: boolean, bom: boolean) => {
    const units = [...(bom ? [0xfeff] : []), ...Array.from(text, (c) => c.charCodeAt(0))];
    return Uint8Array.from(units.flatMap((u) => (big ? [u >> 8, u & 255] : [u & 255, u >> 8])));
  };

  it.each([
    ['utf-8', new TextEncoder().encode(polish)],
    ['utf-8', new TextEncoder().encode(`\ufeff${polish}`)],
    ['utf-16le', utf16(polish, false, true)],
    ['utf-16be', utf16(polish, true, true)],
    ['utf-16le', utf16(polish, false, false)],
    ['utf-16be', utf16(polish, true, false)],
    ['windows-1250', encode(polish, 'windows-1250')],
    ['iso-8859-2', encode(polish, 'iso-8859-2')],
  ])('reads Polish in %s', async (name, bytes) => {
    const { file, table, loaded } = await load(bytes);
    expect(file.encoding.name).toBe(name);
    expect(table.columns.map((c) => c.header)).toEqual(['imię', 'miasto', 'kwota']);
    expect(loaded.columns[1]).toMatchObject({ dictionary: ['Łódź', 'Gdańsk', 'Poznań'] });
    expect([...(loaded.columns[2] as { values: Float64Array }).values]).toEqual([1250, 899, 310]);
  });

  it('reads German and Spanish in windows-1252', async () => {
    const { file, loaded } = await load(
      encode('name;city\nJosé Peña;Köln\nJürgen Groß;España\n', 'windows-1252'),
    );
    expect(file.encoding).toEqual({ name: 'windows-1252', how: 'statistics' });
    expect(loaded.columns[0]).toMatchObject({ dictionary: ['José Peña', 'Jürgen Groß'] });
  });

  it('finds the encoding out though the first other letter stands late in the file', async () => {
    const rows = `${'anna;Krakow;1,00\n'.repeat(20_000)}zoe;Łódź;2,00\n`;
    const { file, loaded } = await load(encode(`name;city;total\n${rows}`, 'windows-1250'));
    expect(file.encoding.name).toBe('windows-1250');
    expect(loaded.columns[1]).toMatchObject({ dictionary: ['Krakow', 'Łódź'] });
  });
});

describe('numbers', () => {
  it.each([
    ['1 234,56', 1234.56],
    ['1\u00a0234,56', 1234.56],
    ['1\u202f234,56', 1234.56],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ["1'234.56", 1234.56],
    ['(12.50)', -12.5],
    ['−5.25', -5.25],
    ['1.2k', 1200],
    ['0.1', 0.1],
  ])('reads %s', async (text, value) => {
    expect(await values('score', text, text, text)).toEqual([value, value, value]);
  });

  it.each([
    ['12 345 zł', 1_234_500, 'PLN'],
    ['€12,30', 1230, 'EUR'],
    ['$74.69', 7469, 'USD'],
    ['1 200 JPY', 1200, 'JPY'],
    ['-£3.10', -310, 'GBP'],
    ['957,5775 zł', 95757.75, 'PLN'],
    ['1.005 KWD', 1005, 'KWD'],
  ])('reads %s as money in minor units', async (text, minor, currency) => {
    expect((await reading('x', text, text)).reading).toMatchObject({ kind: 'money', currency });
    expect(await values('x', text, text)).toEqual([minor, minor]);
  });

  it('knows an amount by its header, and what only sounds like one', async () => {
    const kind = async (header: string) => (await reading(header, '12.5', '7.25')).reading.kind;
    for (const header of [
      'Total',
      'Wartość zamówienia',
      'Shipping',
      'UnitPrice',
      'Przychód',
      'Cost / conv.',
      'Sales',
    ]) {
      expect([header, await kind(header)]).toEqual([header, 'money']);
    }
    for (const header of [
      'Discount',
      'Conv. value / cost',
      'Total users',
      'Tax rate',
      'Średni czas',
      'recency',
    ]) {
      expect([header, await kind(header)]).toEqual([header, 'number']);
    }
  });

  it('takes the currency from the header', async () => {
    expect((await reading('Amount spent (USD)', '1.5', '2.25')).reading).toMatchObject({
      kind: 'money',
      currency: 'USD',
    });
    expect((await reading('Wydana kwota (PLN)', '1 234,50', '2,25')).reading).toMatchObject({
      kind: 'money',
      decimal: ',',
      group: ' ',
      currency: 'PLN',
    });
  });

  it('reads percentages as shares', async () => {
    expect(await values('CTR', '67,8%', '1,93%', '0')).toEqual([0.678, 0.0193, 0]);
  });

  it('is exact to the minor unit', async () => {
    expect(await values('price', '1.005', '12.30', '0.07', '1.15', '8.2')).toEqual([
      100.5, 1230, 7, 115, 820,
    ]);
  });

  it('makes no number of a bound, and says so', async () => {
    const column = await reading('share', '< 10%', ...Array.from({ length: 60 }, (_, i) => `${i + 10}%`));
    expect(column.reading).toMatchObject({ kind: 'number', unit: 'percent' });
    expect(column.misfits).toEqual([{ row: 2, value: '< 10%' }]);
    expect(
      (await values('share', '< 10%', ...Array.from({ length: 60 }, (_, i) => `${i + 10}%`)))[0],
    ).toBeNull();
  });

  it('takes dashes and "(not set)" for nothing in a column of numbers, and for text in one of words', async () => {
    expect(await values('n', ' --', '-', 'n/a', '(not set)', '', '7')).toEqual([
      null,
      null,
      null,
      null,
      null,
      7,
    ]);
    expect(await values('city', '(not set)', 'London', '-')).toEqual(['(not set)', 'London', '-']);
  });

  it('lists what does not fit where nearly all does, and gives up where much does not', async () => {
    const numbers = Array.from({ length: 98 }, (_, i) => `${i}.5`);
    const nearly = await reading('n', ...numbers, 'oops');
    expect(nearly.reading.kind).toBe('number');
    expect(nearly.misfits).toEqual([{ row: 100, value: 'oops' }]);
    expect((await reading('n', ...numbers.slice(0, 20), 'oops')).reading).toEqual({ kind: 'text' });
  });

  it('asks where thousands and decimals look alike, unless another column tells', async () => {
    const column = await reading('impressions', '31,193', '9,392');
    expect(column.alternatives).toHaveLength(1);
    const { table } = await only('name,impr,cost\na,"31,193",12.50\nb,"9,392",3.10\n');
    expect(table.columns[1]).toMatchObject({ reading: { decimal: '.', group: ',' }, alternatives: [] });
  });

  it('keeps identifiers as they are written', async () => {
    expect((await reading('zip', '00501', '90210')).reading).toEqual({ kind: 'id' });
    expect((await reading('kontakt', '48501234567', '48601234568')).reading).toMatchObject({
      kind: expect.anything(),
    });
    expect(await values('CustomerID', '17850.0', '13047.0')).toEqual(['17850', '13047']);
    expect(await values('Customer ID', '17850.0', '13047')).toEqual(['17850.0', '13047']);
    expect(await values('Customer ID', "'7210448301122", "'7210448301123")).toEqual([
      '7210448301122',
      '7210448301123',
    ]);
  });

  it('keeps the days of an Nth-day axis whole numbers', async () => {
    expect(await values('Nth day', '0000', '0001', '0013')).toEqual([0, 1, 13]);
    expect(await values('N-ty dzień', '0000', '0001', '0013')).toEqual([0, 1, 13]);
  });
});

describe('dates', () => {
  const at = (iso: string) => Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`);

  it.each([
    ['2026-04-01', '2026-04-01'],
    ['2026/04/01', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2026-04-01 12:39:28 -0400', '2026-04-01T12:39:28'],
    ['2026-04-01T12:39:28Z', '2026-04-01T12:39:28'],
    ['2026-04-01T12:39:28.500+02:00', '2026-04-01T12:39:28.500'],
    ['2026-04-01 8:05', '2026-04-01T08:05:00'],
    ['27.04.2026', '2026-04-27'],
    ['27/04/26', '2026-04-27'],
    ['4/27/2026 3:05 PM', '2026-04-27T15:05:00'],
    ['4/27/2026, 12:05:09 am', '2026-04-27T00:05:09'],
    ['27 January 2026', '2026-01-27'],
    ['12 sty 2026', '2026-01-12'],
    ['3 października 2025', '2025-10-03'],
    ['Jan 5, 2026', '2026-01-05'],
    ['Mon, 5 Jan 2026', '2026-01-05'],
  ])('reads %s', async (text, iso) => {
    expect(await values('date', text, text)).toEqual([at(iso), at(iso)]);
  });

  it('settles day and month over the whole column, and asks where it can not', async () => {
    expect((await reading('d', '01/02/2024', '13/02/2024')).reading).toMatchObject({ order: 'dmy' });
    expect((await reading('d', '01/02/2024', '02/13/2024')).reading).toMatchObject({ order: 'mdy' });
    const open = await reading('d', '01/02/2024', '02/03/2024');
    expect([open.reading, ...open.alternatives].map((r) => r.kind === 'date' && r.order)).toEqual([
      'dmy',
      'mdy',
    ]);
  });

  it('takes a moment since 1970 for one only where the header says so', async () => {
    expect(await values('timestamp', '1498424366', '1499176642')).toEqual([1498424366000, 1499176642000]);
    expect((await reading('impressions', '1498424366', '1499176642')).reading.kind).not.toBe('date');
  });

  it('knows no 31 June', async () => {
    const days = Array.from({ length: 40 }, (_, i) => `${(i % 28) + 1}.05.2026`);
    const column = await reading('data', ...days, '31.06.2026');
    expect(column.misfits).toEqual([{ row: 42, value: '31.06.2026' }]);
  });

  it('reads durations in seconds', async () => {
    expect(await values('Avg. session duration', '00:02:31', '00:00:05')).toEqual([151, 5]);
    expect(await values('czas', '2m 31s', '5s', '1h 2m')).toEqual([151, 5, 3720]);
  });
});

describe('flags', () => {
  it('reads yes and no in both languages', async () => {
    expect(await values('zgoda', 'tak', 'nie', '')).toEqual([1, 0, 2]);
    expect(await values('consent', 'TRUE', 'false')).toEqual([1, 0]);
  });

  it('keeps 0 and 1 numbers that may be flags', async () => {
    expect(await reading('newbie', '0', '1', '1')).toMatchObject({
      reading: { kind: 'number' },
      alternatives: [{ kind: 'flag' }],
    });
  });
});

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
