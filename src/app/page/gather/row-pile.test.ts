import { describe, expect, it } from 'vitest';
import { rowPile, toldApartBy } from './row-pile';
import type { SeenRow } from './table-screen';

const row = (texts: readonly string[], key: string | null = null, top: number | null = null): SeenRow => ({
  texts,
  key,
  top,
  level: null,
});
const whole = (rows: readonly SeenRow[]) => ({ rows, kept: 0, again: [] });
const textsOf = (rows: readonly SeenRow[]) => rows.map((r) => r.texts);

describe('toldApartBy', () => {
  const named = [row(['a'], '1', 0), row(['b'], '2', 30)];

  it('goes by names, then by places, then by texts', () => {
    expect(toldApartBy(named, new Set())).toBe('key');
    expect(toldApartBy(named, new Set(['key']))).toBe('place');
    expect(toldApartBy(named, new Set(['key', 'place']))).toBe('texts');
  });

  it('trusts no names that two rows share or one lacks', () => {
    expect(toldApartBy([row(['a'], '1', 0), row(['b'], '1', 30)], new Set())).toBe('place');
    expect(toldApartBy([row(['a'], '1', 0), row(['b'], null, 30)], new Set())).toBe('place');
    expect(toldApartBy([row(['a']), row(['b'])], new Set())).toBe('texts');
  });
});

describe('rowPile by name', () => {
  it('takes each row once, in the order of counted names', () => {
    const pile = rowPile('key');
    pile.add(whole([row(['c'], '12'), row(['d'], '13')]));
    pile.add(whole([row(['a'], '9'), row(['c'], '12')]));
    expect(textsOf(pile.rows())).toEqual([['a'], ['c'], ['d']]);
    expect(pile.gaps()).toEqual([{ after: 1, rows: 2 }]);
  });

  it('keeps rows that are equal word for word apart', () => {
    const pile = rowPile('key');
    pile.add(whole([row(['x'], 'a=1'), row(['x'], 'a=2')]));
    expect(pile.size).toBe(2);
  });

  it('puts a row that was missed behind the one it stands under', () => {
    const pile = rowPile('key');
    pile.add(whole([row(['a'], 'k=a'), row(['c'], 'k=c')]));
    pile.add(whole([row(['a'], 'k=a'), row(['b'], 'k=b'), row(['c'], 'k=c')]));
    expect(textsOf(pile.rows())).toEqual([['a'], ['b'], ['c']]);
  });

  it('fills cells that were blank, and never blanks one that was filled', () => {
    const pile = rowPile('key');
    pile.add(whole([row(['Anna', ''], '1')]));
    expect(pile.add(whole([row(['Anna', '5'], '1')])).filled).toBe(1);
    pile.add(whole([row(['', ''], '1')]));
    expect(textsOf(pile.rows())).toEqual([['Anna', '5']]);
  });

  it('finds out that names are of slots which rows pass through', () => {
    const pile = rowPile('key');
    pile.add(whole([row(['Anna'], 'id=r0', 0), row(['Bea'], 'id=r1', 30)]));
    const added = pile.add(whole([row(['Bea'], 'id=r1', 30), row(['Cyd'], 'id=r0', 60)]));
    expect(added.unreliable).toBe(true);
    expect(textsOf(pile.rows())).toEqual([['Anna'], ['Bea']]);
  });

  it('takes moving figures of the same rows for what they are', () => {
    const pile = rowPile('key');
    pile.add(whole([row(['Anna', '1', '2'], '1', 0), row(['Bea', '3', '4'], '2', 30)]));
    const added = pile.add(whole([row(['Anna', '5', '6'], '1', 0), row(['Bea', '7', '8'], '2', 30)]));
    expect(added).toMatchObject({ unreliable: false, changed: 2, fresh: 0 });
    expect(textsOf(pile.rows())).toEqual([
      ['Anna', '5', '6'],
      ['Bea', '7', '8'],
    ]);
  });
});

describe('rowPile by place', () => {
  it('knows a row that is drawn a pixel off', () => {
    const pile = rowPile('place');
    pile.add(whole([row(['a'], null, 0), row(['b'], null, 30)]));
    pile.add(whole([row(['b'], null, 31), row(['c'], null, 60)]));
    expect(textsOf(pile.rows())).toEqual([['a'], ['b'], ['c']]);
  });
});

describe('rowPile by texts', () => {
  it('joins windows where they overlap, equal rows and all', () => {
    const list = ['a', 'x', 'x', 'b', 'c', 'd', 'x', 'e'].map((text) => row([text]));
    const pile = rowPile('texts');
    for (const from of [0, 2, 4]) pile.add(whole(list.slice(from, from + 4)));
    expect(textsOf(pile.rows())).toEqual(textsOf(list));
  });

  it('takes what came below rows that stand as they did, though it says the same as they do', () => {
    const pile = rowPile('texts');
    pile.add(whole(['a', 'x'].map((text) => row([text]))));
    const added = pile.add({ rows: ['x', 'x', 'b'].map((text) => row([text])), kept: 2, again: [] });
    expect(added.fresh).toBe(3);
    pile.add({ rows: [row(['c'])], kept: 5, again: [{ at: 0, row: row(['A']) }] });
    expect(textsOf(pile.rows()).flat()).toEqual(['A', 'x', 'x', 'x', 'b', 'c']);
  });

  it('adds nothing where the same window is shown again', () => {
    const pile = rowPile('texts');
    const window = ['a', 'b', 'b'].map((text) => row([text]));
    pile.add(whole(window));
    expect(pile.add(whole(window)).fresh).toBe(0);
    expect(pile.size).toBe(3);
  });
});
