import type { MetricFamily } from '../metric-family';
import { monthRetention } from '../month-retention';
import type { PersonMetric } from '../person-metric';

export const family = {
  place: 60,
  metrics: [retentionMonth(1), retentionMonth(3)],
} as const satisfies MetricFamily;

function retentionMonth(month: number): PersonMetric {
  return {
    id: `retention-month-${month}`,
    grain: 'person',
    family: 'retention',
    label: { en: `Retention, month ${month}`, pl: `Retencja, miesiąc ${month}` },
    definition: {
      en: `Customers with an order in calendar month ${month} after the month of their first one, out of those whose month ${month} is over. Only first orders within the period count.`,
      pl: `Klienci z zamówieniem w ${month}. miesiącu kalendarzowym po miesiącu pierwszego zamówienia spośród tych, dla których ten miesiąc już minął. Liczą się tylko pierwsze zamówienia z okresu.`,
    },
    numerator: {
      en: `customers with an order in month ${month}`,
      pl: `klienci z zamówieniem w ${month}. miesiącu`,
    },
    denominator: {
      en: `customers whose month ${month} is over`,
      pl: `klienci, dla których ${month}. miesiąc minął`,
    },
    unit: 'rate',
    direction: 'more',
    countedAs: 'customers',
    measure: {
      kind: 'proportion',
      of: (facts) => monthRetention(facts, month).kept,
      among: (facts) => monthRetention(facts, month).eligible,
    },
    needs: ['no-orders-held'],
    leftOut: null,
    whenEmpty: 'period-unfinished',
  };
}
