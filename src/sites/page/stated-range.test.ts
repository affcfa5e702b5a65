import { describe, expect, it } from 'vitest';
import { statedRange } from './stated-range';

describe('statedRange', () => {
  it.each([
    ['1–250 of 1,234', 1, 250, 1234],
    ['1-60 of 60', 1, 60, 60],
    ['Showing 1 to 25 of 535 entries', 1, 25, 535],
    ['Wyświetlanie 26–50 z 1 234 zamówień', 26, 50, 1234],
    ['Pozycje od 1 do 10 z 57 łącznie', 1, 10, 57],
    ['1–25 von 1.234', 1, 25, 1234],
    ['501 – 1\u202f000 sur 12\u00a0345', 501, 1000, 12345],
  ])('reads "%s"', (text, from, to, total) => {
    expect(statedRange(text)).toEqual({ from, to, total });
  });

  it.each([
    'Oct 1 – Oct 31, 2026',
    '10-5 of 100',
    '1-60 of 50',
    '4 of 5',
    'Page 2 of 10',
    '',
    '1.5–2.5 of 3',
  ])('takes "%s" for no pager', (text) => {
    expect(statedRange(text)).toBeNull();
  });
});
