import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../tests/segment-members';
import { seededRandom } from '../core/seeded-random';
import { DAY_MS, isoDay } from '../core/time/calendar';
import { normal } from '../stats/distributions/normal';
import { comparePeople } from './compare-people';

/** A shop as shops are: most buy once, amounts and paces differ by person, some is sent back, some come and look. */
function shop(random: () => number, customers: number) {
  const gauss = () => normal.quantile(random());
  const orders: OrderRow[] = [];
  for (let p = 0; p < customers; p++) {
    const level = Math.exp(3.5 + 0.7 * gauss());
    const pace = 40 * Math.exp(0.6 * gauss());
    let day = Math.floor(500 * random());
    do {
      const total = Math.round(100 * level * Math.exp(0.4 * gauss())) / 100;
      const time = isoDay(Date.UTC(2023, 0, 1) + day * DAY_MS);
      const refunded = random() < 0.06 ? total : 0;
      orders.push({
        person: `p${p}`,
        time,
        total,
        refunded,
        units: 1 + Math.floor(4 * random()),
        discount: random() < 0.3 ? total / 9 : 0,
      });
      day += Math.ceil(-pace * Math.log(random()));
    } while (day < 550 && random() < 0.55);
  }
  const people = Array.from({ length: Math.floor(customers / 3) }, (_, i) => ({ id: `v${i}` }));
  return datasetOf({ people, orders });
}

describe('segments drawn by lot', () => {
  it('are called different in under 5 % of whole tables', () => {
    const random = seededRandom(9);
    const tables = 250;
    let wrong = 0;
    let tested = 0;
    let dataset = shop(random, 900);
    for (let t = 0; t < tables; t++) {
      if (t % 10 === 0) dataset = shop(random, 900);
      const size = dataset.people.size;
      const segments = [0.05, 0.1, 0.2, 0.3].map((share, i) =>
        segmentMembers(
          size,
          `s${i}`,
          Array.from({ length: size }, (_, p) => p).filter(() => random() < share),
        ),
      );
      const result = comparePeople(dataset, HELD_REQUEST, segments, null, 0);
      const verdicts = result.cells.flat().flatMap((cell) => (cell.state === 'value' ? [cell.verdict] : []));
      if (verdicts.some((v) => v === 'better' || v === 'worse' || v === 'different')) wrong++;
      tested += verdicts.filter((v) => v !== 'not-tested').length;
    }
    expect(tested / tables).toBeGreaterThan(30);
    expect(wrong / tables).toBeLessThan(0.05);
  });
});
