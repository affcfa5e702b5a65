import { describe, expect, it } from 'vitest';
import { levelsByPlace } from './levels-by-place';

const row = (at: number | null, open: boolean | null = null) => ({ at, open });

describe('levels of rows by where they are drawn', () => {
  it('are told where open rows have others further in under them', () => {
    expect(levelsByPlace([row(8, true), row(24, true), row(40), row(24.6), row(8, false)])).toEqual([
      8, 24, 40, 24, 8,
    ]);
  });

  it('are not told where all rows begin at one place', () => {
    expect(levelsByPlace([row(8, true), row(8), row(9)])).toBeNull();
  });

  it('are not told by names set to the middle of their column', () => {
    expect(levelsByPlace([row(40, true), row(60), row(31), row(52)])).toBeNull();
    expect(levelsByPlace([row(8, false), row(24)])).toBeNull();
  });

  it('are not told where a row shows no words', () => {
    expect(levelsByPlace([row(8, true), row(null), row(24)])).toBeNull();
  });
});
