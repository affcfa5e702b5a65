import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random';
import { bcaInterval } from './bootstrap';
import { bootstrapOfTotal, poissonTotals } from './poisson-bootstrap';

describe('totals of people who come as often as chance has it', () => {
  it('vary about the total by the root of the sum of squares', () => {
    const column = Float64Array.from({ length: 400 }, (_, i) => 1 + (i % 7));
    const [drawn] = poissonTotals({ columns: [column], replicates: 4000, seed: 1 });
    if (drawn === undefined) throw new Error('nothing drawn');
    const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
    const sd = Math.sqrt(drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length);
    const { value, standardError } = bootstrapOfTotal(column, drawn);
    expect(mean / value).toBeCloseTo(1, 2);
    expect(sd / standardError).toBeGreaterThan(0.95);
    expect(sd / standardError).toBeLessThan(1.05);
  });

  it('draws columns together and the same again for the same seed', () => {
    const ones = new Float64Array(50).fill(1);
    const again = () => poissonTotals({ columns: [ones, ones.map((x) => 3 * x)], replicates: 20, seed: 7 });
    const [a, b] = again();
    expect(Array.from(b ?? [], (x) => x / 3)).toEqual(Array.from(a ?? []));
    expect(again()[0]).toEqual(a);
  });

  it('covers the expected total of skewed spenders in about 95 % of draws', () => {
    const random = seededRandom(31);
    const expected = 150 * Math.exp(3 + 0.6 ** 2 / 2);
    let covered = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const values: number[] = [];
      // How many come is chance too: so many out of many, each seldom.
      for (let i = 0; i < 1500; i++) {
        if (random() >= 0.1) continue;
        const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
        values.push(Math.exp(3 + 0.6 * z));
      }
      const column = Float64Array.from(values);
      const [drawn] = poissonTotals({ columns: [column], replicates: 400, seed: run });
      const interval = drawn && bcaInterval(bootstrapOfTotal(column, drawn));
      if (interval && interval.lo <= expected && expected <= interval.hi) covered++;
    }
    // A binomial of 300 with 1,500 × 0.1 customers varies a little less than a Poisson.
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.99);
  });
});
