import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random';
import { decomposeChange, type ValueCounts } from './decompose-change';

const counts = (...rows: readonly (readonly [number, number, number, number])[]): ValueCounts[] =>
  rows.map(([h0, b0, h1, b1]) => ({
    before: { hits: h0, base: b0 },
    after: { hits: h1, base: b1 },
  }));

/** Desktop and mobile keep their rates, 6 % and 2 %; mobile goes from 40 to 60 of 100 sessions. */
const ONLY_MIX = counts([360, 6000, 240, 4000], [80, 4000, 120, 6000]);

describe('decomposeChange', () => {
  it('lays a fall to the mix where every rate stood still', () => {
    const found = decomposeChange(ONLY_MIX, true);
    expect(found?.change.value).toBeCloseTo(-0.008, 12);
    expect(found?.mix.value).toBeCloseTo(-0.008, 12);
    expect(found?.rate.value).toBeCloseTo(0, 12);
    expect(found?.interaction.value).toBeCloseTo(0, 12);
    expect(found?.mix.interval?.hi).toBeLessThan(0);
  });

  it('lays it to the rates where every share stood still', () => {
    const found = decomposeChange(counts([60, 1000, 50, 1000], [20, 1000, 30, 1000]), true);
    expect(found?.mix.value).toBeCloseTo(0, 12);
    expect(found?.rate.value).toBeCloseTo(0, 12);
    expect(found?.values.map((v) => v.rate.value)).toEqual([
      expect.closeTo(-0.005, 12),
      expect.closeTo(0.005, 12),
    ]);
  });

  it('sums to the change exactly, whatever the counts, values found on one side only among them', () => {
    const random = seededRandom(1);
    for (let run = 0; run < 200; run++) {
      const values = Array.from({ length: 1 + Math.floor(random() * 8) }, (): ValueCounts => {
        const side = () => {
          const base = random() < 0.2 ? 0 : Math.floor(random() * 5000);
          return { hits: Math.floor(random() * base), base };
        };
        return { before: side(), after: side() };
      });
      const found = decomposeChange(values, true);
      const sum = (of: 'before' | 'after', what: 'hits' | 'base') =>
        values.reduce((t, v) => t + v[of][what], 0);
      if (sum('before', 'base') === 0 || sum('after', 'base') === 0) {
        expect(found).toBeNull();
        continue;
      }
      const change =
        sum('after', 'hits') / sum('after', 'base') - sum('before', 'hits') / sum('before', 'base');
      const { mix, rate, interaction, values: each } = found as NonNullable<typeof found>;
      expect(mix.value + rate.value + interaction.value).toBeCloseTo(change, 12);
      expect(each.reduce((t, v) => t + v.total.value, 0)).toBeCloseTo(change, 12);
    }
  });

  it('holds the true terms in 93 to 97 of 100 cases', () => {
    const random = seededRandom(9);
    const truth = {
      before: { shares: [0.5, 0.3, 0.2], rates: [0.08, 0.05, 0.02] },
      after: { shares: [0.35, 0.3, 0.35], rates: [0.09, 0.05, 0.03] },
    };
    const drawn = ({ shares, rates }: { shares: number[]; rates: number[] }, n: number) => {
      const out = shares.map(() => ({ hits: 0, base: 0 }));
      for (let i = 0; i < n; i++) {
        const u = random();
        const at = u < (shares[0] ?? 0) ? 0 : u < (shares[0] ?? 0) + (shares[1] ?? 0) ? 1 : 2;
        const of = out[at] as { hits: number; base: number };
        of.base++;
        if (random() < (rates[at] ?? 0)) of.hits++;
      }
      return out;
    };
    const exact = (side: typeof truth.before) =>
      side.shares.map((share, i) => ({ hits: share * (side.rates[i] ?? 0), base: share }));
    const [b, a] = [exact(truth.before), exact(truth.after)];
    const zip = (x: typeof b, y: typeof b) =>
      x.map((before, i): ValueCounts => ({ before, after: y[i] as (typeof y)[number] }));
    const goal = decomposeChange(zip(b, a), false);
    const held = { mix: 0, rate: 0, interaction: 0, change: 0, one: 0 };
    const runs = 1500;
    for (let run = 0; run < runs; run++) {
      const found = decomposeChange(zip(drawn(truth.before, 3000), drawn(truth.after, 4000)), true);
      for (const key of ['mix', 'rate', 'interaction', 'change'] as const) {
        const interval = found?.[key].interval;
        const value = goal?.[key].value ?? Number.NaN;
        if (interval && interval.lo <= value && value <= interval.hi) held[key]++;
      }
      const own = found?.values[2]?.total.interval;
      const value = goal?.values[2]?.total.value ?? Number.NaN;
      if (own && own.lo <= value && value <= own.hi) held.one++;
    }
    for (const [key, n] of Object.entries(held)) {
      expect(n / runs, key).toBeGreaterThan(0.93);
      expect(n / runs, key).toBeLessThan(0.97);
    }
  });

  it('counts a value that is new, or gone, as mix alone', () => {
    const found = decomposeChange(counts([50, 1000, 50, 1000], [0, 0, 100, 1000]), true);
    expect(found?.values[1]?.rate.value).toBe(0);
    expect(found?.values[1]?.mix.value).toBeCloseTo(0.5 * (0.1 - 0.05), 12);
    expect(found?.change.value).toBeCloseTo(0.025, 12);
  });

  it('gives no intervals for what is no count, and nothing without a base', () => {
    expect(decomposeChange(ONLY_MIX, false)?.mix.interval).toBeNull();
    expect(decomposeChange(counts([0, 0, 1, 10]), true)).toBeNull();
  });
});
