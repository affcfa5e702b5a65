import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openedTexts } from '../../../../tests/opened-texts';
import { columnName, type SheetCell, styled, workbookOf } from '../../../../tests/workbook-of';
import { surveyFile } from '../../survey-file';
import { CAPS } from '../caps';
import { openContainer } from '../open-container';

const signal = new AbortController().signal;
const only = async (
  rows: readonly (readonly SheetCell[])[],
  more: Partial<Parameters<typeof workbookOf>[0]> = {},
) => {
  const [found] = await openedTexts('b.xlsx', workbookOf({ sheets: [{ name: 'S', rows }], ...more }));
  return found;
};
const textOf = async (...args: Parameters<typeof only>) => (await only(...args))?.text;
const as = async (value: number | string, format: string, date1904 = false) =>
  (await textOf([[styled(value, 1)]], { formats: [format], date1904 }))?.trimEnd();

describe('a workbook', () => {
  it('is a table for each sheet that has anything, hidden ones said to be', async () => {
    const book = workbookOf({
      sheets: [
        {
          name: 'Zamówienia',
          rows: [
            ['Numer', 'Kwota'],
            ['A-1', 10.5],
          ],
        },
        { name: 'Empty', rows: [] },
        { name: 'Old & gone', rows: [['x'], ['y']], state: 'veryHidden' },
      ],
    });
    expect(await openedTexts('shop.xlsx', book)).toEqual([
      { name: 'shop.xlsx › Zamówienia', text: 'Numer,Kwota\nA-1,10.5\n', problems: [] },
      { name: 'shop.xlsx › Old & gone', text: 'x\ny\n', problems: [{ code: 'sheet/hidden' }] },
    ]);
  });

  it('is read like the same table saved as CSV', async () => {
    const rows: SheetCell[][] = [['Order', 'Date', 'Total', 'Paid']];
    for (let i = 0; i < 30; i++) rows.push([`#${1000 + i}`, styled(45_000 + i, 1), 19.99 + i, i % 2 === 0]);
    const book = workbookOf({ sheets: [{ name: 'S', rows }], formats: ['yyyy\\-mm\\-dd'] });
    const [part] = await openContainer(new File([book], 'b.xlsx'), { signal });
    if (part?.kind !== 'table') throw new Error('no table');
    const survey = await surveyFile(part.source, { signal, ...(part.told && { told: part.told }) });
    const csv = new Blob([
      'Order,Date,Total,Paid\n',
      ...rows.slice(1).map(([id, , total, paid], i) => {
        const day = new Date(Date.UTC(2023, 2, 15 + i)).toISOString().slice(0, 10);
        return `${id},${day},${total},${paid ? 'TRUE' : 'FALSE'}\n`;
      }),
    ]);
    const saved = await surveyFile(
      { name: 'b.xlsx', size: csv.size, stream: () => csv.stream() },
      { signal },
    );
    expect(survey.tables).toEqual(saved.tables);
    expect(survey.problems).toEqual([]);
    expect(survey.tables[0]).toMatchObject({ rows: 30 });
    expect(survey.tables[0]?.columns[1]?.reading.kind).toBe('date');
  });

  it('keeps rows and columns where they stand', async () => {
    const xml =
      '<worksheet><sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2" t="inlineStr"><is><t>x</t></is></c></row>' +
      '<row r="5"><c r="A5"><v>2</v></c></row><row r="9"><c r="A9"/></row></sheetData></worksheet>';
    const found = await only([], { more: { 'xl/worksheets/sheet1.xml': strToU8(xml) } });
    expect(found?.text).toBe(',,,\n,1,,x\n,,,\n,,,\n2,,,\n');
  });

  it('reads what leaves places out, and namespaces with a prefix', async () => {
    const xml =
      '<?xml version="1.0"?><!-- > --><x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c>' +
      "<x:c t='inlineStr'><x:is><x:r><x:rPr><x:b val='>'/></x:rPr><x:t>b</x:t></x:r><x:r><x:t xml:space='preserve'> c</x:t></x:r>" +
      '<x:rPh><x:t>no</x:t></x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const found = await only([], { more: { 'xl/worksheets/sheet1.xml': strToU8(xml) } });
    expect(found?.text).toBe('a,b c\n');
  });

  it('takes what formulas last gave, and says which gave nothing or an error', async () => {
    const found = await only([
      [
        { xml: '><f>1+1</f><v>2</v>' },
        { xml: 't="str"><f>A1&amp;"x"</f><v>2x</v>' },
        { xml: '><f>B1</f>' },
        { xml: 't="e"><f>1/0</f><v>#DIV/0!</v>' },
        { xml: 't="str"><f>IF(A1=1,"x","")</f><v></v>' },
      ],
    ]);
    expect(found?.text).toBe('2,2x,,#DIV/0!\n');
    expect(found?.problems).toEqual([
      { code: 'sheet/no-value', params: { count: 1 } },
      { code: 'cell/formula-error', row: 1, column: 'D', value: '#DIV/0!' },
    ]);
  });

  it('says what is merged or filtered out, and fills nothing in', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="B2"><v>3</v></c></row>' +
      '</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>';
    const found = await only([], { more: { 'xl/worksheets/sheet1.xml': strToU8(xml) } });
    expect(found?.text).toBe('1,2\n,3\n');
    expect(found?.problems.map((p) => p.code)).toEqual(['sheet/hidden-rows', 'sheet/merged-cells']);
  });

  it('is refused where its parts do not fit together', async () => {
    const broken = async (xml: string) =>
      (await only([], { more: { 'xl/worksheets/sheet1.xml': strToU8(xml) } }))?.problems[0]?.code;
    expect(await broken('<worksheet><sheetData><row r="1"><c t="s"><v>7</v></c></row></sheetData>')).toBe(
      'workbook/damaged',
    );
    expect(await broken('<worksheet><sheetData><row r="1"')).toBe('workbook/damaged');
    expect(await broken('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')).toBe('workbook/damaged');
    expect(await broken('<worksheet><sheetData><row r="99999999999"/></sheetData></worksheet>')).toBe(
      'workbook/damaged',
    );
    const noBook = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'x/workbook.xml': strToU8('<x/>') });
    expect((await openedTexts('b.xlsx', noBook))[0]?.problems).toEqual([{ code: 'workbook/damaged' }]);
  });

  it('is refused where it is wider, or has more sheets, than can be kept', async () => {
    const wide = '<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>';
    const found = await only([], { more: { 'xl/worksheets/sheet1.xml': strToU8(wide) } });
    expect(found?.problems).toEqual([{ code: 'table/too-many-columns', params: { columns: 16_384 } }]);
    const sheets = Array.from({ length: CAPS.sheets + 1 }, (_, i) => ({ name: `${i}`, rows: [[1]] }));
    const [book] = await openedTexts('b.xlsx', workbookOf({ sheets }));
    expect(book?.problems).toEqual([{ code: 'workbook/too-many-sheets', params: { limit: CAPS.sheets } }]);
  });

  it('gives back every text and number written into it', async () => {
    // At the very beginning it would be a byte order mark.
    const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((s) => !s.includes('\ufeff'));
    const cell = fc.oneof(
      text,
      fc.constantFrom('=1+1', '_x0041_', ' a ', '"', 'a,b', 'x\ny', '<&>', '0012'),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      fc.constant(null),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const [found] = await openedTexts('b.xlsx', workbookOf({ sheets: [{ name: 'S', rows }] }));
        const wanted = rows.map((row) => row.map((v) => v ?? ''));
        while (wanted.length > 0 && wanted.at(-1)?.every((v) => v === '')) wanted.pop();
        if (wanted.length === 0) {
          expect(found?.problems).toEqual([{ code: 'file/empty' }]);
          return;
        }
        const read = cellsOf(found?.text ?? '');
        expect(read.length).toBe(wanted.length);
        for (const [r, row] of wanted.entries()) {
          for (const [c, value] of row.entries()) {
            const seen = read[r]?.[c] ?? '';
            if (typeof value === 'number') expect(Number(seen)).toBe(value === 0 ? 0 : value);
            else expect(seen).toBe(value);
          }
        }
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('reads columns past Z', async () => {
    expect(columnName(26)).toBe('AA');
    const row = Array.from({ length: 60 }, (_, i) => i);
    expect(await textOf([row])).toBe(`${row.join(',')}\n`);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const book = workbookOf({ sheets: [{ name: 'S', rows: [[1]] }] });
    const opening = openContainer(new File([book], 'b.xlsx'), {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a number in a cell', () => {
  it('is a date where its format shows one', async () => {
    expect(await as(45_292, 'dd/mm/yyyy')).toBe('2024-01-01');
    expect(await as(45_292, '[$-415]d mmmm yyyy;@')).toBe('2024-01-01');
    expect(await as(45_292.75, 'yyyy-mm-dd hh:mm')).toBe('2024-01-01 18:00:00');
    expect(await as(45_292.75, 'dd.mm.yyyy')).toBe('2024-01-01 18:00:00');
    expect(await as(45_292, 'mmm yy')).toBe('2024-01-01');
    expect(await as(45_292.999999999, 'yyyy-mm-dd h:mm')).toBe('2024-01-02 00:00:00');
  });

  it('counts days as Excel does, its leap day of 1900 and the Mac’s 1904 included', async () => {
    expect(await as(1, 'yyyy-mm-dd')).toBe('1900-01-01');
    expect(await as(59, 'yyyy-mm-dd')).toBe('1900-02-28');
    // A day that never was is not made up.
    expect(await as(60, 'yyyy-mm-dd')).toBe('60');
    expect(await as(61, 'yyyy-mm-dd')).toBe('1900-03-01');
    expect(await as(2_958_465, 'yyyy-mm-dd')).toBe('9999-12-31');
    expect(await as(2_958_466, 'yyyy-mm-dd')).toBe('2958466');
    expect(await as(-1, 'yyyy-mm-dd')).toBe('-1');
    expect(await as(0, 'yyyy-mm-dd', true)).toBe('1904-01-01');
    expect(await as(43_830, 'yyyy-mm-dd', true)).toBe('2024-01-01');
  });

  it('is a clock time or a length of time', async () => {
    expect(await as(0.5, 'h:mm AM/PM')).toBe('12:00:00');
    expect(await as(1.5, '[h]:mm:ss')).toBe('36:00:00');
    expect(await as(0.000_694_444_4, 'mm:ss')).toBe('00:01:00');
  });

  it('is a rate, an amount, or a code with its zeros', async () => {
    expect(await as(0.57, '0.00%')).toBe('57%');
    expect(await as(0.1234, '0%')).toBe('12.34%');
    expect(await as(-1234.5, '#,##0.00\\ "zł";[Red]-#,##0.00\\ "zł"')).toBe('-1234.5 zł');
    expect(await as(12, '[$€-2] #,##0.00')).toBe('12 €');
    expect(await as(123, '00000')).toBe('00123');
  });

  it('is shown by its own style, not by a conditional one of the same number', async () => {
    const styles =
      '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="0"/>' +
      '<xf numFmtId="164"/><xf numFmtId="14"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>';
    const found = await only([[styled(45_292, 1), styled(45_292, 2)]], {
      more: { 'xl/styles.xml': strToU8(styles) },
    });
    expect(found?.text).toBe('45292,2024-01-01\n');
  });

  it('is itself otherwise', async () => {
    expect(await as('17.100000000000001', 'General')).toBe('17.1');
    expect(await as('9.44E+18', '0.00E+00')).toBe('9440000000000000000');
    expect(await as('1E-7', '#,##0.00')).toBe('0.0000001');
    expect(await as(3, '0" dni"')).toBe('3');
    expect(await as(3, '[Red]#,##0')).toBe('3');
    expect(await as(0, '# ?/?')).toBe('0');
  });
});

/** A reader of CSV for tests, as plain as can be. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      for (at++; !(csv[at] === '"' && csv[at + 1] !== '"'); at++) {
        if (csv[at] === '"') at++;
        cell += csv[at];
      }
      at++;
    } else {
      while (csv[at] !== ',' && csv[at] !== '\n') cell += csv[at++];
    }
    row.push(cell);
    if (csv[at++] === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
