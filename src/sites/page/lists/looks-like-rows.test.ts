import { describe, expect, it } from 'vitest';
import { looksLikeRows } from './looks-like-rows';

const seen = (rows: readonly (readonly string[])[], more: { named?: boolean; tiles?: boolean } = {}) =>
  looksLikeRows({ rows, named: more.named ?? false, tiles: more.tiles ?? false });
const long = 'this is what somebody had to say about it, and it goes on for quite a while longer';

describe('looksLikeRows', () => {
  it.each([
    [
      'figures by name',
      [
        ['Łódź', '12', '3 400,00 zł'],
        ['Opole', '7', '120,50 zł'],
        ['Ełk', '1', '9,00 zł'],
      ],
    ],
    [
      'people with their e-mail',
      [
        ['Anna', 'anna@example.com', 'Łódź'],
        ['Jan', 'jan@example.com', 'Opole'],
        ['Ola', 'ola@example.com', 'Ełk'],
      ],
    ],
  ])('takes %s without a header', (_, rows) => {
    expect(seen(rows)).toBe(true);
  });

  it.each([
    ['a menu', [['Home'], ['Shop'], ['About us']]],
    [
      'a menu with counts',
      [
        ['Inbox', '12'],
        ['Sent', '3'],
        ['Spam', '40'],
      ],
    ],
    [
      'a chat',
      [
        ['Anna', 'Hello', '14:05'],
        ['Jan', 'Hi there', '14:06'],
        ['Anna', 'How are you?', '14:09'],
      ],
    ],
    [
      'comments',
      [
        ['Anna', long, '3 hours ago', '5'],
        ['Jan', `${long} 2`, '2 hours ago', '7'],
        ['Ola', `${long} 3`, '1 hour ago', '1'],
      ],
    ],
    [
      'a calendar',
      Array.from({ length: 4 }, (_, w) => Array.from({ length: 7 }, (_, d) => String(w * 7 + d + 1))),
    ],
    ['the same thing again', Array.from({ length: 6 }, () => ['Slide', '1', '2'])],
  ])('takes %s for none', (_, rows) => {
    expect(seen(rows)).toBe(false);
  });

  it('takes tiles of a shop for none, unless they are people who can be reached', () => {
    const tiles = [1, 2, 3].map((n) => [`Cup ${n}`, `${n},00 zł`, `4.${n}`]);
    expect(seen(tiles, { tiles: true })).toBe(false);
    expect(
      seen(
        [1, 2, 3].map((n) => [`P ${n}`, `p${n}@example.com`, 'Łódź']),
        { tiles: true },
      ),
    ).toBe(true);
  });

  it('takes a header at its word', () => {
    const pairs = [
      ['google', '1.2k'],
      ['newsletter', '310'],
    ];
    expect(seen(pairs)).toBe(false);
    expect(seen(pairs, { named: true })).toBe(true);
  });
});
