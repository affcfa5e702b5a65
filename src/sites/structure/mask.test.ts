import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWN_WORDS } from './known-words';
import { maskName } from './mask-name';
import { maskText } from './mask-text';

const OF_KNOWN_WORDS = new RegExp(`^(?:${[...KNOWN_WORDS].join('|')}|[x9_-])*$`, 'i');

describe('a text, masked', () => {
  it.each([
    ['Anna Nowak', 'xxxx xxxxx'],
    ['1 234,56 zł', '9 999,99 xx'],
    ['anna.nowak@example.com', 'xxxx.xxxxx@xxxxxxx.xxx'],
    ['  67,8%\n', '99,9%'],
    ['张伟 ١٢٣', 'xx 999'],
    ['a------------b', 'x---x'],
    ['🙂 ok', '· xx'],
    ['a\u202eb\u200bc', 'x·x·x'],
    ['The quick brown fox jumps over', 'xxx xxxxx xxxxx xxx xxxx…'],
  ])('%j is %j', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it('keeps no four characters of it, unless they look like the mask itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const masked = maskText(text);
        expect([...masked].length).toBeLessThanOrEqual(26);
        for (let i = 0; i + 4 <= masked.length; i++) {
          const piece = masked.slice(i, i + 4);
          // Whatever four characters stand there, at least one of them is a mask.
          expect(/[x9·…]/.test(piece)).toBe(true);
        }
        for (let i = 0; i + 4 <= text.length; i++) {
          const secret = text.slice(i, i + 4);
          if (/[x9·…]/.test(secret)) continue;
          expect(masked).not.toContain(secret);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a name, masked', () => {
  it.each([
    ['data-table__row', 'data-table__row'],
    ['Polaris-IndexTable__TableRow', 'Polaris-IndexTable__TableRow'],
    ['isSelected', 'isSelected'],
    ['contact-anna.nowak', 'contact-x-x'],
    ['customer_4711234', 'customer_9'],
    ['css-1q8dd3', 'x-9x9x9'],
    ['AnnaNowakRow', 'xRow'],
    ['użytkownik-Łódź', 'x-x'],
    ['張偉', 'x'],
    ['', ''],
  ])('%j is %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('is made of known words and masks alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const masked = maskName(name);
        expect(masked.length).toBeLessThanOrEqual(60);
        expect(masked).toMatch(OF_KNOWN_WORDS);
      }),
      { numRuns: 2_000 },
    );
  });
});
