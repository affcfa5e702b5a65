import type { MetricFamily } from '../metric-family';
import type { PersonFacts } from '../person-facts';
import { personSales } from '../person-sales';

export const family = {
  place: 50,
  metrics: [
    {
      id: 'repeat-rate',
      grain: 'person',
      family: 'loyalty',
      label: { en: 'Repeat rate', pl: 'Odsetek powracających' },
      definition: {
        en: 'Customers with two or more orders in the period, out of those with at least one.',
        pl: 'Klienci z co najmniej dwoma zamówieniami w okresie spośród tych z co najmniej jednym.',
      },
      numerator: { en: 'customers with 2 or more orders', pl: 'klienci z 2 lub więcej zamówieniami' },
      denominator: { en: 'customers with an order', pl: 'klienci z zamówieniem' },
      unit: 'rate',
      direction: 'more',
      countedAs: 'customers',
      measure: { kind: 'proportion', of: atLeast(2), among: atLeast(1) },
      needs: ['no-orders-held'],
      leftOut: null,
      whenEmpty: 'no-orders-in-period',
    },
  ],
} as const satisfies MetricFamily;

function atLeast(orders: number) {
  return (facts: PersonFacts): Float64Array =>
    facts.get(`${orders} or more orders`, () => personSales(facts).orders.map((n) => (n >= orders ? 1 : 0)));
}
