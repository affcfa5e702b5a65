import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text';

/** What it means, whatever is quick. */
const asMeant = (raw: string): string =>
  raw.replace(/[ \t\n\r\f\u200b\ufeff\u00ad]+/g, (run) => (/[ \t\n\r\f]/.test(run) ? ' ' : '')).trim();

describe('plain text', () => {
  it('is as a page shows it, whatever blanks it is made of', () => {
    const parts = ['a', '12', ' ', '\t', '\n', '\u200b', '\ufeff', '\u00ad', '\u00a0', '\u202f'];
    for (const a of parts)
      for (const b of parts)
        for (const c of parts)
          for (const d of parts) {
            const raw = a + b + c + d;
            expect(plainText(raw)).toBe(asMeant(raw));
          }
  });

  it('keeps the blanks that part thousands and drops what is not shown', () => {
    expect(plainText(' 1\u00a0234,50\n  zł ')).toBe('1\u00a0234,50 zł');
    expect(plainText('Zamó\u00adwie\u200bnie')).toBe('Zamówienie');
  });
});
