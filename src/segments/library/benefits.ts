import { lastDaysStart } from '../../core/time/as-of';
import { formatList } from '../../i18n/format';
import { discounted } from '../discounted';
import type { LibraryEntry } from '../library-entry';
import type { Profile } from '../profile';
import type { Rule } from '../rule/rule';
import {
  all,
  any,
  atLeast,
  events,
  is,
  items,
  LIFETIME,
  lastDays,
  moreThan,
  orders,
  threshold,
} from '../rule/rule-parts';

/** Fast delivery and payments made with a phone, by the words shops use for them. */
const FAST_DELIVERY =
  /express|next[- ]?day|same[- ]?day|courier|ekspres|kurier|dzisiaj|24 ?h|paczkomat|locker|inpost/i;
const EASY_PAYMENT = /apple|google ?pay|blik|paypal|shop ?pay|klarna|mobile|telefon|one[- ]?click|revolut/i;

const NEW_DAYS = 90;

export default [
  {
    id: 'benefit-price',
    kind: 'benefits',
    name: { en: 'Seeking price', pl: 'Szukający ceny' },
    description: {
      en: 'Two orders or more, at least half of them with a discount or coupon. The sign read: discounts taken.',
      pl: 'Co najmniej dwa zamówienia, z czego przynajmniej połowa z rabatem lub kuponem. Odczytany znak: wykorzystane rabaty.',
    },
    needs: {
      en: 'Orders with the discount given on each, or the coupon used.',
      pl: 'Zamówienia z kwotą rabatu lub użytym kuponem.',
    },
    make: (profile) => {
      const filter = discounted(profile);
      if (filter === null) return null;
      return {
        rule: all(orders('count', atLeast(2)), orders('share', atLeast(0.5), { where: [filter] })),
        thresholds: [
          threshold(
            {
              en: 'Share of their orders with a discount, at least',
              pl: 'Udział zamówień z rabatem, co najmniej',
            },
            0.5,
            'share',
            profile.rows('orders', [filter]),
            {
              en: 'half; n is discounted orders',
              pl: 'połowa; n to liczba zamówień z rabatem',
            },
          ),
        ],
      };
    },
  },
  {
    id: 'benefit-convenience',
    kind: 'benefits',
    name: { en: 'Seeking convenience', pl: 'Szukający wygody' },
    description: {
      en: 'More than half of their orders with fast delivery or a one-tap payment. Speak of speed and ease, not of price.',
      pl: 'Ponad połowa zamówień z szybką dostawą lub płatnością jednym dotknięciem. Warto mówić o szybkości i łatwości, nie o cenie.',
    },
    needs: {
      en: 'Orders with the delivery or the payment method.',
      pl: 'Zamówienia z metodą dostawy lub płatności.',
    },
    make: (profile) => {
      const fast = profile
        .topValues('orders', 'shippingMethod', 200)
        .filter(({ value }) => FAST_DELIVERY.test(value));
      const easy = profile
        .topValues('orders', 'paymentMethod', 200)
        .filter(({ value }) => EASY_PAYMENT.test(value));
      const rules: Rule[] = [];
      const most = (field: string, values: readonly { readonly value: string }[]) =>
        orders('share', moreThan(0.5), { where: [is(field, ...values.map(({ value }) => value))] });
      if (fast.length > 0) rules.push(most('shippingMethod', fast));
      if (easy.length > 0) rules.push(most('paymentMethod', easy));
      const [first, second] = rules;
      if (first === undefined) return null;
      const signs = [...fast, ...easy].map(({ value }) => value).slice(0, 8);
      return {
        rule: second === undefined ? first : any(first, second),
        thresholds: [
          threshold(
            { en: 'Share of their orders, more than', pl: 'Udział zamówień, ponad' },
            0.5,
            'share',
            [...fast, ...easy].reduce((n, { count }) => n + count, 0),
            {
              en: `the greater part; signs: ${formatList('en', signs)}`,
              pl: `większość; znaki: ${formatList('pl', signs)}`,
            },
          ),
        ],
      };
    },
  },
  {
    id: 'benefit-premium',
    kind: 'benefits',
    name: { en: 'Seeking the best', pl: 'Szukający najlepszego' },
    description: {
      en: 'The fifth that pays the highest prices a piece, on average. The sign read: unit prices. Quality and provenance speak to them, discounts do not.',
      pl: 'Jedna piąta płacąca średnio najwięcej za sztukę. Odczytany znak: ceny jednostkowe. Przemawia do nich jakość i pochodzenie, nie rabaty.',
    },
    needs: { en: 'Order lines with the unit price.', pl: 'Pozycje zamówień z ceną jednostkową.' },
    make: (profile) => {
      const measure = { of: 'items', stat: 'mean', field: 'unitPrice' } as const;
      const n = profile.holds('items', 'unitPrice') ? profile.people(measure) : 0;
      if (n === 0) return null;
      return {
        rule: { kind: 'rank', measure, window: LIFETIME, side: 'top', share: 0.2 },
        thresholds: [
          threshold({ en: 'Top share of buyers', pl: 'Górna część kupujących' }, 0.2, 'share', n, {
            en: 'a fifth, by mean unit price',
            pl: 'jedna piąta, według średniej ceny za sztukę',
          }),
        ],
      };
    },
  },
  {
    id: 'benefit-novelty',
    kind: 'benefits',
    name: { en: 'Seeking novelty', pl: 'Szukający nowości' },
    description: {
      en: `Bought at least two products in the last ${NEW_DAYS} days that nobody had bought before then. Show them new arrivals first.`,
      pl: `W ostatnich ${NEW_DAYS} dniach kupili co najmniej dwa produkty, których wcześniej nikt nie kupił. Nowości warto pokazywać im jako pierwszym.`,
    },
    needs: {
      en: `Order lines with the product, over at least ${2 * NEW_DAYS} days.`,
      pl: `Pozycje zamówień z produktem, z co najmniej ${2 * NEW_DAYS} dni.`,
    },
    make: (profile) => {
      const field = profile.holds('items', 'product') ? 'product' : 'sku';
      if (profile.historyDays < 2 * NEW_DAYS) return null;
      const recent = newProducts(profile, field);
      if (recent.length === 0) return null;
      return {
        rule: items('distinct', atLeast(2), {
          field,
          where: [is(field, ...recent)],
          window: lastDays(NEW_DAYS),
        }),
        thresholds: [
          threshold(
            { en: 'New products bought, at least', pl: 'Kupionych nowości, co najmniej' },
            2,
            'number',
            recent.length,
            {
              en: `n is products first sold in the last ${NEW_DAYS} days`,
              pl: `n to liczba produktów sprzedanych po raz pierwszy w ostatnich ${NEW_DAYS} dniach`,
            },
          ),
        ],
      };
    },
  },
  {
    id: 'benefit-service',
    kind: 'benefits',
    name: { en: 'Seeking service', pl: 'Szukający obsługi' },
    description: {
      en: 'Asked for support at least twice in the last year. The sign read: support contacts. A name and a number matter more to them than an offer.',
      pl: 'W ostatnim roku co najmniej dwa razy kontaktowali się z obsługą. Odczytany znak: kontakty z obsługą. Imię i numer telefonu znaczą dla nich więcej niż oferta.',
    },
    needs: {
      en: 'Support events by person, with dates.',
      pl: 'Zdarzenia kontaktu z obsługą dla każdej osoby, z datami.',
    },
    make: (profile) =>
      profile.events('support') === 0
        ? null
        : { rule: events('count', ['support'], atLeast(2), { window: lastDays(365) }) },
  },
] satisfies readonly LibraryEntry[];

/** Products whose first sale to anybody lies in the last days; most sold first, a thousand at most. */
function newProducts(profile: Profile, field: string): readonly string[] {
  const { dataset, scope } = profile;
  const column = dataset.items.columns.get(field);
  if (column?.type !== 'text') return [];
  const first = new Float64Array(column.dictionary.length).fill(Number.POSITIVE_INFINITY);
  const sold = new Float64Array(column.dictionary.length);
  const { time, isSale } = dataset.orders;
  const { offsets } = dataset.items;
  for (let order = 0; order < time.length; order++) {
    if (isSale[order] === 0 || !(time[order]! <= scope.asOf)) continue;
    for (let line = offsets[order]!; line < offsets[order + 1]!; line++) {
      const code = column.codes[line]!;
      if (code < 0) continue;
      sold[code]!++;
      if (time[order]! < first[code]!) first[code] = time[order]!;
    }
  }
  const from = lastDaysStart(scope.asOf, NEW_DAYS);
  return column.dictionary
    .map((value, code) => ({ value, at: first[code]!, sold: sold[code]! }))
    .filter(({ at }) => at >= from && at < Number.POSITIVE_INFINITY)
    .sort((a, b) => b.sold - a.sold)
    .slice(0, 1000)
    .map(({ value }) => value);
}
