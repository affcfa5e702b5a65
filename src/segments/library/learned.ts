import type { Label } from '../../core/label';
import { FEWEST_DAYS, FEWEST_REPEAT_BUYERS } from '../../learn/customer-value/fitting';
import type { LibraryEntry } from '../library-entry';
import type { Profile } from '../profile';
import { threshold } from '../rule/rule-parts';

const TOP = 0.2;
/** Either is likelier than not. */
const EVEN = 0.5;
const SOON_DAYS = 30;

const needs: Label = {
  en: `Orders with a customer and a date over at least half a year (${FEWEST_DAYS} days), and at least ${FEWEST_REPEAT_BUYERS} customers who ordered again.`,
  pl: `Zamówienia z klientem i datą z co najmniej pół roku (${FEWEST_DAYS} dni) oraz co najmniej ${FEWEST_REPEAT_BUYERS} klientów, którzy zamówili ponownie.`,
};

/** Fitting is left until somebody asks who is in. */
function enough(profile: Profile): boolean {
  return profile.repeatBuyers >= FEWEST_REPEAT_BUYERS && profile.historyDays > FEWEST_DAYS;
}

const evenChance = (n: number, en: string, pl: string) =>
  threshold({ en, pl }, EVEN, 'share', n, {
    en: 'where one is as likely as the other; the chance is foretold from the customer’s orders up to the as-of',
    pl: 'punkt, w którym jedno jest tak samo prawdopodobne jak drugie; szansa wynika z zamówień klienta do dnia „stan na”',
  });

export default [
  {
    id: 'top-predicted-value',
    kind: 'learned',
    name: { en: 'Top fifth by predicted value', pl: 'Górna piąta część według prognozy wartości' },
    description: {
      en: 'Expected to bring the most over the next 12 months, by how often they order, whether they still do and what an order of theirs is worth. Put the budget for keeping customers here first.',
      pl: 'Przyniosą prawdopodobnie najwięcej w ciągu kolejnych 12 miesięcy: liczy się, jak często zamawiają, czy nadal to robią i ile jest warte ich zamówienie. Tu w pierwszej kolejności warto kierować budżet na utrzymanie klientów.',
    },
    needs: {
      en: `${needs.en} Their amounts in one currency.`,
      pl: `${needs.pl} Ich kwoty w jednej walucie.`,
    },
    colour: 1,
    make: (profile) => {
      const n = profile.people({ of: 'orders', stat: 'sum', field: 'revenue' });
      if (!enough(profile) || n < FEWEST_REPEAT_BUYERS) return null;
      return {
        rule: { kind: 'prediction', of: 'value', test: { op: 'top', share: TOP } },
        thresholds: [
          threshold({ en: 'Share of customers', pl: 'Część klientów' }, TOP, 'share', n, {
            en: 'a fifth of the customers with an amount, ranked by predicted value',
            pl: 'piąta część klientów z kwotą zamówienia, według prognozowanej wartości',
          }),
        ],
      };
    },
  },
  {
    id: 'likely-gone',
    kind: 'learned',
    name: { en: 'Likely gone', pl: 'Prawdopodobnie odeszli' },
    description: {
      en: 'More likely to have stopped buying for good than not, given how often they used to order and how long they have been silent. A last attempt at winning back, or save the cost of mailing them.',
      pl: 'Jest bardziej prawdopodobne, że przestali kupować na dobre, niż że wrócą: wskazuje na to ich dawny rytm zamówień i długość ciszy. Ostatnia próba odzyskania albo oszczędność na wysyłkach.',
    },
    needs,
    colour: 7,
    make: (profile) =>
      enough(profile)
        ? {
            rule: { kind: 'prediction', of: 'still-buying', test: { op: 'less-than', value: EVEN } },
            thresholds: [
              evenChance(
                profile.buyers,
                'Chance of still being a customer, under',
                'Szansa na dalsze zakupy, poniżej',
              ),
            ],
          }
        : null,
  },
  {
    id: 'next-order-soon',
    kind: 'learned',
    name: { en: 'Next order expected within 30 days', pl: 'Kolejne zamówienie w ciągu 30 dni' },
    description: {
      en: 'More likely than not to order in the next 30 days even if you do nothing. Recommend rather than discount: they come anyway.',
      pl: 'Zamówią w ciągu 30 dni raczej niż nie, nawet bez zachęty. Lepiej polecać, niż dawać rabaty: i tak kupią.',
    },
    needs,
    colour: 2,
    make: (profile) =>
      enough(profile)
        ? {
            rule: {
              kind: 'prediction',
              of: 'order',
              days: SOON_DAYS,
              test: { op: 'at-least', value: EVEN },
            },
            thresholds: [
              evenChance(profile.buyers, 'Chance of an order, from', 'Szansa na zamówienie, od'),
              threshold({ en: 'Days ahead', pl: 'Dni naprzód' }, SOON_DAYS, 'days', profile.buyers, {
                en: 'a month, as long as a campaign is planned for',
                pl: 'miesiąc, czyli tyle, na ile planuje się kampanię',
              }),
            ],
          }
        : null,
  },
] satisfies readonly LibraryEntry[];
