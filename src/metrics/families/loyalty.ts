import { LAPSE_FACTOR } from '../../segments/journey';
import type { MetricFamily } from '../metric-family';
import { lifetime } from '../people/lifetime';
import type { PersonFacts } from '../people/person-facts';
import { personSales } from '../people/person-sales';

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
    {
      id: 'churn-rate',
      grain: 'person',
      family: 'loyalty',
      label: { en: 'Churn', pl: 'Odejścia klientów' },
      definition: {
        en: `Customers silent at the end of the period for longer than ${LAPSE_FACTOR} × their segment’s own median gap between orders, out of all who had ordered by then. Each side is measured by its own gap, and the interval allows for how surely that gap is known.`,
        pl: `Klienci, którzy na koniec okresu milczą dłużej niż ${LAPSE_FACTOR} × mediana odstępu między zamówieniami w ich własnym segmencie, spośród wszystkich, którzy do tego czasu zamówili. Każdą stronę mierzymy jej własnym odstępem, a przedział uwzględnia, jak pewnie go znamy.`,
      },
      numerator: {
        en: `customers silent for over ${LAPSE_FACTOR} × the median gap`,
        pl: `klienci milczący dłużej niż ${LAPSE_FACTOR} × mediana odstępu`,
      },
      denominator: { en: 'customers by then', pl: 'klienci do tego czasu' },
      unit: 'rate',
      direction: 'less',
      countedAs: 'customers',
      measure: { kind: 'lapse', factor: LAPSE_FACTOR, of: lifetime },
      needs: ['no-orders-held'],
      leftOut: null,
      whenEmpty: 'no-orders-in-period',
      everybody: true,
    },
  ],
} as const satisfies MetricFamily;

function atLeast(orders: number) {
  return (facts: PersonFacts): Float64Array =>
    facts.get(`${orders} or more orders`, () => personSales(facts).orders.map((n) => (n >= orders ? 1 : 0)));
}
