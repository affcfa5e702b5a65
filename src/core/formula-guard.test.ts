import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from './formula-guard';

describe('guardFormula', () => {
  it.each([
    '=1+1',
    '+48600100200',
    '-5',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠A',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '  =1',
    '\u00a0=1',
    '\u200b=1',
    '\tplain',
    '\nplain',
  ])('keeps %j text', (text) => expect(guardFormula(text)).toBe(`'${text}`));

  it.each(['', 'a=1', 'Anna', '1+1', ' plain', "it's", "'quoted'", '#1001', '<b>', '0048'])(
    'leaves %j as it is',
    (text) => expect(guardFormula(text)).toBe(text),
  );

  it('can always be taken back', () => {
    const nasty = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', ' ', '\t', '\n', 'a', '1'),
    });
    fc.assert(fc.property(nasty, (text) => unguardFormula(guardFormula(text)) === text));
  });

  it('leaves nothing a spreadsheet would run', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => !/^[\s\u200b]*[=+\-@＝＋－＠]/u.test(guardFormula(text)),
      ),
    );
  });
});
