import { describe, expect, it } from 'vitest';
import { sortRows, type TableColumn } from './table';
import { tableToTsv } from './table-copy';

interface Row {
  readonly name: string;
  readonly value: number | null;
}
const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: (r) => r.name, sort: (r) => r.name },
  { id: 'value', header: 'Value', cell: (r) => r.value, sort: (r) => r.value },
];
const rows: readonly Row[] = [
  { name: 'file 10', value: null },
  { name: 'file 9', value: 3 },
  { name: 'Łódź', value: -1 },
  { name: 'lampa', value: 3 },
];
const names = (column: string, down: boolean) => sortRows(rows, columns, { column, down }).map((r) => r.name);

describe('sorting rows', () => {
  it('leaves what has no value last, whichever way it goes', () => {
    expect(names('value', false)).toEqual(['Łódź', 'file 9', 'lampa', 'file 10']);
    expect(names('value', true)).toEqual(['file 9', 'lampa', 'Łódź', 'file 10']);
  });

  it('sorts text as people do', () => {
    expect(names('name', false).slice(0, 2)).toEqual(['file 9', 'file 10']);
  });

  it('keeps the given order without a sort', () => {
    expect(sortRows(rows, columns, undefined)).toBe(rows);
  });
});

describe('copying a table', () => {
  it('keeps a formula in data text', () => {
    expect(tableToTsv([['=HYPERLINK("x")', '@a', '-5,2', '−12 %', '+48 601']])).toBe(
      "'=HYPERLINK(\"x\")\t'@a\t-5,2\t−12 %\t'+48 601",
    );
  });

  it('keeps a cell in its cell', () => {
    expect(tableToTsv([['a\tb\nc'], ['d']])).toBe('a b c\r\nd');
  });
});
