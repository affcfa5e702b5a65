import { describe, expect, it } from 'vitest';
import { load, only, signal, source, survey } from '../../tests/surveyed';
import type { ByteSource } from './survey';
import { surveyFile } from './survey-file';

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
