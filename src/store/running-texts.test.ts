import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningNumbers, runningUtf8 } from './running-texts';

function back(texts: readonly string[]): readonly string[] | null {
  const found = runningNumbers(texts);
  if (found === null) return null;
  const { utf8, ends } = runningUtf8(found.form, found.numbers);
  return [...ends].map((end, i) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8.subarray(i === 0 ? 0 : ends[i - 1], end)),
  );
}

const hundred = (of: (i: number) => string) => Array.from({ length: 100 }, (_, i) => of(i));

describe('texts that are a number each between the same words', () => {
  it('come back as they were', () => {
    for (const texts of [
      hundred((i) => `#${1001 + i}`),
      hundred((i) => `${99_980 - 7 * i}`),
      hundred((i) => `zamówienie ${i} – sklep 🦡`),
      hundred((i) => `PL2024/${String(i).padStart(6, '0')}`),
      hundred((i) => `user${i * i}@example.com`),
      hundred((i) => `12345${String(678_901_234_567_890 + i)}`),
      hundred(() => '0'),
      hundred((i) => `${999_999_999_999_999 - i}`),
      hundred((i) => `a${10 ** (i % 15)}`),
      hundred((i) => `a${10 ** (i % 15) - 1}`),
    ])
      expect(back(texts)).toEqual(texts);
  });

  it('come back whatever the numbers and the words are', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 6 });
    const numbers = fc.array(fc.nat(999_999_999_999_999), { minLength: 64, maxLength: 90 });
    fc.assert(
      fc.property(word, word, numbers, fc.boolean(), (before, after, made, padded) => {
        const texts = made.map((n) => `${before}${padded ? String(n).padStart(15, '0') : n}${after}`);
        const there = back(texts);
        if (there !== null) expect(there).toEqual(texts);
      }),
    );
  });

  it('are left alone where one differs in more', () => {
    const usual = hundred((i) => `#${1001 + i}`);
    for (const odd of [
      '',
      '#',
      '1050',
      '# 1050',
      '#01050',
      '#1050 ',
      '#1e5',
      '#-5',
      '#٣',
      `#${'9'.repeat(16)}`,
    ])
      expect(runningNumbers([...usual, odd])).toBeNull();
    expect(runningNumbers(hundred((i) => `${i}`.padStart(1 + (i % 2) * 3, '0')))).toBeNull();
    expect(runningNumbers([])).toBeNull();
  });
});
