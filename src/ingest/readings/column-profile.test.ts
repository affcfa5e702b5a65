import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellReader } from '../bytes/cell-batch';
import { RecordScanner } from '../bytes/record-scanner';
import type { Dialect } from '../survey';
import { ColumnProfile } from './column-profile';
import { POW10, readPlain } from './read-number';

const SEMICOLONS: Dialect = { delimiter: ';', quote: '"', escape: 'double', lineEnd: 'lf' };
const encoder = new TextEncoder();

/** More distinct values than are coded, then these: what the column became. */
function draftOf(header: string, before: (i: number) => string, cells: readonly string[]) {
  const all = [...Array.from({ length: 1200 }, (_, i) => before(i)), ...cells];
  const profile = new ColumnProfile(new CellReader(SEMICOLONS), header, { rows: 0 });
  const scanner = new RecordScanner(SEMICOLONS, 2);
  const batch = scanner.push(encoder.encode(all.map((cell) => `${cell};x\n`).join('')), true);
  profile.addRange(batch, 0, batch.count, 0);
  const draft = profile.draft();
  if (draft === null || draft.kind === 'text') throw new Error('the column was not typed');
  return { values: [...draft.values.subarray(1200, draft.rows)], shapes: profile.shapes() };
}

describe('ColumnProfile', () => {
  it.each([
    ['Total', 2],
    ['Points', 0],
    ['Total JPY', 0],
    ['Total KWD', 3],
  ])('reads the numbers of %s as one by one they are read', (header, shift) => {
    const number = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom('', '.0', '.00', '.5', '.05', '.50', '.125', '.99', '.1234'),
        fc.constantFrom('', '0', '/', ':', 'ą', ' '),
      )
      .map(([sign, whole, fraction, tail]) => `${sign}${whole >> (whole % 27)}${fraction}${tail}`);
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 50 }), (cells) => {
        const { values } = draftOf(header, (i) => `${i}.${10 + (i % 90)}`, cells);
        const expected = cells.map((cell) => {
          const bytes = encoder.encode(cell.trim());
          return readPlain(bytes, 0, bytes.length, { decimal: 46, group: 0 }, shift);
        });
        expect(values).toEqual(expected);
      }),
      { numRuns: 60 },
    );
    expect(POW10[shift]).toBe(10 ** shift);
  });

  it('counts every cell in one shape or another', () => {
    const cells = ['', '1.00', '12.345', 'n/a', '007.00', '-3.20', '', '99999999.99'];
    const { shapes } = draftOf('Total', (i) => `${i}.50`, cells);
    expect(shapes.reduce((sum, { count }) => sum + count, 0)).toBe(1200 + cells.length);
  });
});
