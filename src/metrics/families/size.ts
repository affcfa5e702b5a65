import type { MetricFamily } from '../metric-family';

export const family = {
  place: 10,
  metrics: [
    {
      id: 'customers',
      grain: 'person',
      family: 'size',
      label: { en: 'Customers', pl: 'Klienci' },
      definition: {
        en: 'People in the segment at the as-of, whether or not they ordered in the period.',
        pl: 'Osoby należące do segmentu w dniu „stan na”, niezależnie od tego, czy zamówiły w okresie.',
      },
      numerator: { en: 'people in the segment', pl: 'osoby w segmencie' },
      denominator: null,
      unit: 'count',
      direction: 'neither',
      countedAs: 'customers',
      measure: { kind: 'total', of: null, counts: null },
      needs: [],
      leftOut: null,
      whenEmpty: 'empty-segment',
      ofMembership: true,
    },
    {
      id: 'share',
      grain: 'person',
      family: 'size',
      label: { en: 'Share of customers', pl: 'Udział w klientach' },
      definition: {
        en: 'People in the segment out of everybody known at the as-of.',
        pl: 'Osoby w segmencie spośród wszystkich znanych w dniu „stan na”.',
      },
      numerator: { en: 'people in the segment', pl: 'osoby w segmencie' },
      denominator: { en: 'everybody known', pl: 'wszystkie znane osoby' },
      unit: 'rate',
      direction: 'neither',
      countedAs: 'customers',
      measure: { kind: 'share-of-total', of: null },
      needs: [],
      leftOut: null,
      whenEmpty: 'empty-segment',
      ofMembership: true,
    },
  ],
} as const satisfies MetricFamily;
