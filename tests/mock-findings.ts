import { differsMost } from '../src/compare/finder/differs-most';
import type { FinderRequest, Findings } from '../src/compare/finder/findings';
import { seededRandom } from '../src/core/seeded-random';
import { datasetOf, type OrderRow } from './dataset-of';
import { segmentMembers } from './segment-members';

const PEOPLE = 600;
const CHANNELS = [
  'Newsletter',
  'Organic search',
  'Paid social',
  'Kampania świąteczna „Prezenty dla bliskich” 2026',
];
const COUNTRIES = ['PL', 'DE', 'CZ'];

/** What the finder says of a made-up shop: those in the segment buy oftener, dearer, and came by mail. */
export function mockFindings(request: FinderRequest): Findings {
  const random = seededRandom(7);
  const some = <T>(list: readonly T[], skew: number): T =>
    list[Math.floor(random() ** skew * list.length)] as T;
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const inside = i % 4 === 0;
    const acquisitionChannel = some(CHANNELS, inside ? 3 : 0.8);
    return {
      id: `p${i}`,
      personCountry: some(COUNTRIES, inside ? 2 : 1.4),
      acquisitionChannel,
      age: Math.round(22 + 40 * random() + (inside ? 6 : 0)),
      // Goes by the channel alone: within channels nothing is left of it.
      'custom:App': random() < (acquisitionChannel === CHANNELS[0] ? 0.9 : 0.15),
    };
  });
  const orders = people.flatMap(({ id }, i): OrderRow[] =>
    Array.from({ length: 1 + Math.floor(random() * (i % 4 === 0 ? 6 : 2)) }, () => ({
      person: id,
      time: `2026-${String(1 + Math.floor(random() * 9)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
      total: Math.round(40 + random() * (i % 4 === 0 ? 400 : 250)),
    })),
  );
  const segment = segmentMembers(
    PEOPLE,
    'Champions',
    people.flatMap((_, i) => (i % 4 === 0 ? [i] : [])),
  );
  const steps = differsMost(
    datasetOf({ people, orders }),
    { ...request, grain: 'person', againstId: null, reportId: null, asOf: null, currency: null },
    segment,
    null,
    () => null,
    Date.UTC(2026, 10, 1),
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { ...step.value, request };
  }
}
