import { describe, expect, it } from 'vitest';
import { civilToDay } from '../time/calendar';
import type { ExchangeRate } from './exchange-rate';
import { factorOn, NO_FACTOR, rateSeriesInto } from './rate-series';

const rate = (day: string, from: string, to: string, value: number): ExchangeRate => ({
  day,
  from,
  to,
  rate: value,
});
const on = (rates: readonly ExchangeRate[], currency: string, into: string, day: string, maxAge = 7) => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return factorOn(rateSeriesInto(rates, into).get(currency), civilToDay(y, m, d), maxAge);
};

const friday = [rate('2024-03-01', 'EUR', 'PLN', 4.32), rate('2024-03-04', 'EUR', 'PLN', 4.31)];

describe('the rate that applies', () => {
  it('is that of the day', () => {
    expect(on(friday, 'EUR', 'PLN', '2024-03-01')).toBe(4.32);
    expect(on(friday, 'EUR', 'PLN', '2024-03-04')).toBe(4.31);
  });

  it('is the last one before a day without: Friday’s on a Sunday, never something in between', () => {
    expect(on(friday, 'EUR', 'PLN', '2024-03-03')).toBe(4.32);
  });

  it('is never a later one', () => {
    expect(on(friday, 'EUR', 'PLN', '2024-02-29')).toBe(NO_FACTOR.noRate);
  });

  it('may be as old as is allowed, and not a day older', () => {
    expect(on(friday, 'EUR', 'PLN', '2024-03-11', 7)).toBe(4.31);
    expect(on(friday, 'EUR', 'PLN', '2024-03-12', 7)).toBe(NO_FACTOR.tooOld);
    expect(on(friday, 'EUR', 'PLN', '2024-03-05', 0)).toBe(NO_FACTOR.tooOld);
  });

  it('is turned over where it is given the other way round', () => {
    expect(on(friday, 'PLN', 'EUR', '2024-03-01')).toBe(1 / 4.32);
  });

  it('goes by a third currency of the same day, as a table against the euro gives it', () => {
    const ecb = [rate('2024-03-01', 'EUR', 'PLN', 4.32), rate('2024-03-01', 'EUR', 'USD', 1.08)];
    expect(on(ecb, 'USD', 'PLN', '2024-03-02')).toBeCloseTo(4, 12);
    expect(on(ecb, 'PLN', 'USD', '2024-03-02')).toBeCloseTo(0.25, 12);
    expect(on(ecb, 'EUR', 'PLN', '2024-03-02')).toBe(4.32);
  });

  it('is not put together from two days', () => {
    const apart = [rate('2024-03-01', 'EUR', 'PLN', 4.32), rate('2024-03-02', 'EUR', 'USD', 1.08)];
    expect(on(apart, 'USD', 'PLN', '2024-03-02')).toBe(NO_FACTOR.noRate);
  });

  it('is the direct one where a third currency would give one too', () => {
    const both = [
      rate('2024-03-01', 'USD', 'PLN', 3.99),
      rate('2024-03-01', 'EUR', 'PLN', 4.32),
      rate('2024-03-01', 'EUR', 'USD', 1.08),
    ];
    expect(on(both, 'USD', 'PLN', '2024-03-01')).toBe(3.99);
  });

  it('is none for a currency nobody gave', () => {
    expect(on(friday, 'GBP', 'PLN', '2024-03-01')).toBe(NO_FACTOR.noRate);
  });
});
