import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random';
import { normal } from '../distributions/normal';
import { meanEstimate } from '../means/mean-estimate';
import { ratioEstimate } from '../means/ratio-estimate';
import { basicInterval, bcaInterval, bootstrap, percentileInterval } from './bootstrap';

describe('the bootstrap', () => {
  const u = [138, 93, 61, 179, 48, 37, 29, 23, 30, 2];
  const x = [143, 104, 69, 260, 75, 63, 50, 48, 111, 50];
  const cities = (seed: number, replicates: number) =>
    bootstrap({
      people: 10,
      replicates,
      seed,
      statistic: (rows) => {
        let [sumX, sumU] = [0, 0];
        for (const row of rows) {
          sumX += x[row] as number;
          sumU += u[row] as number;
        }
        return sumX / sumU;
      },
    });

  it('gives the ratio of the cities as R’s boot does', () => {
    const boot = cities(1, 200_000);
    expect(boot.value).toBeCloseTo(1.5203125, 12);
    for (const [interval, lo, hi] of [
      [basicInterval(boot), 0.938, 1.789],
      [percentileInterval(boot), 1.252, 2.103],
      [bcaInterval(boot), 1.254, 2.111],
      [bcaInterval(boot, 0.9), 1.287, 1.972],
    ] as const) {
      expect(Math.abs((interval?.lo ?? 0) - lo)).toBeLessThan(0.02);
      expect(Math.abs((interval?.hi ?? 0) - hi)).toBeLessThan(0.02);
    }
  });

  it('draws the same for the same seed, and others for another', () => {
    expect(cities(7, 50).replicates).toEqual(cities(7, 50).replicates);
    expect(cities(7, 50).replicates).not.toEqual(cities(8, 50).replicates);
  });

  it('comes to the linearised error where people are many', () => {
    const random = seededRandom(2);
    const orders = Array.from({ length: 1500 }, () => 1 + Math.floor(4 * random()));
    const spent = orders.map((n) => n * Math.exp(normal.quantile(random() || 0.5)));
    const boot = bootstrap({
      people: 1500,
      replicates: 1000,
      seed: 3,
      statistic: (rows) => {
        let [sum, count] = [0, 0];
        for (const row of rows) {
          sum += spent[row] as number;
          count += orders[row] as number;
        }
        return sum / count;
      },
    });
    const linear = Math.sqrt(ratioEstimate(spent, orders).variance);
    expect(boot.standardError / linear).toBeGreaterThan(0.92);
    expect(boot.standardError / linear).toBeLessThan(1.08);
  });

  it('leans the way the people lean', () => {
    const values = [...new Array<number>(30).fill(1), 20, 60];
    const boot = bootstrap({
      people: values.length,
      replicates: 4000,
      seed: 5,
      statistic: (rows) => rows.reduce((sum, row) => sum + (values[row] as number), 0) / rows.length,
    });
    // Of a mean: skewness over six roots of n.
    const { variance, thirdMoment, n } = meanEstimate(values);
    const skewness = thirdMoment / (variance * ((n - 1) / n)) ** 1.5;
    expect(boot.acceleration).toBeCloseTo(skewness / 6, 9);
    expect(bcaInterval(boot)?.hi).toBeGreaterThan(percentileInterval(boot)?.hi ?? Number.NaN);
  });

  it('says nothing where it can’t', () => {
    const none = bootstrap({ people: 0, replicates: 20, seed: 1, statistic: () => Number.NaN });
    expect([percentileInterval(none), basicInterval(none), bcaInterval(none)]).toEqual([null, null, null]);
    const stiff = bootstrap({ people: 5, replicates: 20, seed: 1, statistic: () => 4 });
    expect(percentileInterval(stiff)).toEqual({ lo: 4, hi: 4 });
    expect(bcaInterval(stiff)).toEqual({ lo: 4, hi: 4 });
  });
});
