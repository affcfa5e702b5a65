import type { MetricFamily } from '../metric-family';
import type { PersonFacts } from '../people/person-facts';
import { personSales } from '../people/person-sales';

export const family = {
  place: 30,
  metrics: [
    {
      id: 'conversion',
      grain: 'person',
      family: 'conversion',
      label: { en: 'Conversion rate', pl: 'Współczynnik konwersji' },
      definition: {
        en: 'People with at least one order in the period, out of the people in the segment.',
        pl: 'Osoby z co najmniej jednym zamówieniem w okresie spośród osób w segmencie.',
      },
      numerator: { en: 'people with an order', pl: 'osoby z zamówieniem' },
      denominator: { en: 'people in the segment', pl: 'osoby w segmencie' },
      unit: 'rate',
      direction: 'more',
      countedAs: 'customers',
      measure: { kind: 'proportion', of: ordered, among: null },
      needs: ['no-orders-held'],
      leftOut: null,
      whenEmpty: 'empty-segment',
      unless: (facts) => (facts.period.allTime && onlyBuyers(facts) ? 'only-buyers-held' : null),
    },
  ],
} as const satisfies MetricFamily;

function ordered(facts: PersonFacts): Float64Array {
  return facts.get('ordered', () => personSales(facts).orders.map((n) => (n > 0 ? 1 : 0)));
}

/** Nobody is known but through the orders they made, so that all of them "converted". */
function onlyBuyers(facts: PersonFacts): boolean {
  return facts.get('only buyers', () => {
    const { orders } = personSales(facts);
    const { listed } = facts.dataset.people;
    let only = true;
    facts.population.forEach((p) => {
      if (listed[p] === 1 || orders[p] === 0) only = false;
    });
    return only;
  });
}
