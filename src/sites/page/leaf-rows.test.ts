import { describe, expect, it } from 'vitest';
import { leafRows } from './leaf-rows';

const textsOf = ({ leaves }: { readonly leaves: readonly { readonly texts: readonly string[] }[] }) =>
  leaves.map(({ texts }) => texts);
const row = (level: number | null, ...texts: string[]) => ({ level, texts });

describe('leafRows', () => {
  it('leaves out what the rows inside add up to, and names it beside them', () => {
    const tree = leafRows(
      ['Page', 'Views'],
      [row(0, 'blog', '70'), row(1, '/kawa', '50'), row(1, '/herbata', '20'), row(0, '/index', '30')],
    );
    expect(textsOf(tree)).toEqual([
      ['/kawa', '50', 'blog'],
      ['/herbata', '20', 'blog'],
      ['/index', '30', ''],
    ]);
    expect(tree).toMatchObject({
      columns: ['Page', 'Views', 'Page · 1'],
      sums: 1,
      top: 2,
      partOf: { column: 'Page', columns: ['Page · 1'] },
    });
  });

  it('names every level from the outside in', () => {
    const tree = leafRows(
      ['Place', 'Orders'],
      [
        row(1, '▾ Europe', '9'),
        row(2, 'Poland', '7'),
        row(3, 'Łódź', '4'),
        row(3, 'Ełk', '3'),
        row(2, 'Malta', '2'),
      ],
    );
    expect(tree.columns).toEqual(['Place', 'Orders', 'Place · 1', 'Place · 2']);
    expect(textsOf(tree)).toEqual([
      ['Łódź', '4', 'Europe', 'Poland'],
      ['Ełk', '3', 'Europe', 'Poland'],
      ['Malta', '2', 'Europe', ''],
    ]);
  });

  it('counts nothing twice: leaves add up to what stands at the top', () => {
    const rows = [
      row(0, 'a', '10'),
      row(1, 'a1', '4'),
      row(1, 'a2', '6'),
      row(2, 'a21', '1'),
      row(2, 'a22', '5'),
    ];
    const sum = textsOf(leafRows(['x', 'n'], rows)).reduce((total, texts) => total + Number(texts[1]), 0);
    expect(sum).toBe(10);
  });

  it('keeps a row that was opened and holds nothing', () => {
    const tree = leafRows(['x'], [row(0, 'a'), row(0, 'b')]);
    expect(textsOf(tree)).toEqual([['a'], ['b']]);
    expect(tree).toMatchObject({ sums: 0, partOf: null });
  });

  it('gives no column a name that is there', () => {
    const { columns } = leafRows(['x', 'x · 1'], [row(0, 'a', ''), row(1, 'b', '')]);
    expect(columns).toEqual(['x', 'x · 1', 'x · 2']);
  });
});
