import { describe, expect, it } from 'vitest';
import { statedCount } from './stated-count';

describe('statedCount', () => {
  it.each([
    ['535 records', 535],
    ['1 535 rekordów', 1535],
    ['1,234 items • Sorted by Name • Updated 3 minutes ago', 1234],
    ['Elementy: 128 • Posortowano według Nazwa', 128],
    ['50 of 128 items • Sorted by Name', 128],
    ['1–25 z 1 234', 1234],
    ['of 60', 60],
  ])('reads "%s"', (text, count) => {
    expect(statedCount(text)).toBe(count);
  });

  it.each([
    ['50+ items • Sorted by Name', 'more than it shows'],
    ['Sorted by Name • Updated 3 minutes ago', 'minutes are no rows'],
    ['Contacts', 'no number'],
  ])('reads no total in "%s": %s', (text) => {
    expect(statedCount(text)).toBeNull();
  });
});
