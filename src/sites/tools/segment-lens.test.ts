import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../tests/comparison-of';
import { loaded, proposalsOf, targetsOf } from '../../../tests/proposals-of';
import { type Column, isNull, textAt } from '../../core/column';
import { isoDay } from '../../core/time/calendar';
import { COMPARISON_COLUMNS } from '../../export/comparison-columns';
import { comparisonCsv } from '../../export/comparison-csv';
import type { CsvFormat } from '../../export/csv-format';
import { type MembersExport, membersCsv } from '../../export/members-csv';

const FORMATS: readonly CsvFormat[] = [
  { locale: 'en', dialect: 'standard' },
  { locale: 'pl', dialect: 'standard' },
  { locale: 'en', dialect: 'excel-pl' },
  { locale: 'pl', dialect: 'excel-pl' },
];

function cell(column: Column, row: number): string | number | null {
  if (isNull(column, row)) return null;
  if (column.type === 'text') return textAt(column, row);
  const value = column.values[row] as number;
  return column.type === 'time' ? isoDay(value) : value;
}

describe('our own exports', () => {
  it('knows the words of its earlier files, which wrote “95 % from”', async () => {
    const now = comparisonCsv(comparisonOf(), { locale: 'en', dialect: 'excel-pl' });
    const text = new TextDecoder().decode(now.bytes);
    expect(text).toContain('Value 95% from');
    const before = new TextEncoder().encode(text.replaceAll('95%', '95 %'));
    const targets = async (bytes: Uint8Array) =>
      Object.values(targetsOf((await proposalsOf(now.name, bytes)).tables[0]!.mapping));
    expect(await targets(before)).toEqual(await targets(now.bytes));
  });

  it.each(FORMATS)('bring a comparison back without loss (%o)', async (format) => {
    const comparison = comparisonOf();
    const { name, bytes } = comparisonCsv(comparison, format);
    const file = await proposalsOf(name, bytes);
    expect(file.tables).toHaveLength(1);
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    expect(file.tables[0]?.mapping).toMatchObject({
      table: 'reports',
      recogniser: 'segment-lens-comparison',
    });
    expect(file.survey.tables[0]?.dateRange).toEqual({ from: '2024-11-01', to: '2026-10-31' });

    const { table } = await loaded(file);
    expect(table.rowsKept).toBe(9);
    expect(table.refused).toEqual([]);
    expect(table.cellProblems).toEqual([]);
    expect(table.columns).toHaveLength(COMPARISON_COLUMNS.length);

    const segments = [...comparison.segments, null];
    const all = segments.flatMap((segment, s) =>
      comparison.metrics.map((metric, m) => ({
        comparison,
        segment,
        metric,
        cell: (segment === null ? comparison.everyone[m] : comparison.cells[s]?.[m])!,
        locale: format.locale,
      })),
    );
    for (const [row, source] of all.entries()) {
      for (const [c, { id, of }] of COMPARISON_COLUMNS.entries()) {
        const value = of(source);
        const expected =
          value !== null && typeof value === 'object' ? Number(Object.values(value)[0]) : value;
        expect([id, cell(table.columns[c]!, row)]).toEqual([id, expected]);
      }
    }
  });

  it.each(FORMATS)('bring members back as people with their keys (%o)', async (format) => {
    const text = (...values: (string | null)[]): Column => {
      const dictionary = values.filter((v) => v !== null);
      return {
        type: 'text',
        codes: Int32Array.from(values, (v) => (v === null ? -1 : dictionary.indexOf(v))),
        dictionary,
      };
    };
    const label = text('00017', '=x', 'C3');
    if (label.type !== 'text') throw new Error();
    const members: MembersExport = {
      segment: { id: 'own:1', name: { en: '+10 % spenders', pl: '+10 % wydających' } },
      asOf: Date.UTC(2026, 9, 31),
      currency: 'PLN',
      people: {
        size: 3,
        label,
        columns: new Map<string, Column>([
          ['personId', label],
          ['email', text('anna@example.com', null, 'c@example.com')],
          ['phone', text('+48600100200', null, null)],
          ['smsConsent', { type: 'flag', values: Uint8Array.of(1, 0, 2) }],
        ]),
        listed: Uint8Array.of(1, 1, 1),
      },
      members: [
        { person: 0, orders: 3, revenueMinor: 1_234_550.5, lastOrder: Date.UTC(2026, 4, 2) },
        { person: 1, orders: 1, revenueMinor: -1999, lastOrder: Date.UTC(2026, 4, 3) },
        { person: 2, orders: 0, revenueMinor: null, lastOrder: null },
      ],
    };
    const { name, bytes } = membersCsv(members, format);
    const file = await proposalsOf(name, bytes);
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    expect(Object.values(targetsOf(file.tables[0]!.mapping))).toEqual([
      'custom',
      'personId',
      'email',
      'phone',
      'smsConsent',
      'statedOrders',
      'statedSpent',
      'custom',
      'custom',
      'custom',
      'custom',
      'custom',
    ]);
    const { table } = await loaded(file);
    const column = (at: number) => Array.from({ length: 3 }, (_, row) => cell(table.columns[at]!, row));
    expect(column(1)).toEqual(['00017', '=x', 'C3']);
    expect(column(3)).toEqual(['+48600100200', null, null]);
    expect(column(4)).toEqual([1, 0, null]);
    expect(column(5)).toEqual([3, 1, 0]);
    expect(column(6)).toEqual([1_234_550.5, -1999, null]);
    expect(column(8)).toEqual(['2026-05-02', '2026-05-03', null]);
    expect(column(10)[0]).toBe(members.segment.name[format.locale]);
  });

  it('are not taken for ours by a few headers alone', async () => {
    const { tables } = await proposalsOf(
      'a.csv',
      Papa.unparse([
        { segment: 'A', value: 1, n: 2 },
        { segment: 'B', value: 3, n: 4 },
      ]),
    );
    expect(tables[0]?.mapping.tool).toBe('generic');
  });
});
