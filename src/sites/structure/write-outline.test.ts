import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from './outline-of';
import { writeOutline } from './write-outline';

const part = (says: string, children: Part[] = [], more: Partial<Part> = {}): Part => ({
  says,
  count: 1,
  least: 1,
  most: 1,
  texts: [],
  children,
  left: 0,
  ...more,
});

describe('an outline', () => {
  it('says how often a part stands in one parent, and in all', () => {
    const cell = part('td', [], { count: 2_500, least: 10, most: 10, texts: ['9 999', 'xxx'] });
    const note = part('i', [], { count: 3, least: 0, most: 1 });
    const row = part('tr', [cell, note], { count: 250, least: 250, most: 250 });
    expect(writeOutline(part('table', [row]), 100)).toEqual([
      'table',
      '  tr ×250',
      '    td ×10 (2500) "9 999" "xxx"',
      '    i ×0–1 (3)',
    ]);
  });

  it('tells rows before menus where there is no room for both', () => {
    const many = (says: string, times: number) =>
      Array.from({ length: times }, (_, i) => part(`${says}${i}`));
    const menu = part('nav', many('a', 30));
    const cells = many('td', 8).map((cell) => ({ ...cell, count: 2_000, least: 1, most: 1 }));
    const list = part('table', [part('tr', cells, { count: 2_000, least: 2_000, most: 2_000 })]);
    const lines = writeOutline(part('body', [menu, list]), 20);
    expect(lines.filter((line) => line.includes('td'))).toHaveLength(8);
    expect(lines.at(lines.findIndex((line) => line.includes('nav')) + 1)).toBeDefined();
    expect(lines.some((line) => /… and \d+ more/.test(line))).toBe(true);
  });

  it('never takes more lines than it may, and tells everything where it may', () => {
    const parts = (depth: number): fc.Arbitrary<Part> =>
      fc
        .record({
          count: fc.integer({ min: 1, max: 5_000 }),
          left: fc.constantFrom(0, 0, 0, 7),
          children: depth === 0 ? fc.constant<Part[]>([]) : fc.array(parts(depth - 1), { maxLength: 5 }),
        })
        .map(({ children, ...rest }) => part('div', children, rest));
    const lineCount = (of: Part): number =>
      1 + (of.left > 0 ? 1 : 0) + of.children.reduce((sum, child) => sum + lineCount(child), 0);
    fc.assert(
      fc.property(parts(4), fc.integer({ min: 1, max: 60 }), (root, most) => {
        const lines = writeOutline(root, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        if (lineCount(root) <= most) expect(lines).toHaveLength(lineCount(root));
      }),
      { numRuns: 1_000 },
    );
  });
});
