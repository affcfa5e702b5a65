import type { MetricFamily } from '../metric-family';
import { personGaps } from '../people/person-gaps';

export const family = {
  place: 70,
  metrics: [
    {
      id: 'median-days-between-orders',
      grain: 'person',
      family: 'time',
      label: { en: 'Median days between orders', pl: 'Mediana dni między zamówieniami' },
      definition: {
        en: 'The middle one of all gaps from a day with an order to the same customer’s next day with one, the next day lying in the period. Orders of one day are one.',
        pl: 'Środkowy ze wszystkich odstępów między dniem z zamówieniem a następnym takim dniem tego samego klienta, jeśli ten następny przypada w okresie. Zamówienia z jednego dnia liczą się jako jedno.',
      },
      numerator: { en: 'days between orders', pl: 'dni między zamówieniami' },
      denominator: { en: 'gaps between orders', pl: 'odstępy między zamówieniami' },
      unit: 'days',
      direction: 'less',
      countedAs: 'gaps',
      measure: { kind: 'median', of: personGaps },
      needs: ['no-orders-held'],
      leftOut: null,
      whenEmpty: 'no-repeat-buyers',
    },
  ],
} as const satisfies MetricFamily;
