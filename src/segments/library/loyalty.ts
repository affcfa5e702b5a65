import type { LibraryEntry } from '../library-entry';
import type { Profile } from '../profile';
import type { Rule } from '../rule/rule';
import {
  all,
  any,
  atLeast,
  atMost,
  attribute,
  between,
  events,
  items,
  moreThan,
  orders,
  threshold,
} from '../rule/rule-parts';

const LATE = 2;
const GONE = 4;

const repeatNeeded = {
  en: 'Orders over a longer time, some people with two or more.',
  pl: 'Zamówienia z dłuższego czasu, w tym osoby z co najmniej dwoma.',
};

const paced = (profile: Profile) => profile.people({ of: 'orders', stat: 'lateness' });

const ownGaps = (value: number, n: number, from: { en: string; pl: string }) =>
  threshold(
    { en: 'Silence, in gaps of their own', pl: 'Cisza, w ich własnych odstępach' },
    value,
    'number',
    n,
    from,
  );

export default [
  {
    id: 'regulars',
    kind: 'loyalty',
    name: { en: 'Regulars', pl: 'Stali klienci' },
    description: {
      en: 'Bought on at least three days, and not overdue by their own rhythm. Reward the habit, don’t discount it.',
      pl: 'Kupowali w co najmniej trzech dniach i nie spóźniają się względem własnego rytmu. Nawyk warto nagradzać, nie przeceniać.',
    },
    needs: repeatNeeded,
    make: (profile) => {
      const n = paced(profile);
      return n === 0
        ? null
        : {
            rule: all(orders('distinct', atLeast(3), { field: 'day' }), orders('lateness', atMost(1.5))),
            thresholds: [
              ownGaps(1.5, n, {
                en: 'at most half as long again as each one’s own median gap',
                pl: 'najwyżej o połowę dłużej niż własna mediana odstępu każdej osoby',
              }),
            ],
          };
    },
  },
  {
    id: 'slipping-away',
    kind: 'loyalty',
    name: { en: 'Slipping away', pl: 'Zagrożeni odejściem' },
    description: {
      en: 'Repeat buyers who are away for two to four of their own usual gaps. Still theirs to keep: a message now beats a discount later.',
      pl: 'Kupujący ponownie, których nie ma od dwóch do czterech ich własnych odstępów. Jeszcze można ich zatrzymać: wiadomość teraz działa lepiej niż rabat później.',
    },
    needs: repeatNeeded,
    make: (profile) => {
      const n = paced(profile);
      return n === 0
        ? null
        : {
            rule: orders('lateness', between(LATE, GONE)),
            thresholds: [
              ownGaps(LATE, n, {
                en: 'twice each one’s own median gap',
                pl: 'dwukrotność własnej mediany odstępu każdej osoby',
              }),
            ],
          };
    },
  },
  {
    id: 'switching',
    kind: 'loyalty',
    name: { en: 'Switching', pl: 'Bez przywiązania' },
    description: {
      en: 'Three orders or more, and among the quarter who have bought the most different things without settling on any. A better offer takes them anywhere; a favourite of their own would keep them.',
      pl: 'Co najmniej trzy zamówienia i miejsce w ćwiartce kupujących najwięcej różnych rzeczy, bez przywiązania do żadnej. Lepsza oferta zabierze ich wszędzie; własny ulubiony produkt mógłby ich zatrzymać.',
    },
    needs: {
      en: 'Order lines with a category or a product, and people with three orders or more.',
      pl: 'Pozycje zamówień z kategorią lub produktem oraz osoby z co najmniej trzema zamówieniami.',
    },
    make: (profile) => {
      const field = ['category', 'product', 'sku'].find((id) => profile.holds('items', id));
      if (field === undefined || profile.repeatBuyers === 0) return null;
      const most = profile.percentile({ of: 'items', stat: 'distinct', field }, 0.75);
      if (most === null) return null;
      const least = Math.max(3, Math.ceil(most.value));
      return {
        rule: all(orders('count', atLeast(3)), items('distinct', atLeast(least), { field })),
        thresholds: [
          threshold(
            { en: 'Different ones bought, at least', pl: 'Różnych kupionych, co najmniej' },
            least,
            'number',
            most.n,
            {
              en: `the quarter of buyers with most different values of “${field}”, and no fewer than 3`,
              pl: `ćwiartka kupujących z największą liczbą różnych wartości pola „${field}”, nie mniej niż 3`,
            },
          ),
        ],
      };
    },
  },
  {
    id: 'win-back',
    kind: 'loyalty',
    name: { en: 'Win back', pl: 'Do odzyskania' },
    description: {
      en: 'Bought on at least two days, and away for more than four of their own usual gaps. One good reason to return, once; then let them go.',
      pl: 'Kupowali w co najmniej dwóch dniach, a nie ma ich ponad cztery własne odstępy. Jeden dobry powód do powrotu, jeden raz; potem lepiej odpuścić.',
    },
    needs: repeatNeeded,
    make: (profile) => {
      const n = paced(profile);
      return n === 0
        ? null
        : {
            rule: orders('lateness', moreThan(GONE)),
            thresholds: [
              ownGaps(GONE, n, {
                en: 'four times each one’s own median gap',
                pl: 'czterokrotność własnej mediany odstępu każdej osoby',
              }),
            ],
          };
    },
  },
  {
    id: 'tier',
    kind: 'loyalty',
    name: { en: 'Loyalty tier', pl: 'Poziom lojalnościowy' },
    description: {
      en: 'On this tier of the loyalty programme. Does the tier go with what they spend, and do they come back more?',
      pl: 'Na tym poziomie programu lojalnościowego. Czy poziom idzie w parze z wydatkami i czy wracają częściej?',
    },
    needs: { en: 'People with their loyalty tier.', pl: 'Osoby z poziomem w programie lojalnościowym.' },
    make: (profile) =>
      profile.topPersonValues('loyaltyTier', 6).map(({ value }) => ({
        value,
        rule: attribute('loyaltyTier', { op: 'is-any-of', values: [value] }),
      })),
  },
  {
    id: 'advocates',
    kind: 'loyalty',
    name: { en: 'Advocates', pl: 'Ambasadorzy' },
    description: {
      en: 'Wrote a review, referred somebody, or gave an NPS of 9 or 10. Ask them to bring a friend.',
      pl: 'Napisali opinię, polecili kogoś lub dali NPS 9–10. Warto poprosić, by przyprowadzili znajomych.',
    },
    needs: {
      en: 'NPS of people, or review and referral events.',
      pl: 'NPS osób albo zdarzenia opinii i poleceń.',
    },
    make: (profile) => {
      const rules: Rule[] = [];
      if (profile.holdsPerson('nps')) rules.push(attribute('nps', atLeast(9)));
      if (profile.events('review') > 0) rules.push(events('count', ['review'], atLeast(1)));
      if (profile.events('referral') > 0) rules.push(events('count', ['referral'], atLeast(1)));
      const [only] = rules;
      return only === undefined ? null : { rule: rules.length === 1 ? only : any(...rules) };
    },
  },
  {
    id: 'detractors',
    kind: 'loyalty',
    name: { en: 'Detractors', pl: 'Krytycy' },
    description: {
      en: 'Gave an NPS of 6 or less. Answer each before any campaign reaches them.',
      pl: 'Dali NPS 6 lub mniej. Każdemu warto odpowiedzieć, zanim dotrze do niego jakakolwiek kampania.',
    },
    needs: { en: 'NPS of people.', pl: 'NPS osób.' },
    make: (profile) => (profile.holdsPerson('nps') ? { rule: attribute('nps', atMost(6)) } : null),
  },
] satisfies readonly LibraryEntry[];
