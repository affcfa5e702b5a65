import { formatMoney } from '../../i18n/format';
import { discounted } from '../discounted';
import type { LibraryEntry } from '../library-entry';
import {
  all,
  atLeast,
  atMost,
  exactly,
  is,
  items,
  LIFETIME,
  moreThan,
  orders,
  threshold,
  tidy,
} from '../rule/rule-parts';

const ordersNeeded = {
  en: 'Orders with a customer and a date.',
  pl: 'Zamówienia z klientem i datą.',
};
const amountsNeeded = {
  en: 'Orders with a customer, a date and an amount.',
  pl: 'Zamówienia z klientem, datą i kwotą.',
};
const discountsNeeded = {
  en: 'Orders with the discount given on each, or the coupon used.',
  pl: 'Zamówienia z kwotą rabatu lub użytym kuponem.',
};

const TOP = 0.1;

export default [
  {
    id: 'one-time',
    kind: 'purchase',
    name: { en: 'One-time buyers', pl: 'Kupujący jednorazowo' },
    description: {
      en: 'Exactly one order. In most shops the largest group; moving a few of them to a second order is the cheapest growth there is.',
      pl: 'Dokładnie jedno zamówienie. Zwykle najliczniejsza grupa; skłonienie części z nich do drugiego zakupu to najtańszy wzrost.',
    },
    needs: ordersNeeded,
    colour: 5,
    make: (profile) => (profile.buyers === 0 ? null : { rule: orders('count', exactly(1)) }),
  },
  {
    id: 'repeat',
    kind: 'purchase',
    name: { en: 'Repeat buyers', pl: 'Kupujący ponownie' },
    description: {
      en: 'Two orders or more. They have shown the product is worth coming back for.',
      pl: 'Co najmniej dwa zamówienia. Pokazali, że warto wracać.',
    },
    needs: ordersNeeded,
    colour: 2,
    make: (profile) => (profile.buyers === 0 ? null : { rule: orders('count', atLeast(2)) }),
  },
  {
    id: 'frequent',
    kind: 'purchase',
    name: { en: 'Frequent buyers', pl: 'Kupujący często' },
    description: {
      en: 'At least three orders, at a higher rate of their own than four in five buyers. Time messages to their rhythm and don’t pay for what they buy anyway.',
      pl: 'Co najmniej trzy zamówienia i własne tempo wyższe niż u czterech na pięciu kupujących. Komunikację warto zgrać z ich rytmem i nie dopłacać do tego, co i tak kupią.',
    },
    needs: {
      en: 'Orders over a longer time, some people with three or more.',
      pl: 'Zamówienia z dłuższego czasu, w tym osoby z co najmniej trzema.',
    },
    make: (profile) => {
      const rate = profile.percentile({ of: 'orders', stat: 'rate' }, 0.8);
      if (rate === null || profile.repeatBuyers === 0) return null;
      const bound = tidy(rate.value, 'up');
      return {
        rule: all(orders('count', atLeast(3)), orders('rate', atLeast(bound))),
        thresholds: [
          threshold(
            { en: 'Orders per 30 days, at least', pl: 'Zamówień na 30 dni, co najmniej' },
            bound,
            'orders',
            rate.n,
            {
              en: 'the 80th percentile of buyers’ own rates since their first order',
              pl: '80. percentyl własnego tempa kupujących od ich pierwszego zamówienia',
            },
          ),
        ],
      };
    },
  },
  {
    id: 'big-spenders',
    kind: 'purchase',
    name: { en: 'Big spenders', pl: 'Najwięcej wydający' },
    description: {
      en: 'The top tenth by money spent, after refunds. Often half of all revenue: know who they are before any budget decision.',
      pl: 'Górne 10% pod względem wydanych pieniędzy, po zwrotach. Często połowa przychodu: warto wiedzieć, kto to jest, przed każdą decyzją o budżecie.',
    },
    needs: amountsNeeded,
    make: (profile) => {
      const measure = { of: 'orders', stat: 'sum', field: 'revenue' } as const;
      const cut = profile.percentile(measure, 1 - TOP);
      if (cut === null) return null;
      const { currency } = profile.scope;
      return {
        rule: { kind: 'rank', measure, window: LIFETIME, side: 'top', share: TOP },
        thresholds: [
          threshold({ en: 'Top share of customers', pl: 'Górna część klientów' }, TOP, 'share', cut.n, {
            en: `the usual tenth of those with orders or returns; it begins at about ${formatMoney('en', cut.value, currency)} today`,
            pl: `zwyczajowa dziesiąta część osób z zamówieniami lub zwrotami; dziś zaczyna się od około ${formatMoney('pl', cut.value, currency)}`,
          }),
        ],
      };
    },
  },
  {
    id: 'big-baskets',
    kind: 'purchase',
    name: { en: 'Big baskets', pl: 'Duże koszyki' },
    description: {
      en: 'The top tenth by the average value of their orders, however often they buy. They stock up: bundles, sizes and free-delivery thresholds speak to them.',
      pl: 'Górne 10% pod względem średniej wartości zamówienia, niezależnie od liczby zakupów. Kupują na zapas: przemawiają do nich zestawy, większe opakowania i progi darmowej dostawy.',
    },
    needs: amountsNeeded,
    make: (profile) => {
      const measure = { of: 'orders', stat: 'mean', field: 'revenue' } as const;
      const cut = profile.percentile(measure, 1 - TOP);
      if (cut === null) return null;
      const { currency } = profile.scope;
      return {
        rule: { kind: 'rank', measure, window: LIFETIME, side: 'top', share: TOP },
        thresholds: [
          threshold({ en: 'Top share of buyers', pl: 'Górna część kupujących' }, TOP, 'share', cut.n, {
            en: `the usual tenth; it begins at about ${formatMoney('en', cut.value, currency)} an order today`,
            pl: `zwyczajowa dziesiąta część; dziś zaczyna się od około ${formatMoney('pl', cut.value, currency)} na zamówienie`,
          }),
        ],
      };
    },
  },
  {
    id: 'category-lovers',
    kind: 'purchase',
    name: { en: 'Category lovers', pl: 'Miłośnicy kategorii' },
    description: {
      en: 'At least three order lines, and most of them from one category. Speak to them about that category first.',
      pl: 'Co najmniej trzy pozycje w zamówieniach, w większości z jednej kategorii. O tej kategorii warto mówić im najpierw.',
    },
    needs: {
      en: 'Order lines with the product category.',
      pl: 'Pozycje zamówień z kategorią produktu.',
    },
    make: (profile) =>
      profile.topValues('items', 'category', 5).map(({ value, count }) => ({
        value,
        rule: all(
          items('count', atLeast(3), { where: [is('category', value)] }),
          items('share', atLeast(0.6), { where: [is('category', value)] }),
        ),
        thresholds: [
          threshold(
            {
              en: 'Share of their lines from the category, at least',
              pl: 'Udział pozycji z kategorii, co najmniej',
            },
            0.6,
            'share',
            count,
            {
              en: 'a clear majority, and three lines at least',
              pl: 'wyraźna większość i co najmniej trzy pozycje',
            },
          ),
        ],
      })),
  },
  {
    id: 'discount-only',
    kind: 'purchase',
    name: { en: 'Discount hunters', pl: 'Łowcy rabatów' },
    description: {
      en: 'Two orders or more, every one of them with a discount or coupon. See what they are worth after the discounts before sending another.',
      pl: 'Co najmniej dwa zamówienia i każde z rabatem lub kuponem. Zanim dostaną następny, warto sprawdzić, ile po rabatach są warci.',
    },
    needs: discountsNeeded,
    make: (profile) => {
      const filter = discounted(profile);
      return filter === null
        ? null
        : { rule: all(orders('count', atLeast(2)), orders('share', atLeast(1), { where: [filter] })) };
    },
  },
  {
    id: 'full-price',
    kind: 'purchase',
    name: { en: 'Full-price buyers', pl: 'Kupujący bez rabatów' },
    description: {
      en: 'Two orders or more, none of them with a discount. Leave them out of sales: they come for the product, and early access says more than a percentage.',
      pl: 'Co najmniej dwa zamówienia i żadnego z rabatem. Lepiej pomijać ich w wyprzedażach: przychodzą po produkt, a wcześniejszy dostęp znaczy dla nich więcej niż procenty.',
    },
    needs: discountsNeeded,
    make: (profile) => {
      const filter = discounted(profile);
      return filter === null
        ? null
        : { rule: all(orders('count', atLeast(2)), orders('share', atMost(0), { where: [filter] })) };
    },
  },
  {
    id: 'refund-prone',
    kind: 'purchase',
    name: { en: 'Refund-prone', pl: 'Często zwracający' },
    description: {
      en: 'Two orders or more, and an unusual part of what they paid was given back. Better sizing, photos and descriptions come before another campaign.',
      pl: 'Co najmniej dwa zamówienia i nietypowo duża część zapłaconych kwot zwrócona. Zanim dostaną następną kampanię, warto poprawić rozmiary, zdjęcia i opisy.',
    },
    needs: {
      en: 'Orders with refunds, or returns as rows of their own.',
      pl: 'Zamówienia z kwotą zwrotu albo zwroty jako osobne wiersze.',
    },
    make: (profile) => {
      const measure = { of: 'orders', stat: 'share-of-gross', field: 'refunded' } as const;
      const usual = profile.percentile(measure, 0.9);
      if (usual === null || profile.percentile(measure, 1)?.value === 0) return null;
      const bound = Math.max(0.2, tidy(usual.value, 'up'));
      return {
        rule: all(
          orders('count', atLeast(2)),
          orders('share-of-gross', atLeast(bound), { field: 'refunded' }),
        ),
        thresholds: [
          threshold(
            {
              en: 'Refunded share of what they paid, at least',
              pl: 'Zwrócona część zapłaconych kwot, co najmniej',
            },
            bound,
            'share',
            usual.n,
            {
              en: 'the 90th percentile of buyers, and a fifth at least',
              pl: '90. percentyl kupujących, a co najmniej jedna piąta',
            },
          ),
        ],
      };
    },
  },
  {
    id: 'payment',
    kind: 'purchase',
    name: { en: 'Paying by', pl: 'Płacący przez' },
    description: {
      en: 'More than half of their orders paid this way. Show it first at checkout, and mind its costs and refusals.',
      pl: 'Ponad połowa zamówień opłacona w ten sposób. Warto pokazywać go jako pierwszy przy płatności i pilnować jego kosztów i odmów.',
    },
    needs: { en: 'Orders with the payment method.', pl: 'Zamówienia z metodą płatności.' },
    make: (profile) =>
      profile.topValues('orders', 'paymentMethod', 4).map(({ value, count }) => ({
        value,
        rule: orders('share', moreThan(0.5), { where: [is('paymentMethod', value)] }),
        thresholds: [
          threshold(
            { en: 'Share of their orders, more than', pl: 'Udział zamówień, ponad' },
            0.5,
            'share',
            count,
            {
              en: 'the greater part; n is orders paid so',
              pl: 'większość; n to liczba tak opłaconych zamówień',
            },
          ),
        ],
      })),
  },
] satisfies readonly LibraryEntry[];
