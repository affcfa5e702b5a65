import { describe, expect, it } from 'vitest';
import { gapsBetween } from './gaps-between';

describe('gaps in a list', () => {
  it('are told by counted names, with how many rows are missing after which', () => {
    expect(gapsBetween([2, 3, 4, 9, 10, 12], 1)).toEqual([
      { after: 3, rows: 4 },
      { after: 5, rows: 1 },
    ]);
    expect(gapsBetween([4, 3, 2, 5], 1)).toEqual([]);
  });

  it('are told by places of rows of one height, drawn a pixel off or not', () => {
    const tops = Array.from({ length: 30 }, (_, i) => (i < 12 ? i : i + 7) * 30 + (i % 2));
    expect(gapsBetween(tops, null)).toEqual([{ after: 12, rows: 7 }]);
  });

  it('are not guessed between rows of several heights', () => {
    expect(gapsBetween([0, 30, 90, 110, 170, 260], null)).toEqual([]);
  });
});
