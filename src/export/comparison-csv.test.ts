import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../tests/comparison-of';
import { COMPARISON_COLUMNS } from './comparison-columns';
import { comparisonCsv } from './comparison-csv';
import type { CsvFormat } from './csv-format';

const STANDARD: CsvFormat = { locale: 'en', dialect: 'standard' };
const EXCEL_PL: CsvFormat = { locale: 'pl', dialect: 'excel-pl' };

function textOf(format: CsvFormat, comparison = comparisonOf()): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(comparisonCsv(comparison, format).bytes);
}

/** Rows under the `#` block, read by a reader that is not ours. */
function rowsOf(format: CsvFormat, comparison = comparisonOf()): Record<string, string>[] {
  const body = textOf(format, comparison)
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter((line) => !/^"?#/.test(line))
    .join('\r\n');
  return Papa.parse<Record<string, string>>(body, { header: true, skipEmptyLines: true }).data;
}

describe('comparisonCsv', () => {
  it('writes a row for each segment and metric and for everyone', () => {
    const rows = rowsOf(STANDARD);
    expect(rows.map((r) => [r['segment_id'], r['metric_id']])).toEqual(
      ['library:champions', 'own:1', 'everyone'].flatMap((s) =>
        ['repeat-rate', 'aov', 'revenue-share'].map((m) => [s, m]),
      ),
    );
    expect(Object.keys(rows[0]!)).toEqual(COMPARISON_COLUMNS.map((c) => c.id));
  });

  it('carries what a number rests on beside it', () => {
    const row = rowsOf(STANDARD)[0]!;
    expect(row).toMatchObject({
      segment: 'Champions',
      segment_size: '120',
      population: '600',
      base: 'Everyone else',
      base_size: '480',
      metric: 'Metric repeat-rate',
      unit: 'rate',
      value: '0.123456789012345',
      n: '120',
      n_of: 'customers',
      numerator: '30',
      denominator: '120',
      p: '0.000123',
      q: '0.00041',
      verdict_id: 'better',
      verdict: 'better',
      method_id: 'wilson-newcombe',
      left_out: '2',
      as_of: '2026-10-31',
      period_from: '2024-11-01',
      period_to: '2026-10-31',
      descriptive: 'yes',
      definition: 'What repeat-rate is; all of it',
      currency: '',
    });
  });

  it('writes money in major units, digit for digit, and its parts where they are money', () => {
    const rows = rowsOf(STANDARD);
    expect(rows[1]).toMatchObject({
      value: '456.7825',
      numerator: '54813.9',
      denominator: '120',
      currency: 'PLN',
    });
    expect(rows[2]).toMatchObject({
      value: '0.41',
      numerator: '41000',
      denominator: '100000',
      currency: 'PLN',
    });
  });

  it('says why there is no value, and writes none', () => {
    expect(rowsOf(STANDARD)[3]).toMatchObject({
      value: '',
      verdict_id: '',
      n: '0',
      reason_id: 'no-repeat-buyers',
      reason: 'Nobody here ordered twice.',
    });
  });

  it('keeps a segment name that looks like a formula text, and negative numbers numbers', () => {
    const rows = rowsOf(STANDARD);
    expect(rows[4]).toMatchObject({
      segment: `'=HYPERLINK("http://x.example", "a;b,c")`,
      value: '-0.125',
      exclusive_value: '-0.11',
      exclusive_n: '39',
      p: '1.5e-12',
      shared_with_base: '11',
    });
  });

  it('leads with the sources the numbers come from, none of it able to start a cell', () => {
    const lines = textOf(STANDARD).split('\r\n');
    expect(lines[1]).toBe('# Segment Lens comparison format 1');
    const block = lines.filter((l) => /^"?#/.test(l));
    for (const delimiter of [',', ';']) {
      for (const line of block) expect(Papa.parse<string[]>(line, { delimiter }).data[0]).toHaveLength(1);
    }
    const source = block.find((l) => l.includes('orders,'));
    expect(source).toContain('1000 seen, 990 kept, 10 refused');
    expect(source).toContain('2024-11-01 to 2026-10-31');
    expect(source).toContain('lines grouped into orders');
    expect(block).toContain('# Start date: 20241101');
    expect(block.join('\n')).toContain('Orders of nobody known, in no segment: 9 (1234.5 PLN)');
  });

  it('is a Polish spreadsheet’s own CSV on request: mark, semicolons, decimal commas, Polish words', () => {
    const text = textOf(EXCEL_PL);
    expect(text.startsWith('\ufeff')).toBe(true);
    const [row] = rowsOf(EXCEL_PL);
    expect(row).toMatchObject({
      Segment: 'Mistrzowie',
      'Porównanie z': 'Pozostali',
      Wartość: '0,123456789012345',
      Wskaźnik: 'Wskaźnik repeat-rate',
    });
    expect(row!['ID oceny']).toBe('better');
    expect(row!['Ocena']).not.toBe('better');
  });

  it('keeps ids as headers in the standard form, whatever the language', () => {
    const [row] = rowsOf({ locale: 'pl', dialect: 'standard' });
    expect(row).toMatchObject({ segment: 'Mistrzowie', value: '0.123456789012345' });
  });

  it('is named by its as-of', () => {
    expect(comparisonCsv(comparisonOf(), STANDARD)).toMatchObject({
      name: 'segment-lens-comparison-2026-10-31.csv',
      mime: 'text/csv;charset=utf-8',
    });
  });
});
