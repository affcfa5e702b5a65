import type { MetricFamily } from '../metric-family';
import { column } from '../reports/report-columns';
import { reportRate } from '../reports/report-rate';
import { reportRatio } from '../reports/report-ratio';
import { reportTotal } from '../reports/report-total';

const CLICKS = ['clicks'] as const;
const COST = ['cost'] as const;
const CONVERSIONS = ['conversions'] as const;

/** Ad platforms and search results. */
export const family = {
  place: 130,
  metrics: [
    reportTotal({
      id: 'impressions',
      family: 'size',
      label: { en: 'Impressions', pl: 'Wyświetlenia reklam i wyników' },
      what: { en: 'impressions', pl: 'wyświetlenia' },
      columns: ['impressions'],
      countedAs: 'impressions',
    }),
    reportTotal({
      id: 'clicks',
      family: 'size',
      label: { en: 'Clicks', pl: 'Kliknięcia' },
      what: { en: 'clicks', pl: 'kliknięcia' },
      columns: CLICKS,
      countedAs: 'clicks',
    }),
    reportTotal({
      id: 'cost',
      family: 'sales',
      label: { en: 'Cost', pl: 'Koszt' },
      what: { en: 'cost', pl: 'koszt' },
      columns: COST,
      unit: 'money',
      direction: 'neither',
      countedAs: 'rows',
    }),
    reportRate({
      id: 'click-through-rate',
      family: 'conversion',
      label: { en: 'Click-through rate (CTR)', pl: 'Współczynnik klikalności (CTR)' },
      numerator: { en: 'clicks', pl: 'kliknięcia' },
      denominator: { en: 'impressions', pl: 'wyświetlenia' },
      of: column(...CLICKS),
      over: column('impressions'),
      countedAs: 'impressions',
    }),
    reportRatio({
      id: 'cost-per-click',
      family: 'value',
      label: { en: 'Cost per click', pl: 'Koszt kliknięcia' },
      numerator: { en: 'cost', pl: 'koszt' },
      denominator: { en: 'clicks', pl: 'kliknięcia' },
      of: column(...COST),
      over: column(...CLICKS),
      unit: 'money',
      direction: 'less',
      countedAs: 'clicks',
      money: COST,
    }),
    reportRatio({
      id: 'cost-per-conversion',
      family: 'value',
      label: { en: 'Cost per conversion (platform)', pl: 'Koszt konwersji (wg platformy)' },
      numerator: { en: 'cost', pl: 'koszt' },
      denominator: { en: 'conversions the platform counts', pl: 'konwersje według platformy' },
      of: column(...COST),
      over: column(...CONVERSIONS),
      unit: 'money',
      direction: 'less',
      countedAs: 'rows',
      money: COST,
    }),
    reportRatio({
      id: 'platform-roas',
      family: 'value',
      label: { en: 'ROAS (platform)', pl: 'ROAS (wg platformy)' },
      numerator: { en: 'value the platform attributes', pl: 'wartość przypisana przez platformę' },
      denominator: { en: 'cost', pl: 'koszt' },
      of: column('conversionValue'),
      over: column(...COST),
      countedAs: 'rows',
      money: ['conversionValue', ...COST],
    }),
  ],
} as const satisfies MetricFamily;
