import { EVENT_KINDS } from '../src/core/fields';
import { datasetOf, type EventRow, type OrderRow } from './dataset-of';

/** Three years of a shop that holds every field there is. */
export function fullShop() {
  const pick = <T>(list: readonly T[], i: number) => list[i % list.length] as T;
  const people = Array.from({ length: 60 }, (_, i) => ({
    id: `p${i}`,
    createdAt: '2022-01-01',
    personCountry: pick(['Polska', 'Polska', 'Deutschland'], i),
    personRegion: pick(['Mazowieckie', 'Bayern'], i),
    personCity: pick(['Warszawa', 'München'], i),
    gender: pick(['f', 'm'], i),
    language: pick(['pl', 'de'], i),
    birthDate: `19${60 + (i % 40)}-0${1 + (i % 9)}-15`,
    income: 3000 + 137 * i,
    industry: pick(['retail', 'health'], i),
    customerType: pick(['B2B', 'B2C'], i),
    acquisitionChannel: pick(['search', 'social'], i),
    acquisitionSource: pick(['google', 'instagram'], i),
    'custom:Plan': pick(['basic', 'pro'], i),
    lifecycleStage: pick(['lead', 'customer'], i),
    loyaltyTier: pick(['gold', 'silver'], i),
    nps: i % 11,
  }));
  const orders: OrderRow[] = Array.from({ length: 900 }, (_, i) => ({
    // The last of them are everybody's, so that enough come back for a forecast.
    person: `p${i < 780 ? (i * i + i) % 50 : i % 60}`,
    time: `${2022 + (i % 3)}-${String(1 + ((i * 7) % 12)).padStart(2, '0')}-${String(1 + ((i * 11) % 28)).padStart(2, '0')}T${String(i % 24).padStart(2, '0')}:30`,
    total: 10 + (i % 90),
    refunded: i % 9 === 0 ? 5 : 0,
    discount: i % 2,
    paymentMethod: pick(['BLIK', 'card'], i),
    shippingMethod: pick(['Kurier', 'poczta'], i),
    channel: pick(['web', 'app', 'shop'], i),
    items: [
      {
        product: i % 3 === 2 && (i * 7) % 12 >= 10 ? `new ${i % 5}` : `p${i % 20}`,
        category: pick(['tea', 'cups'], i),
        unitPrice: 5 + (i % 20),
        quantity: 1,
        amount: 10,
      },
    ],
  }));
  const events: EventRow[] = Array.from({ length: 1600 }, (_, i) => ({
    person: `p${i % 60}`,
    time: `2024-${String(9 + (i % 4)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    kind: pick(EVENT_KINDS, Math.floor(i / 7)),
    name: `f${i % 13}`,
  }));
  return datasetOf({
    people,
    orders,
    events,
    reports: [
      {
        captureId: 'r1',
        title: 'Traffic',
        dimensions: {
          source: ['google', '(direct)', 'google', null],
          device: ['mobile', 'mobile', 'desktop', 'tablet'],
        },
        metrics: { sessions: { unit: 'count', values: [10, 5, 20, 1] } },
      },
    ],
  });
}
