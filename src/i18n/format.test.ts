import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDay,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRange,
  formatShare,
  NOTHING,
  numberForCopy,
} from './format';

const plain = (s: string) => s.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  it('are grouped from four digits in both languages, so that columns stand straight', () => {
    expect(formatNumber('en', 1234)).toBe('1,234');
    expect(plain(formatNumber('pl', 1234))).toBe('1 234');
  });

  it('show a dash for what is not there, never 0', () => {
    for (const nothing of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatNumber('en', nothing)).toBe(NOTHING);
      expect(formatPercent('pl', nothing)).toBe(NOTHING);
      expect(formatMoney('pl', nothing, 'PLN')).toBe(NOTHING);
      expect(formatDay('en', nothing)).toBe(NOTHING);
    }
  });

  it('have a minus as wide as a digit', () => {
    expect(formatNumber('en', -5)).toBe('−5');
    expect(formatMoney('en', -500, 'GBP')).toBe('−£5.00');
  });

  it('go to the clipboard with the decimal mark of the reader’s spreadsheet', () => {
    expect(numberForCopy('pl', 1234.5)).toBe('1234,5');
    expect(numberForCopy('en', 1234.5)).toBe('1234.5');
    expect(numberForCopy('en', null)).toBe('');
  });
});

describe('money', () => {
  it('comes from the minor units of its own currency', () => {
    expect(plain(formatMoney('pl', 123456, 'PLN'))).toBe('1 234,56 zł');
    expect(formatMoney('en', 1234, 'JPY')).toBe('¥1,234');
    expect(plain(formatMoney('en', 1234, 'KWD'))).toBe('1.234 KWD');
  });

  it('stands without a sign where no currency is known', () => {
    expect(formatMoney('en', 1250, null)).toBe('12.50');
    expect(formatMoney('en', 1250, '<b>')).toBe('12.50');
  });
});

describe('dates', () => {
  it('are wall time: no zone moves them', () => {
    expect(formatDay('en', Date.UTC(2026, 9, 31))).toBe('31 Oct 2026');
    expect(formatDay('pl', Date.UTC(2026, 9, 31, 23, 59))).toBe('31 paź 2026');
  });

  it('make ranges no longer than needed', () => {
    expect(formatRange('en', Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 31)).replace(/\s/g, ' ')).toMatch(
      /^1\s?–\s?31 Oct 2026$/,
    );
  });
});

it('writes sizes in the units people know', () => {
  expect(plain(formatBytes('en', 12_400_000))).toBe('12.4 MB');
  expect(plain(formatBytes('pl', 980))).toBe('980 bajtów');
});

describe('a share of a whole', () => {
  it('never writes some as none, nor all but some as all', () => {
    const written = (locale: 'en' | 'pl') =>
      [0, 1 / 90_000, 1 / 793, 0.08, 0.5, 781 / 793, 792 / 793, 1 - 1 / 90_000, 1].map((share) =>
        formatShare(locale, share).replace(/\s/g, ' '),
      );
    expect(written('en')).toEqual(['0%', '<0.1%', '0.1%', '8%', '50%', '98%', '99.9%', '>99.9%', '100%']);
    expect(written('pl')).toEqual(['0%', '<0,1%', '0,1%', '8%', '50%', '98%', '99,9%', '>99,9%', '100%']);
    expect(formatShare('en', null)).toBe(NOTHING);
  });
});
