import { describe, expect, it } from 'vitest';
import { metricFormat } from './metric-value';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('values of one metric', () => {
  it('are all written with the same decimals, so that they align', () => {
    const small = metricFormat('en', { unit: 'money' }, 'PLN', [12_350, 9_800]);
    expect(small.bare(12_350)).toBe('123.50');
    expect(small.bare(9_800)).toBe('98.00');
    const large = metricFormat('en', { unit: 'money' }, 'PLN', [12_350, 250_000]);
    expect(large.bare(12_350)).toBe('124');
    expect(large.unit).toBe('zł');
  });

  it('keep the minor units of their currency', () => {
    expect(plain(metricFormat('pl', { unit: 'money' }, 'JPY', [950]).full(950))).toMatch(/950/);
    expect(metricFormat('en', { unit: 'money' }, 'KWD', [1_234]).bare(1_234)).toBe('1.234');
  });

  it('say the difference of rates in percentage points', () => {
    const rate = metricFormat('pl', { unit: 'rate' }, null, [0.412, 0.31]);
    expect(plain(rate.full(0.412))).toBe('41,2%');
    expect(plain(rate.difference(0.102))).toBe('+10,2 p.p.');
    expect(plain(rate.difference(-0.102))).toBe('−10,2 p.p.');
  });

  it('write ticks as they are, not as a rounded neighbour', () => {
    const rate = metricFormat('en', { unit: 'rate' }, null, [0.02]);
    expect([0.02, 0.0225, 0.025, 0.001].map(rate.tick)).toEqual(['2%', '2.25%', '2.5%', '0.1%']);
    const ratio = metricFormat('en', { unit: 'ratio' }, null, [2]);
    expect([1, 1.5, 1.25].map(ratio.tick)).toEqual(['1', '1.5', '1.25']);
  });

  it('tell small rates apart by their hundredths', () => {
    expect(metricFormat('en', { unit: 'rate' }, null, [0.0092, 0.0116]).bare(0.0092)).toBe('0.92%');
  });

  it('are a dash where there is none, never 0', () => {
    for (const unit of ['money', 'rate', 'days', 'seconds', 'ratio', 'count'] as const) {
      const format = metricFormat('en', { unit }, 'PLN', []);
      expect(format.full(null)).toBe('–');
      expect(format.bare(Number.NaN)).toBe('–');
      expect(format.difference(null)).toBe('–');
    }
  });
});
