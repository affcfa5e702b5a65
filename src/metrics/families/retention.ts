import type { Label } from '../../core/label';
import type { MetricFamily } from '../metric-family';
import { monthRetention } from '../people/month-retention';
import type { PersonMetric } from '../people/person-metric';
import type { RetentionDefinition } from '../people/retention-definition';

export const family = {
  place: 60,
  metrics: [
    retentionMonth('retention-month-1', 1, 'on', {
      label: { en: 'Retention, month 1', pl: 'Retencja, miesiąc 1' },
      kept: { en: 'customers with an order in month 1', pl: 'klienci z zamówieniem w 1. miesiącu' },
    }),
    retentionMonth('retention-month-3', 3, 'on', {
      label: { en: 'Retention, month 3', pl: 'Retencja, miesiąc 3' },
      kept: { en: 'customers with an order in month 3', pl: 'klienci z zamówieniem w 3. miesiącu' },
    }),
    retentionMonth('retention-month-3-or-after', 3, 'on-or-after', {
      label: { en: 'Retention, month 3 or after', pl: 'Retencja, miesiąc 3 lub później' },
      kept: {
        en: 'customers with an order in month 3 or later',
        pl: 'klienci z zamówieniem w 3. miesiącu lub później',
      },
    }),
    retentionMonth('retention-every-month-to-3', 3, 'every-period', {
      label: { en: 'Retention, every month to 3', pl: 'Retencja, każdy miesiąc do 3' },
      kept: {
        en: 'customers with an order in each of months 1 to 3',
        pl: 'klienci z zamówieniem w każdym z miesięcy od 1. do 3.',
      },
    }),
    retentionMonth('retention-any-month-to-3', 3, 'any-so-far', {
      label: { en: 'Retention, any month to 3', pl: 'Retencja, dowolny miesiąc do 3' },
      kept: {
        en: 'customers with an order in any of months 1 to 3',
        pl: 'klienci z zamówieniem w którymkolwiek z miesięcy od 1. do 3.',
      },
    }),
  ],
} as const satisfies MetricFamily;

function retentionMonth(
  id: string,
  month: number,
  definition: RetentionDefinition,
  words: { readonly label: Label; readonly kept: Label },
): PersonMetric {
  const { en, pl } = words.kept;
  return {
    id,
    grain: 'person',
    family: 'retention',
    label: words.label,
    definition: {
      en: `C${en.slice(1)}, out of those whose month ${month} is over. Months are calendar months after that of the first order; only first orders within the period count.`,
      pl: `K${pl.slice(1)} spośród tych, dla których ${month}. miesiąc już minął. Miesiące to miesiące kalendarzowe po miesiącu pierwszego zamówienia; liczą się tylko pierwsze zamówienia z okresu.`,
    },
    numerator: words.kept,
    denominator: {
      en: `customers whose month ${month} is over`,
      pl: `klienci, dla których ${month}. miesiąc minął`,
    },
    unit: 'rate',
    direction: 'more',
    countedAs: 'customers',
    measure: {
      kind: 'proportion',
      of: (facts) => monthRetention(facts, month, definition).kept,
      among: (facts) => monthRetention(facts, month, definition).eligible,
    },
    needs: ['no-orders-held'],
    leftOut: null,
    whenEmpty: 'period-unfinished',
  };
}
