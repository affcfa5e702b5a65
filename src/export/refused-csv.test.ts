import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { RefusedRow } from '../core/problem';
import { refusedCsv } from './refused-csv';

const ROWS: RefusedRow[] = [
  {
    row: 7,
    problem: { code: 'row/required-missing', row: 7, column: 'Date' },
    cells: ['#7', '', '-12.50', '=1+1', 'a, "b"\nc'],
  },
  {
    row: 9,
    problem: { code: 'row/too-many-cells', row: 9, params: { cells: 6, expected: 5 } },
    cells: ['#9', 'x', '1', '', '', 'more'],
  },
];

function rowsOf(format: Parameters<typeof refusedCsv>[2]): string[][] {
  const bytes = refusedCsv(['Id', 'Date', 'Amount', '=Note', 'Text'], ROWS, format, 'my orders.csv').bytes;
  return Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data;
}

describe('refusedCsv', () => {
  it('says of each refused row where it stood and why, with every cell as found', () => {
    const [header, first] = rowsOf({ locale: 'en', dialect: 'standard' });
    expect(header).toEqual([
      'row',
      'refusal_id',
      'refusal',
      'Id',
      'Date',
      'Amount',
      "'=Note",
      'Text',
      'Beyond the header 1',
    ]);
    expect(first?.slice(0, 2)).toEqual(['7', 'row/required-missing']);
    expect(first?.[2]).toContain('Date');
    expect(first?.slice(3)).toEqual(['#7', '', '-12.50', "'=1+1", 'a, "b"\nc', '']);
  });

  it('keeps cells beyond the header', () => {
    expect(rowsOf({ locale: 'en', dialect: 'standard' })[2]?.at(-1)).toBe('more');
  });

  it('explains itself in Polish, and leaves a negative amount as its source wrote it', () => {
    const [header, first] = rowsOf({ locale: 'pl', dialect: 'excel-pl' });
    expect(header?.slice(0, 3)).toEqual(['Wiersz', 'Odrzucono, bo (ID)', 'Odrzucono, bo']);
    expect(first?.[5]).toBe('-12.50');
    expect(refusedCsv([], [], { locale: 'pl', dialect: 'standard' }, 'my orders.csv').name).toBe(
      'segment-lens-refused-rows-my-orders.csv',
    );
  });
});
