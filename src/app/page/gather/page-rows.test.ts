import { describe, expect, it } from 'vitest';
import { pageRows } from './page-rows';
import type { SeenRow } from './table-screen';

const row = (text: string, key: string | null = null): SeenRow => ({
  texts: [text],
  key,
  top: null,
  level: null,
});
const texts = (rows: readonly SeenRow[]) => rows.map((r) => r.texts[0]);

describe('pageRows', () => {
  it('puts page after page, and keeps equal rows', () => {
    const all = pageRows();
    all.add([row('a'), row('x')]);
    all.add([row('x'), row('b')]);
    expect(texts(all.rows())).toEqual(['a', 'x', 'x', 'b']);
    expect(all.moved()).toBe(false);
  });

  it('takes only what is new where a page goes on under the one before', () => {
    const all = pageRows();
    all.add([row('a'), row('b')]);
    all.add([row('a'), row('b'), row('c'), row('d')]);
    all.add([row('a'), row('b'), row('c'), row('d'), row('e')]);
    expect(texts(all.rows())).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leaves out a row that moved onto the next page while it was turned', () => {
    const all = pageRows();
    all.add([row('a', 'k=1'), row('b', 'k=2')]);
    expect(all.add([row('b', 'k=2'), row('c', 'k=3')])).toBe(1);
    expect(texts(all.rows())).toEqual(['a', 'b', 'c']);
    expect(all.moved()).toBe(true);
  });

  it('keeps rows whose names are given anew on each page', () => {
    const all = pageRows();
    all.add([row('a', 'id=0'), row('x', 'id=1')]);
    all.add([row('c', 'id=0'), row('x', 'id=1')]);
    expect(texts(all.rows())).toEqual(['a', 'x', 'c', 'x']);
    expect(all.moved()).toBe(false);
  });
});
