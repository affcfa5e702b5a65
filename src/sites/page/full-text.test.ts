import { describe, expect, it } from 'vitest';
import { fullText, isCutShort } from './full-text';

describe('fullText', () => {
  it.each([
    ['Zestaw upomin…', ['Zestaw upominkowy, duży'], 'Zestaw upominkowy, duży'],
    ['Gift set...', ['Open', 'Gift set, large'], 'Gift set, large'],
    ['anna…@example.com', ['anna.nowak@example.com'], 'anna.nowak@example.com'],
    ['1.2k', ['1,234'], '1,234'],
    ['3,4 tys.', ['3\u00a0412'], '3\u00a0412'],
    ['$12M', ['$12,340,120'], '$12,340,120'],
    ['2 mld zł', ['2 000 000 123 zł'], '2 000 000 123 zł'],
  ])('says all of "%s"', (shown, hints, full) => {
    expect(isCutShort(shown)).toBe(true);
    expect(fullText(shown, hints)).toBe(full);
  });

  it.each([
    ['Zestaw upomin…', ['Edytuj', 'Zestaw']],
    ['1.2k', ['1,934', 'Sessions', '12 Oct']],
    ['1.2k', []],
    ['anna…@example.com', ['anna.nowak@example.org']],
  ])('takes nothing else for "%s"', (shown, hints) => {
    expect(fullText(shown, hints)).toBeNull();
  });

  it.each(['12', '5 kg', 'Kawa', '3 months', '1,234.50', 'b', '12 Broad St'])('leaves "%s" alone', (text) => {
    expect(isCutShort(text)).toBe(false);
  });
});
