import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyFile } from '../survey-file';

const survey = async (lines: readonly string[]) => {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const source = { name: 'x.csv', size: bytes.length, stream: () => new Blob([bytes]).stream() };
  return surveyFile(source, { signal: new AbortController().signal });
};
const problems = async (...lines: readonly string[]) => (await survey(lines)).tables[0]?.problems ?? [];

describe('what a spreadsheet or a careless merge leaves in a file', () => {
  it('counts rows that are the same in every cell as an earlier one', async () => {
    expect(await problems('a,b', '1,x', '2,y', '1,x', '1,x', '2,z')).toContainEqual({
      code: 'row/duplicate',
      row: 4,
      params: { count: 2 },
    });
    expect(await problems('a,b', '1,x', '2,x', '1,y')).toEqual([]);
  });

  it('counts what a plain set of the lines counts, for any rows', async () => {
    const cell = fc.constantFrom('', '1', '2', '2.5', 'x', '2024-01-01');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, fc.constantFrom('k', 'l')), { minLength: 2, maxLength: 40 }),
        async (rows) => {
          const found = (await problems('a,b,c', ...rows.map((r) => r.join(',')))).find(
            (p) => p.code === 'row/duplicate',
          );
          const lines = rows.map((r) => r.join(','));
          expect(found?.params?.['count'] ?? 0).toBe(lines.length - new Set(lines).size);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('points out long numbers that a spreadsheet has shortened, and no plain large ones', async () => {
    const ids = await problems('visitor,page', '9.44E+18,a', '4.1E+17,b', '12,c', '9.44E+18,d');
    expect(ids).toContainEqual({
      code: 'column/collapsed-ids',
      row: 2,
      column: 'visitor',
      value: '9.44E+18',
      params: { count: 3 },
    });
    expect(await problems('revenue,page', '1.2E+06,a', '9440000000000000000,b')).toEqual([]);
  });

  it.each([
    [65_536, true],
    [65_535, true],
    [65_534, false],
    [65_537, false],
  ])('says that a table which ends at row %i may be cut: %s', async (lastRow, cut) => {
    const rows = Array.from({ length: lastRow - 1 }, (_, i) => `${i},x`);
    const { tables } = await survey(['id,name', ...rows]);
    const found = (tables[0]?.problems ?? []).filter((p) => p.code === 'table/row-limit');
    expect(found.length > 0).toBe(cut);
  });
});
