import { describe, expect, it } from 'vitest';
import { exportName, mayHoldTable } from './export-name';

describe('the name of an export', () => {
  it('is what the page says, without folders or marks that can’t be seen', () => {
    expect(exportName('report.csv', '')).toBe('report.csv');
    expect(exportName('../../.ssh/zamówienia.csv', '')).toBe('zamówienia.csv');
    expect(exportName('C:\\Users\\a\\b.xlsx', '')).toBe('b.xlsx');
    expect(exportName('a\u202Evsc.exe\n\0', '')).toBe('avsc.exe');
  });

  it('is the end of the address where the page says none', () => {
    expect(exportName('', 'https://shop.example/export/orders%20May.csv?token=1')).toBe('orders May.csv');
    expect(exportName('', 'https://shop.example/%E0%A4%A')).toBe('%E0%A4%A');
    expect(exportName('', 'data:text/csv,a/b.csv')).toBe('export');
    expect(exportName('///', '')).toBe('export');
  });

  it('keeps its ending when it is cut', () => {
    const long = exportName(`${'z'.repeat(500)}.csv`, '');
    expect(long).toHaveLength(120);
    expect(long.endsWith('….csv')).toBe(true);
  });
});

describe('what may hold a table', () => {
  it('is anything but what surely holds none', () => {
    for (const [name, type] of [
      ['report.csv', 'text/csv'],
      ['report', ''],
      ['report.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['data.zip', 'application/zip'],
      ['odd.bin', 'application/octet-stream'],
      ['rows.json', 'application/json'],
      ['txt.txt', 'text/plain'],
    ] as const)
      expect(mayHoldTable(name, type)).toBe(true);
    for (const [name, type] of [
      ['chart.png', 'image/png'],
      ['chart', 'image/svg+xml'],
      ['report.pdf', ''],
      ['page.html', 'text/plain'],
      ['app', 'text/javascript'],
    ] as const)
      expect(mayHoldTable(name, type)).toBe(false);
  });
});
